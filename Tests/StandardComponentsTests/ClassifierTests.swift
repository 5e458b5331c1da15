// The classifier engine, with the personal data row.
import CanonicalJSON
import ComponentKit
import StandardManifests
import Testing

private let uri = "local/gdpr_personal_data_classification/1.0.0"

private let classification: JSONValue = [
  "name": "my_rules", "version": "2.1.0", "privacy_categories": ["contact", "health", "context_dependent"],
  "rules": [
    [
      "name": "a", "privacy_category": "contact", "indicator_categories": ["email", "twice"],
      "article_references": ["Article 4(1)"],
    ],
    [
      "name": "b", "privacy_category": "health", "special_category": true,
      "indicator_categories": ["illness", "twice"],
    ],
    ["name": "c", "privacy_category": "context_dependent", "indicator_categories": ["picture"]],
  ],
]

private func indicator(_ category: String) -> JSONValue {
  [
    "id": "i", "category": .string(category),
    "evidence": [
      ["content": "x", "collection_timestamp": "then"], ["content": "y", "collection_timestamp": .null],
    ],
    "matched_patterns": [["pattern": "p", "match_count": 2]],
    "metadata": ["source": "s", "context": ["confidence": 90], "line_number": 3],
  ]
}

private func classify(_ categories: [String]) throws -> TrialResult {
  try process(
    "gdpr_personal_data_classifier", rulesets: [uri: classification],
    inputs: [TrialArtifact(schema: .personalDataIndicator, items: categories.map(indicator))])
}

@Test("A classified finding repeats the indicator and says what the ruleset says")
func findingsAreClassified() throws {
  let finding = try #require(try classify(["email"]).items.first?.objectValue)
  let content: JSONValue = [
    "indicator_type": "email", "privacy_category": "contact", "special_category": false,
    "article_references": ["Article 4(1)"],
    "evidence": [["content": "x", "collection_timestamp": "then"], ["content": "y"]],
    "matched_patterns": [["pattern": "p", "match_count": 2]],
    "metadata": ["source": "s", "context": ["confidence": 90]],
  ]
  var expected = content.objectValue ?? JSONObject()
  expected["id"] = finding["id"]
  #expect(finding == expected)
}

@Test(
  "Later rules win, unmapped indicators are unclassified, what depends on context asks for review",
  arguments: [
    ("twice", "health", true, nil), ("unknown", "unclassified", false, nil),
    ("picture", "context_dependent", false, true),
  ] as [(String, String, Bool, Bool?)])
func categoriesAreLookedUp(indicator: String, category: String, isSpecial: Bool, review: Bool?) throws {
  let finding = try #require(try classify([indicator]).items.first?.objectValue)
  #expect(finding["privacy_category"] == .string(category))
  #expect(finding["special_category"] == .bool(isSpecial))
  #expect(finding["article_references"] == [])
  #expect(finding["require_review"] == review.map { .bool($0) })
}

@Test("The head counts, and names the ruleset by its own name")
func headCounts() throws {
  let result = try classify(["email", "illness", "twice", "picture", "unknown"])
  #expect(result.items.count == 5)
  #expect(Set(result.items.map { $0["id"] }).count == 5)
  #expect(
    result.head["summary"] == ["total_findings": 5, "special_category_count": 2, "requires_review_count": 1])
  #expect(
    result.head["analysis_metadata"] == [
      "ruleset_used": "local/my_rules/2.1.0", "llm_validation_enabled": false,
      "analysis_timestamp": "2026-01-31T12:00:00.000000+00:00",
    ])
}

@Test("No indicators give no findings")
func nothingToClassify() throws {
  let result = try classify([])
  #expect(result.items == [])
  #expect(result.head["summary"]?["total_findings"] == 0)
}
