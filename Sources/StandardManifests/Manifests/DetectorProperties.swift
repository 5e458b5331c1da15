// The property schema that all detectors share. Knows no single detector.
internal import CanonicalJSON

/// Builds the property schema of a detector.
struct DetectorProperties {
  /// The name of the ruleset that is used when none is named, and of its kind, as `RulesetModel` has it.
  let ruleset: String
  /// Whether findings can be validated by a language model.
  var hasLLMValidation = true

  var schema: JSONValue {
    var properties = JSONObject([
      ("pattern_matching", patternMatching), ("source_code_context_window", Self.sourceCodeContextWindow),
    ])
    if hasLLMValidation { properties["llm_validation"] = LLMValidationProperty.schema }
    return ["type": "object", "additionalProperties": false, "properties": .object(properties)]
  }

  private var patternMatching: JSONValue {
    [
      "type": "object",
      "default": [:],
      "properties": [
        "ruleset": RulesetProperty(name: ruleset).schema,
        "evidence_context_size": [
          "type": "string", "enum": ["small", "medium", "large", "full"], "default": "medium",
          "description": "50, 100 or 200 characters on each side of a match, or the whole text.",
        ],
        "maximum_evidence_count": ["type": "integer", "minimum": 1, "maximum": 20, "default": 3],
        "evidence_proximity_threshold": [
          "type": "integer", "minimum": 50, "maximum": 1000, "default": 200,
          "description": "Matches of a pattern that lie no further apart than this count as one place.",
        ],
        "match_positions": [
          "type": "boolean",
          "description": "Whether findings in texts tell where each match stands; not unless it is true.",
        ],
      ],
    ]
  }

  private static let sourceCodeContextWindow: JSONValue = [
    "type": "string", "enum": ["small", "medium", "large", "full"], "default": "small",
    "description": "3, 15 or 50 lines of source code on each side of a match, or the whole file.",
  ]
}
