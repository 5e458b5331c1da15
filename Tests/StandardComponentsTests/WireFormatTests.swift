// The wire formats and manifests that are built in.
import CanonicalJSON
import ComponentKit
import StandardManifests
import Testing

@Test(
  "Every manifest names installed schemas, and its property schema compiles",
  arguments: ComponentKind.allCases)
func manifestsFitTogether(kind: ComponentKind) throws {
  let catalog = ComponentCatalog.standard
  #expect(!catalog.manifests(kind).isEmpty)
  for manifest in catalog.manifests(kind) {
    let schema = try JSONSchema(manifest.propertySchema)
    #expect(schema.source["type"] == "object")
    #expect(schema.source["additionalProperties"] == false)
    for reference in manifest.outputs + manifest.inputCombinations.flatMap({ $0 }) {
      #expect(catalog.schemas[reference] != nil, "\(manifest.type): \(reference)")
    }
    #expect(kind == .exporter || !manifest.outputs.isEmpty)
    #expect((kind == .processor) == !manifest.inputCombinations.isEmpty)
  }
}

@Test("Every wire format says which array streams")
func wireFormatsStream() {
  let expected: [String: String?] = [
    "data_collection_indicator": "findings", "data_subject_indicator": "findings",
    "gdpr_data_collection": "findings", "gdpr_data_subject": "findings", "gdpr_personal_data": "findings",
    "gdpr_processing_purpose": "findings", "gdpr_service_integration": "findings",
    "personal_data_indicator": "findings", "processing_purpose_indicator": "findings",
    "removed_findings": "removed_findings", "run_result": "outputs", "runbook": nil,
    "service_integration_indicator": "findings", "source_code": "data", "standard_input": "data",
  ]
  let schemas = SchemaCatalog.standard
  #expect(schemas.references.map(\.name) == expected.keys.sorted())
  for reference in schemas.references {
    #expect(reference.version == "1.0.0")
    #expect(schemas[reference]?.itemsProperty == expected[reference.name] ?? nil)
  }
}

@Test(
  "Property defaults are those of the contract",
  arguments: [
    ("filesystem", ["path": "x"], ["path": "x", "max_files": 1000, "encoding": "utf-8", "errors": "strict"]),
    (
      "mysql", ["host": "h", "user": "u"],
      [
        "host": "h", "user": "u", "port": 3306, "charset": "utf8mb4", "connect_timeout": 10,
        "max_rows_per_table": 10,
      ]
    ),
    (
      "personal_data", [:],
      [
        "pattern_matching": [
          "ruleset": "local/personal_data_indicator/1.0.0", "evidence_context_size": "medium",
          "maximum_evidence_count": 3, "evidence_proximity_threshold": 200,
        ],
        "llm_validation": [
          "enable_llm_validation": false, "llm_validation_mode": "standard", "sampling_size": 3,
        ],
        "source_code_context_window": "small",
      ]
    ),
    ("gdpr_personal_data_classifier", [:], ["ruleset": "local/gdpr_personal_data_classification/1.0.0"]),
    (
      "service_integration", [:],
      [
        "pattern_matching": [
          "ruleset": "local/service_integrations/1.0.0", "evidence_context_size": "medium",
          "maximum_evidence_count": 3, "evidence_proximity_threshold": 200,
        ],
        "source_code_context_window": "small",
      ]
    ),
    ("sqlite", ["database_path": "x"], ["database_path": "x", "max_rows_per_table": 10]),
    ("source_code_analyser", [:], ["max_file_size": 10_485_760]),
  ] as [(String, JSONValue, JSONValue)])
func defaultsAreFilledIn(type: String, given: JSONValue, expected: JSONValue) throws {
  let catalog = ComponentCatalog.standard
  let manifest = try #require(catalog.manifest(.connector, type) ?? catalog.manifest(.processor, type))
  let schema = try JSONSchema(manifest.propertySchema)
  #expect(schema.violations(of: given) == [])
  #expect(.object(schema.fillingDefaults(in: try #require(given.objectValue))) == expected)
}

@Test(
  "Properties outside their range, and unknown ones at the top, are refused; nested ones are open",
  arguments: [
    (["pattern_matching": ["maximum_evidence_count": 0]], "/pattern_matching/maximum_evidence_count"),
    (["pattern_matching": ["maximum_evidence_count": 21]], "/pattern_matching/maximum_evidence_count"),
    (
      ["pattern_matching": ["evidence_proximity_threshold": 49]],
      "/pattern_matching/evidence_proximity_threshold"
    ),
    (
      ["pattern_matching": ["evidence_proximity_threshold": 1001]],
      "/pattern_matching/evidence_proximity_threshold"
    ),
    (["pattern_matching": ["evidence_context_size": "huge"]], "/pattern_matching/evidence_context_size"),
    (["llm_validation": ["sampling_size": 101]], "/llm_validation/sampling_size"),
    (["source_code_context_window": "wide"], "/source_code_context_window"),
    (["colour": 1], "/colour"),
    (["pattern_matching": ["colour": 1]], nil),
  ] as [(JSONValue, String?)])
func detectorPropertiesAreChecked(properties: JSONValue, pointer: String?) throws {
  let manifest = try #require(ComponentCatalog.standard.manifest(.processor, "personal_data"))
  let violations = try JSONSchema(manifest.propertySchema).violations(of: properties)
  #expect(violations.map(\.pointer) == (pointer.map { [$0] } ?? []))
}

private let goodFinding: JSONValue = [
  "id": "1", "category": "email", "evidence": [["content": "x", "collection_timestamp": "t"]],
  "matched_patterns": [["pattern": "x", "match_count": 1]], "metadata": ["source": "s", "context": [:]],
]

private let goodContents: [String: JSONValue] = [
  "standard_input": [
    "schemaVersion": "1.0.0", "name": "n",
    "data": [
      ["content": "", "metadata": ["source": "s", "connector_type": "sqlite_connector", "table_name": "t"]]
    ],
  ],
  "source_code": [
    "schemaVersion": "1.0.0", "name": "n", "description": "d", "source": "s",
    "metadata": ["total_files": 1, "total_lines": 2, "analysis_timestamp": "t"],
    "data": [
      [
        "file_path": "a.php", "language": "php", "raw_content": "<?php",
        "metadata": ["file_size": 5, "line_count": 1, "last_modified": .null],
      ]
    ],
  ],
  "personal_data_indicator": [
    "findings": [goodFinding], "summary": ["total_findings": 1],
    "analysis_metadata": [
      "ruleset_used": "r", "llm_validation_enabled": false, "evidence_context_size": "medium",
    ],
  ],
  "gdpr_personal_data": [
    "findings": [
      [
        "indicator_type": "email", "privacy_category": "c", "special_category": false,
        "article_references": ["A"],
        "evidence": [["content": "x"]], "matched_patterns": [["pattern": "x", "match_count": 1]],
        "metadata": ["source": "s"], "require_review": true,
      ]
    ],
    "summary": ["total_findings": 1, "special_category_count": 0, "requires_review_count": 1],
    "analysis_metadata": ["ruleset_used": "r", "llm_validation_enabled": false],
  ],
]

@Test("Good contents fit", arguments: goodContents.keys.sorted())
func goodContentsFit(name: String) throws {
  let format = try #require(SchemaCatalog.standard[SchemaReference(name)])
  #expect(format.schema.violations(of: try #require(goodContents[name])) == [])
}

@Test("A required member that is missing is noticed, wherever it is", arguments: goodContents.keys.sorted())
func missingMembersAreNoticed(name: String) throws {
  let format = try #require(SchemaCatalog.standard[SchemaReference(name)])
  let required: [String: [[String]]] = [
    "standard_input": [
      ["schemaVersion"], ["name"], ["data"], ["data", "content"], ["data", "metadata"],
      ["data", "metadata", "source"], ["data", "metadata", "connector_type"],
    ],
    "source_code": [
      ["description"], ["source"], ["metadata", "total_files"], ["metadata", "total_lines"],
      ["metadata", "analysis_timestamp"], ["data", "file_path"], ["data", "language"],
      ["data", "raw_content"], ["data", "metadata", "file_size"], ["data", "metadata", "line_count"],
    ],
    "personal_data_indicator": [
      ["findings"], ["summary"], ["analysis_metadata"], ["summary", "total_findings"],
      ["analysis_metadata", "ruleset_used"], ["analysis_metadata", "llm_validation_enabled"],
      ["findings", "category"], ["findings", "evidence"], ["findings", "matched_patterns"],
      ["findings", "metadata"], ["findings", "metadata", "source"], ["findings", "evidence", "content"],
      ["findings", "matched_patterns", "pattern"], ["findings", "matched_patterns", "match_count"],
    ],
    "gdpr_personal_data": [
      ["findings", "indicator_type"], ["findings", "privacy_category"],
      ["summary", "special_category_count"], ["summary", "requires_review_count"],
    ],
  ]
  for path in try #require(required[name]) {
    let broken = try #require(goodContents[name]).removing(path[...])
    #expect(
      format.schema.violations(of: broken).map(\.reason) == [.missing(property: try #require(path.last))])
  }
}

extension JSONValue {
  /// The value without the member at a path; the first element of an array is meant where one is met.
  fileprivate func removing(_ path: ArraySlice<String>) -> JSONValue {
    if case .array(let elements) = self, let first = elements.first {
      return .array([first.removing(path)] + elements.dropFirst())
    }
    guard case .object(var object) = self, let key = path.first else { return self }
    object[key] = path.count == 1 ? Optional.none : object[key]?.removing(path.dropFirst())
    return .object(object)
  }
}
