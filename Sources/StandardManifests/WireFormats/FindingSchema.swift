// What the schemas of all findings have in common. Knows no single finding schema.
internal import CanonicalJSON
internal import ComponentKit

/// Builds the JSON Schema of a wire format that holds findings.
struct FindingSchema {
  /// Title and description, for people.
  let title: String
  let description: String
  /// The properties that a finding has on top of the common ones, and which of them are required.
  let findingProperties: [(String, JSONValue)]
  let requiredOfFinding: [String]
  /// The required counts of the summary; further keys are open.
  let summaryCounts: [String]
  /// What else the summary has, and whether it must.
  var moreOfSummary: [(name: String, schema: JSONValue, isRequired: Bool)] = []

  /// The schema of the content; `findings` streams.
  var content: JSONValue {
    [
      "title": .string(title),
      "description": .string(description),
      "type": "object",
      "x-items": "findings",
      "x-volatile": [
        "/analysis_metadata/analysis_timestamp", "/findings/*/evidence/*/collection_timestamp",
      ],
      "required": ["findings", "summary", "analysis_metadata"],
      "properties": [
        "findings": ["type": "array", "items": finding],
        "summary": summary,
        "analysis_metadata": Self.analysisMetadata,
      ],
    ]
  }

  private var finding: JSONValue {
    [
      "type": "object",
      "required": .array(
        (["evidence", "matched_patterns", "metadata"] + requiredOfFinding).map { .string($0) }),
      "properties": .object(JSONObject(Self.commonProperties + findingProperties)),
    ]
  }

  private var summary: JSONValue {
    let required = summaryCounts + moreOfSummary.filter(\.isRequired).map(\.name)
    return [
      "type": "object",
      "required": .array(required.map { .string($0) }),
      "properties": .object(
        JSONObject(summaryCounts.map { ($0, Self.count) } + moreOfSummary.map { ($0.name, $0.schema) })),
    ]
  }

  static let names: JSONValue = ["type": "array", "items": ["type": "string"]]
  static let score: JSONValue = ["type": "integer", "minimum": 0, "maximum": 100]
  static let name: JSONValue = ["type": "string", "minLength": 1]

  /// A list of the values of a field with the number of findings that have each.
  static func breakdown(of field: String) -> JSONValue {
    let properties = JSONObject([(field, name), ("findings_count", count)])
    let entry: JSONValue = [
      "type": "object", "required": .array([.string(field), "findings_count"]),
      "properties": .object(properties),
    ]
    return ["type": "array", "items": entry]
  }

  static let count: JSONValue = ["type": "integer", "minimum": 0]
  private static let text: JSONValue = ["type": "string"]

  private static let commonProperties: [(String, JSONValue)] = [
    ("id", text),
    ("evidence", ["type": "array", "items": evidence]),
    ("matched_patterns", ["type": "array", "items": matchedPattern]),
    ("metadata", findingMetadata),
    ("require_review", ["type": ["boolean", "null"]]),
  ]

  private static let evidence: JSONValue = [
    "type": "object",
    "required": ["content"],
    "properties": ["content": text, "collection_timestamp": ["type": ["string", "null"]]],
  ]

  private static let matchedPattern: JSONValue = [
    "type": "object",
    "required": ["pattern", "match_count"],
    "properties": ["pattern": text, "match_count": ["type": "integer", "minimum": 1]],
  ]

  private static let findingMetadata: JSONValue = [
    "type": "object",
    "required": ["source"],
    "properties": [
      "source": text,
      "context": ["type": "object"],
      "line_number": ["type": ["integer", "null"], "minimum": 1],
    ],
  ]

  private static let analysisMetadata: JSONValue = [
    "type": "object",
    "required": ["ruleset_used", "llm_validation_enabled"],
    "properties": [
      "ruleset_used": text,
      "llm_validation_enabled": ["type": "boolean"],
      "analysis_timestamp": ["type": ["string", "null"]],
      "evidence_context_size": ["type": ["string", "null"]],
      "llm_validation_mode": ["type": ["string", "null"]],
      "analyser_version": ["type": ["string", "null"]],
      "validation_summary": ["type": ["object", "null"]],
    ],
  ]
}
