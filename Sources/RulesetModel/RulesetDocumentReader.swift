// Reads what all rulesets have: name, version, description, and a list of rules with unique names.
internal import CanonicalJSON
internal import ComponentKit

/// The frame of a ruleset; the kinds' own fields are read by whoever asks for them.
struct RulesetDocumentReader {
  var fields: RulesetFieldReader
  /// Otherwise there is nothing to read, and that has been noted.
  let isMapping: Bool
  let name: String
  let version: String
  let description: String

  init(_ value: JSONValue) {
    fields = RulesetFieldReader(value.objectValue ?? JSONObject(), path: [], label: "the ruleset")
    isMapping = value.objectValue != nil
    guard isMapping else {
      fields.fail("expected a mapping, found \(value.typeName)")
      (name, version, description) = ("", "", "")
      return
    }
    name = fields.requiredText("name") ?? ""
    version = fields.requiredText("version") ?? ""
    description = fields.text("description") ?? ""
  }

  /// The rules that `read` makes of the elements of `rules`.
  mutating func rules<Rule>(_ read: (inout RulesetFieldReader) -> Rule?) -> [Rule] {
    guard let value = fields.required("rules") else { return [] }
    guard let elements = value.arrayValue else {
      fields.fail("'rules' expects a list, found \(value.typeName)", at: .key("rules"))
      return []
    }
    var rules: [Rule] = []
    var firstIndices: [String: Int] = [:]
    var unknown = UnknownRuleFields()
    for (index, element) in elements.enumerated() {
      var reader = fields.element(element, of: "rules", index)
      if let object = element.objectValue {
        noteName(object["name"]?.stringValue, index, &firstIndices, &reader)
        if let rule = read(&reader) { rules.append(rule) }
        unknown.add(reader)
      }
      fields.take(reader.issues)
    }
    fields.take(unknown.issues)
    return rules
  }

  private func noteName(
    _ name: String?, _ index: Int, _ first: inout [String: Int], _ reader: inout RulesetFieldReader
  ) {
    guard let name else { return }
    if let earlier = first[name] {
      reader.fail("the name '\(name)' is used before, by rule \(earlier + 1) of the list", at: .key("name"))
    } else {
      first[name] = index
    }
  }

  /// Every issue, once all fields were asked for.
  mutating func finish() -> [RulesetIssue] {
    fields.warnOfUnknownFields()
    return fields.issues
  }
}

/// The fields of rules that nobody asked for; each is told once, whatever the number of rules that have it.
private struct UnknownRuleFields {
  private var fields: [(name: String, first: RulesetFieldReader, count: Int)] = []
  private var places: [String: Int] = [:]

  mutating func add(_ rule: RulesetFieldReader) {
    for name in rule.unknownFields {
      if let place = places[name] {
        fields[place].count += 1
      } else {
        places[name] = fields.count
        fields.append((name, rule.withoutIssues, 1))
      }
    }
  }

  var issues: [RulesetIssue] {
    fields.flatMap { field in
      var reader = field.first
      reader.warnOfUnknownField(field.name, count: field.count)
      return reader.issues
    }
  }
}
