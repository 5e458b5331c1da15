// Says that a name is no artifact of a runbook, and what was probably meant.
internal import Diagnostics
internal import RunbookSyntax

extension Compilation {
  /// Reports a name that stands for nothing in its scope.
  ///
  /// - Parameter candidates: The names that would do; nil for all names of the scope.
  mutating func reportUnknownArtifact(
    _ name: ScalarSyntax, in scope: ScopeIndex, candidates: [String]? = nil
  ) {
    // An artifact that could not be read may be the one that is meant; that was reported already.
    guard !self[scope].runbook.syntax.mayDeclare(name.text) else { return }
    if let place = placeInParents(of: name.text, above: scope) {
      reportParentArtifact(name, at: place)
      return
    }
    let isCompared = comparedNames < Self.maximumComparedNames
    let known = isCompared ? candidates ?? self[scope].names.keys.sorted() : []
    comparedNames += known.count
    let nearest = closest(to: name.text, among: known)
    var notes: [String] = []
    if name.text.hasPrefix("x-") {
      notes = ["entries whose keys begin with 'x-' are extensions, which are ignored"]
    } else if let list = list(in: name.text, of: known) {
      notes = ["several artifacts are written as a list: \(list)"]
    } else if nearest == nil, !known.isEmpty {
      notes = [
        "artifacts of this runbook: \(known.prefix(12).joined(separator: ", "))\(known.count > 12 ? ", …" : "")"
      ]
    }
    report(
      Diagnostic(
        .unknownArtifact, "there is no artifact '\(name.text)'", at: name.span,
        suggesting: nearest, otherwise: "not an artifact of this runbook",
        notes: notes))
  }

  /// Names that stand in one text, parted by commas or blanks, as a list; nil where one of them is not known.
  private func list(in text: String, of known: [String]) -> String? {
    let names = text.split { $0 == "," || $0 == " " }.map(String.init)
    guard names.count > 1, Set(known).isSuperset(of: names) else { return nil }
    return "[\(names.joined(separator: ", "))]"
  }

  /// Where a runbook further out declares an artifact of this name.
  private mutating func placeInParents(of name: String, above scope: ScopeIndex) -> SourceSpan? {
    var current = self[scope].origin?.scope
    while let parent = current {
      if let place = self[parent].names[name]?.place { return place }
      // While a child is inlined, the artifacts after it have no names yet.
      let artifacts = self[parent].runbook.syntax.artifacts
      if comparedNames < Self.maximumComparedNames, self[parent].names.count < artifacts.count {
        comparedNames += artifacts.count
        if let artifact = artifacts.first(where: { $0.id.text == name }) { return artifact.id.span }
      }
      current = self[parent].origin?.scope
    }
    return nil
  }

  private mutating func reportParentArtifact(_ name: ScalarSyntax, at place: SourceSpan) {
    report(
      Diagnostic(
        .unknownArtifact, "there is no artifact '\(name.text)'", at: name.span,
        annotation: "artifacts of the parent are not visible in a child",
        labels: [DiagnosticLabel("the parent's '\(name.text)'", at: place)],
        notes: [
          "declare it under 'inputs' of this runbook, and map it where the child is used: "
            + "'input_mapping: {\(name.text): \(name.text)}'"
        ]))
  }
}
