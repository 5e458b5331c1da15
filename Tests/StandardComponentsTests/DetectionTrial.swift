// Runs the personal_data detector over texts with a small ruleset.
import CanonicalJSON
import ComponentKit

/// A rule of a test; `category` is its name.
func rule(
  _ name: String, _ patterns: [String] = [], values: [String] = [], _ more: JSONValue = [:]
) -> JSONValue {
  var object = more.objectValue ?? JSONObject()
  object["name"] = .string(name)
  object["category"] = .string(name)
  object["patterns"] = .array(patterns.map { .string($0) })
  object["value_patterns"] = .array(values.map { .string($0) })
  return .object(object)
}

/// A ruleset of these rules.
func ruleset(_ rules: [JSONValue]) -> JSONValue {
  [
    "name": "test", "version": "1.0.0", "rules": .array(rules),
    "categories": .array(rules.compactMap { $0.objectValue?["category"] }),
  ]
}

/// Finds the rules in the texts.
func detect(
  _ texts: [String], _ rules: [JSONValue], _ matching: JSONValue = [:],
  context: TrialContext = TrialContext()
) throws -> TrialResult {
  try detect([TrialArtifact.texts(texts)], rules, matching, context: context)
}

/// Finds the rules in the items of the inputs.
func detect(
  _ inputs: [any ArtifactReader], _ rules: [JSONValue], _ matching: JSONValue = [:],
  context: TrialContext = TrialContext()
) throws -> TrialResult {
  var matching = matching.objectValue ?? JSONObject()
  matching["ruleset"] = "local/test/1.0.0"
  return try process(
    "personal_data", ["pattern_matching": .object(matching)],
    rulesets: ["local/test/1.0.0": ruleset(rules)], inputs: inputs, context: context)
}

extension TrialResult {
  /// How often each pattern of a finding matched, in order.
  func counts(_ index: Int = 0) -> [String] {
    guard items.indices.contains(index) else { return [] }
    return (items[index]["matched_patterns"].arrayValue ?? []).map {
      "\($0["pattern"].stringValue ?? "?"):\($0["match_count"].integerValue ?? 0)"
    }
  }

  /// The texts of a finding's evidence.
  func evidence(_ index: Int = 0) -> [String] {
    guard items.indices.contains(index) else { return [] }
    return (items[index]["evidence"].arrayValue ?? []).compactMap { $0["content"].stringValue }
  }

  /// The categories of the findings.
  var categories: [String] { items.compactMap { $0["category"].stringValue } }
}
