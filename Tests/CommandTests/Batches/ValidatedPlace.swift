// A directory with a runbook whose findings are validated by a service, and that service.
internal import CanonicalJSON
internal import TestSupport
import Testing

/// Two texts with two findings each, of which those in `invented.txt` are none, by two detectors at once.
struct ValidatedPlace {
  static let findingCount = 4

  var place: Workplace
  let service: TestService

  init(_ rules: JSONValue = [:], sampleSize: Int = 100, policy: String = "") throws {
    var place = try Workplace()
    try place.write("data/real.txt", "A letter to a friend; the phone rang.\n")
    try place.write("data/invented.txt", "No letter at all; no phone either.\n")
    try place.write("rules/names/1.0.0/names.yaml", Self.ruleset)
    try place.write("sample.yaml", Self.runbook(sampleSize: sampleSize) + policy)
    service = try TestService(in: place, rules)
    place.environment = service.variables
    self.place = place
  }

  private static let ruleset = """
    name: names
    version: 1.0.0
    description: Two words
    categories: [contact_data, device_data]
    rules:
      - {name: letters, description: Letters, category: contact_data, patterns: [letter], value_patterns: []}
      - {name: phones, description: Phones, category: device_data, patterns: [phone], value_patterns: []}

    """

  static func runbook(sampleSize: Int) -> String {
    func detector(_ words: String) -> String {
      """
          process:
            type: personal_data
            properties:
              pattern_matching: {ruleset: small/names/1.0.0, evidence_context_size: \(words)}
              llm_validation: {enable_llm_validation: true, sampling_size: \(sampleSize)}
      """
    }
    return """
      name: Validated
      description: Finds words and has them validated
      contact: Tests <tests@example.com>
      artifacts:
        files:
          source: {type: filesystem, properties: {path: ./data}}
        near:
          inputs: files
      \(detector("small"))
          output: true
        far:
          inputs: files
      \(detector("large"))
          output: true
        classified:
          inputs: near
          process: {type: gdpr_personal_data_classifier}
          output: true

      """
  }

  func run(_ arguments: String...) throws -> ProcessResult {
    try place.start(.wct, ["run", "sample.yaml", "--rulesets", "small=rules"] + arguments).result()
  }

  /// Starts a run and leaves it going.
  func start() throws -> ChildProcess {
    try place.start(.wct, ["run", "sample.yaml", "--rulesets", "small=rules"])
  }

  func resume(_ arguments: String...) throws -> ProcessResult {
    try place.start(.wct, ["resume", "latest"] + arguments).result()
  }

  func poll(_ arguments: String...) throws -> ProcessResult {
    try place.start(.wct, ["poll", "latest"] + arguments).result()
  }

  /// What stays of the findings of an artifact, by their sources.
  func sources(_ artifact: String) throws -> [String] {
    (try place.content(artifact)?["findings"]?.arrayValue ?? []).compactMap {
      $0["metadata"]?["source"]?.stringValue
    }
  }

  /// The state of a run that was validated without disturbance.
  func expectValidated(_ comment: Comment? = nil) throws {
    #expect(try Set(place.statuses().values) == ["completed"], comment)
    for artifact in ["near", "far", "classified"] {
      #expect(try sources(artifact) == ["data/real.txt", "data/real.txt"], comment)
    }
    for artifact in ["near", "far"] {
      let removed = try place.content("\(artifact).removed_findings")?["removed_findings"]?.arrayValue
      #expect(removed?.count == 2, comment)
      #expect(removed?.first?["reason"] == "the data are invented", comment)
      let content = try place.content(artifact)
      #expect(content?["summary"]?["total_findings"] == 2, comment)
      let summary = content?["analysis_metadata"]?["validation_summary"]
      #expect(summary?["validated"] == 4 && summary?["removed"] == 2, comment)
    }
    #expect(try service.received().allSatisfy { $0 == 1 }, comment)
    #expect(try service.received().count == 2 * Self.findingCount, comment)
  }
}
