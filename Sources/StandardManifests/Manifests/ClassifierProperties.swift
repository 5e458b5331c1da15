// The property schema that all classifiers share. Knows no single classifier.
internal import CanonicalJSON

/// Builds the property schema of a classifier.
struct ClassifierProperties {
  /// The URI of the ruleset that is used when none is named.
  let defaultRuleset: String
  /// The kind of ruleset, as `RulesetModel` names it.
  let rulesetKind: String

  var schema: JSONValue {
    [
      "type": "object",
      "additionalProperties": false,
      "properties": [
        "ruleset": [
          "type": "string", "minLength": 1, "format": "ruleset", "x-ruleset-kind": .string(rulesetKind),
          "default": .string(defaultRuleset), "description": "provider/name/version.",
        ]
      ],
    ]
  }
}
