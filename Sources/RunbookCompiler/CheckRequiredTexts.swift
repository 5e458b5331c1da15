// Part of `substitute-environment`: the texts for people say something, and nothing else than they show.
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  /// Reports a `name` or `description` of nothing but white space.
  mutating func checkRequiredTexts(of syntax: RunbookSyntax) {
    for (field, scalar) in [("name", syntax.name), ("description", syntax.description)] {
      // Nearly all begin with a letter.
      if let first = scalar?.text.utf8.first, first > 0x20, first < 0x7F { continue }
      guard let scalar, scalar.text.allSatisfy(\.isWhitespace) else { continue }
      report(
        Diagnostic(
          .emptyText, "'\(field)' is empty", at: scalar.span, annotation: "expected a text for people"))
    }
  }

  /// Reports names that hide or reorder text: a plan with such a name is refused.
  mutating func checkMisleadingTexts(of syntax: RunbookSyntax) {
    // What variables stand for may hold anything.
    if syntax.isPrintableASCII, !syntax.mayHoldVariables { return }
    checkMisleading(syntax.name)
    checkMisleading(syntax.description)
    checkMisleading(syntax.contact)
    checkMisleading(syntax.framework)
    // Through a span: a copy of an artifact's syntax costs more than what is asked of it.
    let artifacts = syntax.artifacts.span
    for index in artifacts.indices {
      checkMisleading(artifacts[index].name)
      checkMisleading(artifacts[index].description)
      checkMisleading(artifacts[index].contact)
    }
  }

  private mutating func checkMisleading(_ text: ScalarSyntax?) {
    guard let text, let found = MisleadingText.firstScalar(of: text.text) else { return }
    report(
      Diagnostic(
        .misleadingText, "the text holds \(MisleadingText.name(of: found)), which hides or reorders text",
        at: text.span, annotation: "expected a text that shows what it holds"))
  }
}
