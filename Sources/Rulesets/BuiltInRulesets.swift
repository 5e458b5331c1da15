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
    BuiltInRuleset(
      "gdpr_personal_data_classification", PackageResources.gdpr_personal_data_classification_yaml),
  ]

  private init(_ name: String, _ bytes: [UInt8]) {
    uri = RulesetURI(provider: RulesetURI.builtInProvider, name: name, version: "1.0.0")
    self.bytes = bytes
  }
}
