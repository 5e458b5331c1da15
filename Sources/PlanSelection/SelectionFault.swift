// What is wrong with a selection, or worth saying of it, and where.
package import Diagnostics

/// A fault of a selection: what was expected and found, and which bytes of its text are meant.
package struct SelectionFault: Error, Sendable, Hashable {
  /// The selection as it was written.
  package let text: String
  /// The bytes of ``text`` that are meant; empty where something is missing.
  package let span: Range<Int>
  package let message: String
  /// What could stand there instead.
  package let suggestion: String?
  package let notes: [String]

  package init(
    _ message: String, in text: String, at span: Range<Int>, suggestion: String? = nil, notes: [String] = []
  ) {
    self.text = text
    self.span = span
    self.message = message
    self.suggestion = suggestion
    self.notes = notes
  }

  /// The fault as a diagnostic, and the one source that it stands in.
  ///
  /// - Parameter option: How the user handed the selection in, such as `--select`.
  package func diagnostic(_ rule: Rule = .wrongUsage, option: String) -> (Diagnostic, SourceCollection) {
    var sources = SourceCollection()
    let source = sources.add(SourceText(name: option, bytes: Array(text.utf8)))
    let place = SourceSpan(source: source, start: span.lowerBound, end: span.upperBound)
    return (
      Diagnostic(rule, message, at: place, suggesting: suggestion, notes: notes), sources
    )
  }
}
