// What a diagnostic's code stands for. The rules themselves are listed in RuleRegistry.swift.

/// One rule: an append-only code, a name people can type, and what it asks for.
public struct Rule: Sendable, Hashable {
  /// `WCT1xxx` syntax, `2xxx` names and structure, `3xxx` types and flow, `9xxx` lints.
  public let code: String
  /// Kebab-case name.
  public let name: String
  /// How much it matters.
  public let severity: Severity
  /// What the rule asks for, in one sentence.
  public let summary: String

  package init(_ code: String, _ name: String, _ severity: Severity, _ summary: String) {
    self.code = code
    self.name = name
    self.severity = severity
    self.summary = summary
  }

  /// Rules are the same when their codes are.
  public static func == (left: Rule, right: Rule) -> Bool { left.code == right.code }
  /// By code, as equality is.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
