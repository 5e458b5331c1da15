// How much each rule matters to the people who check: a named base, and what they set rule by rule.

/// Rules set to a level by whoever checks.
package struct RuleSetting: Sendable, Hashable {
  package let selector: RuleSelector
  package let level: RuleLevel

  /// A setting as it is written in two texts: `WCT9006` or `unused-artifact` or `WCT9`, and `off`, `note`,
  /// `warning` or `error`.
  ///
  /// A rule of the language can't be made less than an error, so a setting that asks for nothing else is refused.
  package init(_ selector: String, _ level: String) throws(RuleSettingError) {
    guard let known = RuleLevel(rawValue: level.lowercased()) else {
      throw RuleSettingError(
        "expected off, note, warning or error for '\(selector)', found '\(level)'",
        suggestion: closest(to: level, among: RuleLevel.allCases.map(\.rawValue)))
    }
    self.selector = try RuleSelector(selector)
    self.level = known
    guard known == .error || self.selector.rules.contains(where: { $0.nature != .language }) else {
      throw RuleSettingError("'\(selector)' is an error of the language and can't be \(known.phrase)")
    }
  }
}

extension RuleLevel {
  fileprivate var phrase: String { self == .off ? "switched off" : "made a \(rawValue)" }
}

/// What becomes of diagnostics before they are shown and counted.
package struct SeverityProfile: Sendable, Hashable {
  /// The levels to begin with.
  package enum Base: String, Sendable, Hashable, CaseIterable {
    /// Each rule as the registry has it.
    case `default`
    /// Warnings of what is most likely a mistake are errors.
    case strict
    /// Advice and older ways of writing are notes.
    case relaxed
    /// Older ways of writing are notes: for runbooks that are being brought up to date.
    case migration
  }

  package let base: Base
  package let overrides: [RuleSetting]

  /// Each rule as the registry has it.
  package static let `default` = SeverityProfile(base: .default)

  /// A profile; an exact code or name counts more than a longer prefix, that more than a shorter one, and among
  /// equals the last counts.
  package init(base: Base = .default, overrides: [RuleSetting] = []) {
    self.base = base
    self.overrides = overrides
  }

  /// The level of a rule.
  package func level(of rule: Rule) -> RuleLevel {
    guard rule.nature != .language else { return .error }
    var best: RuleSetting?
    for setting in overrides where setting.selector.covers(rule) {
      if setting.selector.length >= best?.selector.length ?? 0 { best = setting }
    }
    return best?.level ?? base.level(of: rule)
  }

  /// The diagnostic with its severity in this profile; nil where its rule is off.
  package func apply(to diagnostic: Diagnostic) -> Diagnostic? {
    if self == .default { return diagnostic }
    guard let severity = level(of: diagnostic.rule).severity else { return nil }
    var changed = diagnostic
    changed.severity = severity
    return changed
  }
}

extension SeverityProfile.Base {
  fileprivate func level(of rule: Rule) -> RuleLevel {
    let usual = RuleLevel(rule.severity)
    guard rule.severity == .warning else { return usual }
    switch (self, rule.nature) {
    case (.strict, .mistake): return .error
    case (.relaxed, .advice), (.relaxed, .dated), (.migration, .dated): return .note
    default: return usual
    }
  }
}
