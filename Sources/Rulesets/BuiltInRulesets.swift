// The rulesets that are part of the program.

/// One embedded ruleset file.
struct BuiltInRuleset: Sendable {
  let uri: RulesetURI
  /// YAML.
  let bytes: [UInt8]

  /// The file's name in diagnostics.
  var sourceName: String { "built-in ruleset \(uri)" }

  static let all: [BuiltInRuleset] = [
    BuiltInRuleset("personal_data_indicator", PackageResources.personal_data_indicator_yaml),
    BuiltInRuleset("data_subject_indicator", PackageResources.data_subject_indicator_yaml),
    BuiltInRuleset("processing_purposes", PackageResources.processing_purposes_yaml),
    BuiltInRuleset("service_integrations", PackageResources.service_integrations_yaml),
    BuiltInRuleset("data_collection", PackageResources.data_collection_yaml),
    BuiltInRuleset(
      "gdpr_personal_data_classification", PackageResources.gdpr_personal_data_classification_yaml),
    BuiltInRuleset(
      "gdpr_data_subject_classification", PackageResources.gdpr_data_subject_classification_yaml),
    BuiltInRuleset(
      "gdpr_processing_purpose_classification", PackageResources.gdpr_processing_purpose_classification_yaml),
    BuiltInRuleset(
      "gdpr_service_integration_classification",
      PackageResources.gdpr_service_integration_classification_yaml),
    BuiltInRuleset(
      "gdpr_data_collection_classification", PackageResources.gdpr_data_collection_classification_yaml),
  ]

  private init(_ name: String, _ bytes: [UInt8]) {
    uri = RulesetURI(provider: RulesetURI.builtInProvider, name: name, version: "1.0.0")
    self.bytes = bytes
  }
}
