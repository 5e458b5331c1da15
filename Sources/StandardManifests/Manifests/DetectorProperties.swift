// The property schema that all detectors share. Knows no single detector.
internal import CanonicalJSON
internal import ComponentKit

/// Builds the property schema of a detector.
struct DetectorProperties {
  /// The URI of the ruleset that is used when none is named.
  let defaultRuleset: String
  /// The kind of ruleset, as `RulesetModel` names it.
  let rulesetKind: String
  /// Whether findings can be validated by a language model.
  var hasLLMValidation = true
  /// Whether source code is among the inputs.
  var takesSourceCode = true

  var schema: JSONValue {
    var properties = JSONObject([("pattern_matching", patternMatching)])
    if hasLLMValidation { properties["llm_validation"] = Self.llmValidation }
    if takesSourceCode { properties["source_code_context_window"] = Self.sourceCodeContextWindow }
    return ["type": "object", "additionalProperties": false, "properties": .object(properties)]
  }

  private var patternMatching: JSONValue {
    [
      "type": "object",
      "default": [:],
      "properties": [
        "ruleset": [
          "type": "string", "minLength": 1, "format": "ruleset", "x-ruleset-kind": .string(rulesetKind),
          "default": .string(defaultRuleset), "description": "provider/name/version.",
        ],
        "evidence_context_size": [
          "type": "string", "enum": ["small", "medium", "large", "full"], "default": "medium",
          "description": "50, 100 or 200 characters on each side of a match, or the whole text.",
        ],
        "maximum_evidence_count": ["type": "integer", "minimum": 1, "maximum": 20, "default": 3],
        "evidence_proximity_threshold": [
          "type": "integer", "minimum": 50, "maximum": 1000, "default": 200,
          "description": "Matches of a pattern that lie no further apart than this count as one place.",
        ],
      ],
    ]
  }

  private static let llmValidation: JSONValue = [
    "type": "object",
    "default": [:],
    "properties": [
      "enable_llm_validation": [
        "type": "boolean", "default": false, "x-capabilities": ["llm", "network"],
      ],
      "llm_validation_mode": [
        "type": "string", "enum": ["standard", "conservative", "aggressive"], "default": "standard",
      ],
      "sampling_size": ["type": "integer", "minimum": 1, "maximum": 100, "default": 3],
    ],
  ]

  private static let sourceCodeContextWindow: JSONValue = [
    "type": "string", "enum": ["small", "medium", "large", "full"], "default": "small",
    "description": "3, 15 or 50 lines around a match, or the whole file, for validation of source code.",
  ]
}
