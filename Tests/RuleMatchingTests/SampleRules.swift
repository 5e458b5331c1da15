// A ruleset of one rule.
import CanonicalJSON
import RulesetModel

extension DetectionRuleset {
  /// One rule `r` of the kind personal_data_indicator; `more` are further fields of it.
  static func sample(
    patterns: [String] = [], valuePatterns: [String] = [], _ more: JSONValue = [:]
  ) -> DetectionRuleset {
    var rule = more.objectValue ?? JSONObject()
    rule["name"] = "r"
    rule["category"] = "c"
    rule["patterns"] = .array(patterns.map { .string($0) })
    rule["value_patterns"] = .array(valuePatterns.map { .string($0) })
    let value: JSONValue = ["name": "n", "version": "1.0.0", "categories": ["c"], "rules": [.object(rule)]]
    let decoded = DetectionRuleset.decode(value, .personalData)
    guard let ruleset = decoded.ruleset else { preconditionFailure("\(decoded.issues)") }
    return ruleset
  }
}
