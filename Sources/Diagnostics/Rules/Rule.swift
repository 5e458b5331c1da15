// What a diagnostic's code stands for. The rules themselves are listed in RuleRegistry.swift.

/// One rule: an append-only code, a name people can type, and what it asks for.
public struct Rule: Sendable, Hashable {
  /// `WCT1xxx` files and options, `2xxx` names and structure, `3xxx` types and flow, `4xxx` plans, `5xxx` running,
  /// `9xxx` lints.
  public let code: String
  /// Kebab-case name.
  public let name: String
  /// How much it matters, unless a ``SeverityProfile`` says otherwise.
  public let severity: Severity
  /// What the rule asks for, in one sentence.
  public let summary: String
  /// What kind of thing is wrong where it is broken; decides what a severity profile does with it.
  package let nature: RuleNature

  /// A rule; without a nature it is one of the language when it is an error, else a likely mistake.
  package init(
    _ code: String, _ name: String, _ severity: Severity, _ summary: String, _ nature: RuleNature? = nil
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.summary = summary
    self.nature = nature ?? (severity == .error ? .language : .mistake)
  }

  /// Rules are the same when their codes are.
  public static func == (left: Rule, right: Rule) -> Bool { left.code == right.code }
  /// By code, as equality is.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// What kind of thing is wrong where a rule is broken.
package enum RuleNature: String, Sendable, CaseIterable {
  /// There is no plan, or no run, without it: the severity can't be changed.
  case language
  /// It is allowed, and most likely not what was meant.
  case mistake
  /// It is allowed and works; another way serves people better.
  case advice
  /// It is an older way of writing that is still understood.
  case dated
}
