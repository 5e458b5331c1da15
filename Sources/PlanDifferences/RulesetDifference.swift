// What differs between two versions of a ruleset, rule by rule. Knows no kinds of rulesets and no matching.
internal import CanonicalJSON

/// A rule that is not the same in both rulesets.
package struct RuleChange: Sendable, Hashable {
  package enum State: String, Sendable { case added, removed, modified }

  package let name: String
  package let state: State
  /// For a modified rule: pointers from the rule, `/patterns`.
  package let changes: [Change]

  /// The same seen from the other side.
  package var reversed: RuleChange {
    let other: State =
      switch state {
      case .added: .removed
      case .removed: .added
      case .modified: .modified
      }
    return RuleChange(name: name, state: other, changes: changes.map(\.reversed))
  }
}

/// Compares rulesets as plans carry them.
struct RulesetDifference {
  /// In the order of the newer ruleset, removed ones last.
  let rules: [RuleChange]
  /// What differs besides the rules: version, description, vocabularies; and the order of the rules.
  let changes: [Change]

  init(_ old: JSONValue, _ new: JSONValue) {
    var (left, right) = (old.objectValue ?? JSONObject(), new.objectValue ?? JSONObject())
    let (oldRules, newRules) = (Self.rules(of: left), Self.rules(of: right))
    left["rules"] = nil
    right["rules"] = nil
    let other = ValueDifference.changes(left, right, .ruleset, at: "")
    (rules, changes) = Self.compare(oldRules, newRules, other)
  }

  private static func rules(of ruleset: JSONObject) -> [JSONObject] {
    (ruleset["rules"]?.arrayValue ?? []).map { $0.objectValue ?? JSONObject() }
  }

  /// Rules are found again by name; where a name stands several times, the first goes with the first.
  private static func compare(
    _ old: [JSONObject], _ new: [JSONObject], _ other: [Change]
  ) -> ([RuleChange], [Change]) {
    var open: [JSONValue: [Int]] = [:]
    for index in old.indices.reversed() { open[old[index]["name"] ?? .null, default: []].append(index) }
    var rules: [RuleChange] = []
    var found: [Int] = []
    for rule in new {
      guard let index = open[rule["name"] ?? .null]?.popLast() else {
        rules.append(RuleChange(name: name(rule), state: .added, changes: []))
        continue
      }
      found.append(index)
      let changes = ValueDifference.changes(old[index], rule, .ruleset, at: "")
      if !changes.isEmpty { rules.append(RuleChange(name: name(rule), state: .modified, changes: changes)) }
    }
    let kept = Set(found)
    for index in old.indices where !kept.contains(index) {
      rules.append(RuleChange(name: name(old[index]), state: .removed, changes: []))
    }
    guard found != found.sorted() else { return (rules, other) }
    // Findings come in the order of the rules.
    let order = Change(.ruleset, "/rules", old: names(found.sorted(), old), new: names(found, old))
    return (rules, other + [order])
  }

  private static func names(_ indices: [Int], _ rules: [JSONObject]) -> JSONValue {
    .array(indices.map { .string(name(rules[$0])) })
  }

  private static func name(_ rule: JSONObject) -> String { rule["name"]?.stringValue ?? "" }
}
