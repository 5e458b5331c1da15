// What a tool has to say about a place in a source file. Knows nothing of how it is shown.

/// How much a diagnostic matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  case note, warning, error

  /// A note is less than a warning, a warning less than an error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A second place that a diagnostic speaks of, in any file.
public struct DiagnosticLabel: Sendable, Hashable {
  /// The place.
  public let span: SourceSpan
  /// What there is to say, for people.
  public let message: String

  package init(_ message: String, at span: SourceSpan) {
    self.span = span
    self.message = message
  }
}

/// One finding of a tool about its input: a rule, what was expected and found, where, and what would help.
public struct Diagnostic: Sendable, Hashable {
  /// The rule that found it.
  public let rule: Rule
  /// How much it matters: as its rule says, unless a severity profile says otherwise.
  public package(set) var severity: Severity
  /// What there is to say, for people.
  public package(set) var message: String
  /// Where; nil when the file could not be read at all.
  public let span: SourceSpan?
  /// The name of the file when there is no span.
  public let path: String?
  /// What the underlined text is, shown beside the underline.
  public package(set) var annotation: String?
  /// Further places that it speaks of.
  public package(set) var labels: [DiagnosticLabel]
  /// The way that data takes, step by step from its origin; empty when it speaks of none.
  public package(set) var flow: [DiagnosticLabel]
  /// What helps, without a place.
  public package(set) var notes: [String]
  /// Ways to resolve it by editing, the likeliest first; each is enough by itself.
  public package(set) var fixes: [FixIt]
  /// How its file, when it is a child runbook, came to be looked at.
  public package(set) var provenance = Provenance()

  package init(
    _ rule: Rule, _ message: String, at span: SourceSpan?, path: String? = nil, annotation: String? = nil,
    labels: [DiagnosticLabel] = [], flow: [DiagnosticLabel] = [], notes: [String] = [], fixes: [FixIt] = []
  ) {
    self.rule = rule
    severity = rule.severity
    self.message = message
    self.span = span
    self.path = path
    self.annotation = annotation
    self.labels = labels
    self.flow = flow
    self.notes = notes
    self.fixes = fixes
  }
}
