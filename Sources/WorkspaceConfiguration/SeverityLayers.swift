// Several lists of rule settings, the later ones more important. Does not know where they come from.
package import Diagnostics

/// What rules are set to: a profile, and lists of settings over it.
///
/// Within a list an exact code or name counts more than the beginning of codes; a later list counts more than an
/// earlier one whatever they say.
package struct SeverityLayers: Sendable, Hashable {
  private var base: SeverityProfile.Base = .default
  private var lists: [[RuleSetting]] = []

  package init() {}

  /// Puts a list of settings over the present ones; a profile takes the place of the present one.
  package mutating func add(_ settings: [RuleSetting], profile: SeverityProfile.Base? = nil) {
    base = profile ?? base
    if !settings.isEmpty { lists.append(settings) }
  }

  /// The diagnostic with the severity that its rule is set to; nil where the rule is off.
  package func apply(to diagnostic: Diagnostic) -> Diagnostic? {
    if base == .default, lists.isEmpty { return diagnostic }
    return profile(for: diagnostic.rule).apply(to: diagnostic)
  }

  private func profile(for rule: Rule) -> SeverityProfile {
    let list = lists.last { $0.contains { $0.selector.covers(rule) } }
    return SeverityProfile(base: base, overrides: list ?? [])
  }
}
