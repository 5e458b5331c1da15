// Lint: a runbook without a contact.
internal import Diagnostics
internal import RunbookSyntax

extension Compilation {
  mutating func lintContact() {
    guard let root = scopes.first?.runbook.syntax, root.contact == nil, let name = root.name else { return }
    // What could not be read may have held it.
    guard !root.isIncomplete else { return }
    report(
      Diagnostic(
        .missingContact, "the runbook names no contact", at: name.span,
        notes: ["add 'contact:' with the person or team that answers for it"]))
  }
}
