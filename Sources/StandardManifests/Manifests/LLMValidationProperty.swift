// The property that asks for a validation by a language model. Knows no component.
internal import CanonicalJSON

enum LLMValidationProperty {
  /// The schema of `llm_validation`.
  static let schema: JSONValue = [
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
}
