// Why a program can't do what it was asked, with a code that `wct explain` knows, and the status to leave with.
package import Diagnostics
package import SystemFiles

/// An error of a program as a whole; problems in a runbook are diagnostics of a report.
package struct ProgramError: Error {
  package let diagnostic: Diagnostic
  /// The texts that the diagnostic points into.
  package let sources: SourceCollection
  package let status: ExitStatus

  /// An error with a place in a text.
  package init(_ diagnostic: Diagnostic, in sources: SourceCollection, leaving status: ExitStatus) {
    self.diagnostic = diagnostic
    self.sources = sources
    self.status = status
  }

  /// An error; `notes` say the way out.
  package init(
    _ rule: Rule, _ message: String, notes: [String] = [], leaving status: ExitStatus
  ) {
    self.init(Diagnostic(rule, message, at: nil, notes: notes), in: SourceCollection(), leaving: status)
  }

  /// An error that carries a code of its own; a test holds that there is a rule for each.
  package init(code: String, _ message: String, notes: [String] = [], leaving status: ExitStatus) {
    let rule = Rule.named(code) ?? Rule(code, "unlisted", .error, "")
    self.init(rule, message, notes: notes, leaving: status)
  }

  /// A file that could not be written.
  package init(writing error: SystemError) {
    self.init(
      .unwritableFile, error.description, notes: error.isMissing ? ["make the directory first"] : [],
      leaving: error.isWrongPath ? .usage : .failed)
  }
}

extension Terminal {
  /// Shows errors as diagnostics are shown: the code, the message, and the way out as notes.
  package func show(_ diagnostic: Diagnostic, in sources: SourceCollection = SourceCollection()) {
    let renderer = TextRenderer(sources: sources, isColoured: isColoured(.auto), width: width)
    write(renderer.render(diagnostic))
  }
}
