// A list of names at the top of a ruleset, and whether a name is among them. Knows no rules.

/// The names that rules may use in one field.
struct RulesetVocabulary: Sendable {
  /// The key of the list.
  let list: String
  let names: [String]
  private let known: Set<String>

  init(_ list: String, _ names: [String]) {
    self.list = list
    self.names = names
    known = Set(names)
  }

  func contains(_ name: String) -> Bool { known.contains(name) }

  /// What is said of a name that is not among them.
  func unknown(_ name: String) -> RulesetIssue.UnknownName {
    RulesetIssue.UnknownName(written: name, known: names)
  }
}
