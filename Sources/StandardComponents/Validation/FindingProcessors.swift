// What the detectors and classifiers tell of their findings, so that these can be validated.
internal import CanonicalJSON
internal import ComponentKit

extension Detector: FindingProcessor {
  var type: String { definition.type }
  var groupField: String { definition.findingFields.first ?? "id" }
  func makeSummary() -> any FindingSummary { DetectorSummary(definition.summary) }
}

extension DetectorSummary: FindingSummary {
  mutating func add(finding: JSONObject) { add(finding) }
}

extension Classifier: FindingProcessor {
  var type: String { definition.type }
  var groupField: String { definition.categoryField }
  func makeSummary() -> any FindingSummary {
    ClassifiedSummary(summary: ClassifierSummary(definition.summary), categoryField: definition.categoryField)
  }
}

/// Counts classified findings as they stand in a result.
private struct ClassifiedSummary: FindingSummary {
  private(set) var summary: ClassifierSummary
  let categoryField: String

  mutating func add(finding: JSONObject) {
    summary.add(
      finding, category: finding[categoryField]?.stringValue ?? "",
      requiresReview: finding["require_review"] == true,
      hasRiskModifier: finding["risk_modifiers"]?.arrayValue?.isEmpty == false)
  }

  var json: JSONObject { summary.json }
}
