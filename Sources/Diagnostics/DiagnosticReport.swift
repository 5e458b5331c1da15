// The diagnostics of one compilation, ready to be shown.

/// A diagnostic that was found and is not shown.
package struct SuppressedDiagnostic: Sendable, Hashable {
  /// Who asked for that.
  package enum Cause: Sendable, Hashable {
    /// An ignore in a comment, with its reason.
    case ignore(reason: String)
    /// An entry of the baseline.
    case baseline
  }

  package let diagnostic: Diagnostic
  package let cause: Cause

  package init(_ diagnostic: Diagnostic, _ cause: Cause) {
    self.diagnostic = diagnostic
    self.cause = cause
  }
}

/// Diagnostics with the files that their spans point into.
public struct DiagnosticReport: Sendable {
  /// Sorted by file and place.
  public let diagnostics: [Diagnostic]
  /// The files that the spans point into.
  public let sources: SourceCollection
  /// The file that was checked.
  public let path: String
  /// What was found and is not shown, sorted likewise.
  package let suppressed: [SuppressedDiagnostic]
  /// Whether it was met with a baseline: then what is not accepted is new.
  package var isMetWithBaseline = false

  /// The diagnostics of one checked file.
  public init(diagnostics: [Diagnostic], sources: SourceCollection, path: String) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.path = path
    suppressed = []
  }

  /// The diagnostics of one checked file, and those that somebody asked not to be shown.
  package init(
    diagnostics: [Diagnostic], suppressed: [SuppressedDiagnostic], sources: SourceCollection, path: String
  ) {
    self.diagnostics = diagnostics
    self.suppressed = suppressed
    self.sources = sources
    self.path = path
  }

  /// The file of a diagnostic.
  package func path(of diagnostic: Diagnostic) -> String {
    diagnostic.span.map { sources[$0.source].name } ?? diagnostic.path ?? path
  }

  /// Where a diagnostic begins; nil when it is about a file as a whole.
  package func start(of diagnostic: Diagnostic) -> SourceLocation? {
    diagnostic.span.map { sources.location(of: $0) }
  }

  /// Where a diagnostic ends; nil when it is about a file as a whole.
  package func end(of diagnostic: Diagnostic) -> SourceLocation? {
    diagnostic.span.map { sources[$0.source].location(of: $0.end) }
  }

  /// The message, and on the same line how a child's file came in, for formats with one line a diagnostic.
  package func message(of diagnostic: Diagnostic) -> String {
    let chain = diagnostic.provenance.summary(of: path(of: diagnostic), sources)
    return diagnostic.message + (chain.map { " \($0)" } ?? "")
  }
}
