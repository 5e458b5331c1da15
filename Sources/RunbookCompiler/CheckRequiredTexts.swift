// Part of `substitute-environment`: the texts that a runbook must have say something.
internal import Diagnostics
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
}
