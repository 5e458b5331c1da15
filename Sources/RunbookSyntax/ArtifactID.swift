// How an artifact id is written, and what is offered where it is written otherwise.
import Diagnostics

extension RunbookParser {
  /// Remembers an artifact's id, or an input's name, which is used like one, that is not a letter or `_`, then
  /// letters, digits, `_` and `-`.
  mutating func checkID(_ id: ScalarSyntax) {
    if !Self.isValidID(id.text) { invalidIDs.append(id) }
  }

  /// Reports the ids that were found wrong. The fix goes through the whole file, so this is the last thing to do.
  mutating func reportInvalidIDs(of runbook: RunbookSyntax) {
    guard !invalidIDs.isEmpty else { return }
    var names = Set(runbook.artifacts.map(\.id.text) + (runbook.inputs ?? []).map(\.name.text))
    names.formUnion(runbook.lostNames)
    var proposals = ArtifactIDProposals(besides: names)
    let mentions = mentionsOfInvalidIDs(in: runbook)
    for id in invalidIDs {
      let suggestion = proposals.propose(for: id.text)
      report(
        .invalidArtifactId, Self.complaint(id.text), at: id.span,
        notes: ["an id is a letter or '_', then letters, digits, '_' and '-'"],
        fixes: suggestion.map { [renaming(id, mentions[id.text] ?? [], to: $0)] } ?? [])
    }
  }

  private static func complaint(_ id: String) -> String {
    guard id.utf8.count > maximumLength else { return "'\(id)' is not an artifact id" }
    return "an artifact id has at most \(maximumLength) bytes; this one has \(id.utf8.count)"
  }

  /// In bytes; what an id in a plan may have.
  private static let maximumLength = 4096

  static func isValidID(_ text: String) -> Bool {
    guard text.utf8.count <= maximumLength, let first = text.utf8.first, isLetter(first) else { return false }
    for byte in text.utf8 where !isLetter(byte) && !isDigitOrHyphen(byte) { return false }
    return true
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  static func isDigitOrHyphen(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == 0x2D }

  // MARK: -

  /// Where the invalid ids are referred to.
  private func mentionsOfInvalidIDs(in runbook: RunbookSyntax) -> [String: [ScalarSyntax]] {
    let wrong = Set(invalidIDs.map(\.text))
    var mentions: [String: [ScalarSyntax]] = [:]
    func note(_ name: ScalarSyntax) {
      if wrong.contains(name.text) { mentions[name.text, default: []].append(name) }
    }
    for output in runbook.outputs ?? [] { if let artifact = output.artifact { note(artifact) } }
    for artifact in runbook.artifacts {
      for reference in artifact.inputs?.elements ?? [] { note(reference) }
      for pair in artifact.childRunbook?.inputMapping ?? [] { note(pair.value) }
    }
    return mentions
  }

  /// Writes another name for an id and everywhere where it is referred to; an anchored place is edited once.
  private func renaming(_ id: ScalarSyntax, _ mentions: [ScalarSyntax], to name: String) -> FixIt {
    var edited: Set<SourceSpan> = []
    let edits = ([id] + mentions).compactMap { place -> SourceEdit? in
      guard edited.insert(place.span).inserted else { return nil }
      return SourceEdit(replacing: place.span, with: name)
    }
    return FixIt("replace with '\(name)'", .unsafe, edits: edits)
  }
}
