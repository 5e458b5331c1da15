// What changed between two rulesets. Knows no files.
package import CanonicalJSON

/// One difference between two rulesets.
package struct RulesetChange: Sendable, Equatable {
  package enum Kind: String, Sendable { case added, removed, changed, moved }

  package let kind: Kind
  /// The rule's name; nil for the ruleset's own fields.
  package let rule: String?
  /// What of it changed: a field, and what it lost and got.
  package let details: [Detail]

  package struct Detail: Sendable, Equatable {
    package let field: String
    package let removed: [String]
    package let added: [String]
  }
}

/// The differences between two rulesets, rule by rule.
package enum RulesetChanges {
  package static func between(_ old: JSONValue, _ new: JSONValue) -> [RulesetChange] {
    let head = details(members(old, without: "rules"), members(new, without: "rules"))
    var changes = head.isEmpty ? [] : [RulesetChange(kind: .changed, rule: nil, details: head)]
    let before = rules(of: old)
    let after = rules(of: new)
    for rule in before where !after.contains(where: { $0.name == rule.name }) {
      changes.append(RulesetChange(kind: .removed, rule: rule.name, details: []))
    }
    for rule in after {
      guard let earlier = before.first(where: { $0.name == rule.name }) else {
        changes.append(RulesetChange(kind: .added, rule: rule.name, details: []))
        continue
      }
      let found = details(earlier.members, rule.members)
      if !found.isEmpty { changes.append(RulesetChange(kind: .changed, rule: rule.name, details: found)) }
    }
    return changes + moved(before.map(\.name), after.map(\.name))
  }

  /// The order of rules is the order of findings.
  private static func moved(_ before: [String], _ after: [String]) -> [RulesetChange] {
    let common = Set(before).intersection(after)
    let (old, new) = (before.filter(common.contains), after.filter(common.contains))
    guard old != new, let first = zip(old, new).first(where: { $0 != $1 }) else { return [] }
    return [RulesetChange(kind: .moved, rule: first.1, details: [])]
  }

  private static func rules(of ruleset: JSONValue) -> [(name: String, members: [String: JSONValue])] {
    (ruleset.objectValue?["rules"]?.arrayValue ?? []).compactMap { rule in
      rule.objectValue?["name"]?.stringValue.map { ($0, members(rule, without: "name")) }
    }
  }

  private static func members(_ value: JSONValue, without key: String) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    for member in value.objectValue?.members ?? [] where member.key != key {
      members[member.key] = member.value
    }
    return members
  }

  private static func details(
    _ old: [String: JSONValue], _ new: [String: JSONValue]
  ) -> [RulesetChange.Detail] {
    Set(old.keys).union(new.keys).sorted().compactMap { field in
      let (before, after) = (texts(old[field]), texts(new[field]))
      guard old[field] != new[field] else { return nil }
      return RulesetChange.Detail(
        field: field, removed: before.filter { !after.contains($0) },
        added: after.filter { !before.contains($0) })
    }
  }

  /// A list element by element, anything else as one.
  private static func texts(_ value: JSONValue?) -> [String] {
    guard let value, value != .null else { return [] }
    let elements = value.arrayValue ?? [value]
    return elements.map { $0.stringValue ?? $0.canonicalText }
  }
}
