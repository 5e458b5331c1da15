// The examples that a rule may carry: texts that it matches, and texts that it does not. Knows no matching.
package import CanonicalJSON
internal import ComponentKit

/// `examples: {match: […], no_match: […]}` of one rule.
///
/// Examples say nothing about what a rule finds, so they are no part of a loaded ruleset.
package struct RuleExamples: Sendable, Hashable {
  package static let key = "examples"

  /// The rule's name.
  package let rule: String
  /// Texts that the rule finds something in.
  package let match: [String]
  /// Texts that it finds nothing in.
  package let noMatch: [String]

  package init(rule: String, match: [String], noMatch: [String]) {
    self.rule = rule
    self.match = match
    self.noMatch = noMatch
  }

  /// The examples of every rule that has some, in the order of the rules.
  package static func all(in ruleset: JSONValue) -> [RuleExamples] {
    (ruleset.objectValue?["rules"]?.arrayValue ?? []).compactMap { rule in
      guard let object = rule.objectValue, let name = object["name"]?.stringValue,
        let examples = object[key]?.objectValue
      else { return nil }
      func texts(_ key: String) -> [String] { (examples[key]?.arrayValue ?? []).compactMap(\.stringValue) }
      return RuleExamples(rule: name, match: texts("match"), noMatch: texts("no_match"))
    }
  }

  /// The ruleset without them.
  package static func removed(from ruleset: JSONValue) -> JSONValue {
    guard var object = ruleset.objectValue, let rules = object["rules"]?.arrayValue else { return ruleset }
    guard rules.contains(where: { $0.objectValue?[key] != nil }) else { return ruleset }
    object["rules"] = .array(
      rules.map { rule in
        guard let members = rule.objectValue?.members else { return rule }
        return .object(JSONObject(members: members.filter { $0.key != key }))
      })
    return .object(object)
  }

  /// Notes what is wrong with the form of a rule's examples.
  static func check(_ reader: inout RulesetFieldReader) {
    guard let value = reader.value(key) else { return }
    guard let object = value.objectValue else {
      reader.fail("'\(key)' expects a mapping, found \(value.typeName)", at: .key(key))
      return
    }
    var fields = reader.nested(object, at: .key(key))
    let count = fields.texts("match").count + fields.texts("no_match").count
    if count == 0 {
      fields.fail("'\(key)' has neither 'match' nor 'no_match'", warning: true)
    }
    fields.warnOfUnknownFields()
    reader.take(fields.issues)
  }
}
