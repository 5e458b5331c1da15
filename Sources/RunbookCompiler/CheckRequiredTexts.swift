// Part of `substitute-environment`: the texts for people say something, and nothing else than they show.
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  /// Reports a `name` or `description` of nothing but white space.
  mutating func checkRequiredTexts(of syntax: RunbookSyntax) {
    for (field, scalar) in [("name", syntax.name), ("description", syntax.description)] {
      guard let scalar, scalar.text.allSatisfy(\.isWhitespace) else { continue }
      report(
        Diagnostic(
          .emptyText, "'\(field)' is empty", at: scalar.span, annotation: "expected a text for people"))
    }
  }

  /// Reports names that hide or reorder text: a plan with such a name is refused.
  mutating func checkMisleadingTexts(of syntax: RunbookSyntax) {
    checkMisleading([syntax.name, syntax.description, syntax.contact, syntax.framework])
    for artifact in syntax.artifacts {
      checkMisleading([artifact.name, artifact.description, artifact.contact])
    }
  }

  private mutating func checkMisleading(_ texts: [ScalarSyntax?]) {
    for case let scalar? in texts {
      guard let found = MisleadingText.firstScalar(of: scalar.text) else { continue }
      report(
        Diagnostic(
          .misleadingText, "the text holds \(MisleadingText.name(of: found)), which hides or reorders text",
          at: scalar.span, annotation: "expected a text that shows what it holds"))
    }
  }
}
