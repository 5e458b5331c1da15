// The property schema that all classifiers share. Knows no single classifier.
internal import CanonicalJSON

/// Builds the property schema of a classifier.
struct ClassifierProperties {
  /// The name of the ruleset that is used when none is named, and of its kind, as `RulesetModel` has it.
  let ruleset: String
  /// Whether findings can be enriched by a language model.
  var hasLLMValidation = false

  var schema: JSONValue {
    var properties = JSONObject([("ruleset", RulesetProperty(name: ruleset).schema)])
    if hasLLMValidation { properties["llm_validation"] = LLMValidationProperty.schema }
    return ["type": "object", "additionalProperties": false, "properties": .object(properties)]
  }
}
