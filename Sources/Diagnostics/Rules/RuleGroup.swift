// The groups that rules are listed in, by the beginnings of their codes.

/// Rules on one matter.
package struct RuleGroup: Sendable {
  package let title: String
  /// The rules, by code.
  package let rules: [Rule]

  /// Every group that has rules, by code. Each rule is in one of them.
  package static var all: [RuleGroup] {
    var rest = Rule.all
    return titles.compactMap { prefix, title in
      let own = rest.filter { $0.code.hasPrefix(prefix) }
      rest.removeAll(where: own.contains)
      return own.isEmpty ? nil : RuleGroup(title: title, rules: own)
    }
  }

  /// What codes begin with, the more exact before the less exact.
  private static let titles = [
    ("WCT100", "Files and their YAML"),
    ("WCT1", "Options and surroundings"),
    ("WCT2", "Names and structure"),
    ("WCT3", "Types and flow"),
    ("WCT4", "Plans"),
    ("WCT50", "The store"),
    ("WCT5", "Runs"),
    ("WCT6", "Components"),
    ("WCT", "Lints"),
  ]
}
