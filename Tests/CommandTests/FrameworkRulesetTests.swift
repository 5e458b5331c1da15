// Rulesets as the Python framework has them, under its provider, through detection and classification.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct FrameworkRulesetTests {
  private let place: Workplace
  private static let rulesets = "local=\(Repository.path)/Fixtures/rulesets/framework"

  private static let detectors = [
    ("personal_data", "gdpr_personal_data_classifier"), ("data_subject", "gdpr_data_subject_classifier"),
    ("processing_purpose", "gdpr_processing_purpose_classifier"),
    ("service_integration", "gdpr_service_integration_classifier"),
    ("data_collection", "gdpr_data_collection_classifier"),
  ]

  init() throws {
    place = try Workplace()
    try place.write(
      "in/shop.php",
      """
      <?php // employee EMP-1234, a child under 16; payroll
      $email = $_POST['email']; // customer: jane@example.com
      setcookie('user_id', $id); $stripe->charge('4111 1111 1111 1111');
      // support ticket, newsletter campaign_may; UA-12345-1 diagnosis, EMAIL

      """)
    var runbook = """
      name: Framework
      description: Every kind
      contact: Tests
      artifacts:
        files: {source: {type: filesystem, properties: {path: in}}}
        code: {inputs: files, process: {type: source_code_analyser}}

      """
    for (detector, classifier) in Self.detectors {
      runbook += "  \(detector): {inputs: code, process: {type: \(detector)}, output: true}\n"
      runbook += "  \(classifier): {inputs: \(detector), process: {type: \(classifier)}, output: true}\n"
    }
    try place.write("shop.yaml", runbook)
  }

  private func findings(_ artifact: String, of results: JSONValue) throws -> [JSONValue] {
    let output = try #require(
      results["outputs"]?.arrayValue?.first { $0["artifact_id"] == .string(artifact) })
    return try #require(output["content"]?["findings"]?.arrayValue)
  }

  @Test func everyKindIsFoundAndClassified() throws {
    let result = try place.wct(
      "run", "shop.yaml", "--rulesets", Self.rulesets, "-o", "\(place.path)/out.json")
    #expect(result.code == 0, "\(result)")
    let results = try JSONReader.read(place.bytes("out.json"))
    let personal = try findings("personal_data", of: results)
    #expect(
      personal.compactMap { $0["category"]?.stringValue }
        == ["basic_profile", "account_data", "payment_data", "health_data"])
    // Nothing but what the format has: no rule, no confidence.
    #expect(personal.allSatisfy { $0["metadata"]?["context"] == [:] })
    #expect(
      personal.first?["matched_patterns"]
        == [
          ["pattern": "email", "match_count": 3],
          ["pattern": "\\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}\\b", "match_count": 1],
        ])
    let subjects = try findings("data_subject", of: results)
    #expect(
      subjects.map {
        "\($0["subject_category"]?.stringValue ?? "") \($0["confidence_score"]?.integerValue ?? 0)"
      }
        == ["employee 70", "customer 40"])
    let classified = try findings("gdpr_data_subject_classifier", of: results)
    #expect(classified.first?["risk_modifiers"] == ["minor"])
    let purposes = try findings("gdpr_processing_purpose_classifier", of: results)
    #expect(purposes.compactMap { $0["purpose_category"]?.stringValue } == ["operational", "marketing"])
    #expect(try findings("gdpr_service_integration_classifier", of: results).count == 2)
    #expect(try findings("gdpr_data_collection_classifier", of: results).count == 2)
    let health = try findings("gdpr_personal_data_classifier", of: results).last
    #expect(health?["special_category"] == true && health?["privacy_category"] == "health_data")
  }

  @Test func theFilesPassTheTestOfRulesets() throws {
    let result = try place.wct("rulesets", "test", "--rulesets", Self.rulesets)
    #expect(result.code == 0, "\(result)")
    for kind in ["framework/personal_data_indicator", "framework/gdpr_data_collection_classification"] {
      #expect((result.output + result.error).contains(kind), "\(result)")
    }
  }

  @Test func olderAndLooseFilesLoad() throws {
    try place.write(
      "rulesets/processing_purposes/data/1.0.0/processing_purposes.yaml",
      """
      name: processing_purposes
      version: 1.0.0
      description: Names are purposes.
      purposes: [Support]
      rules:
        - {name: Support, description: d, patterns: [nothing], patterns: [ticket]}

      """)
    let arguments = [
      "shop.yaml", "--rulesets", "local=rulesets", "--rulesets", Self.rulesets, "--select",
      "processing_purpose",
    ]
    let result = try place.start(.wct, ["run"] + arguments + ["-o", "\(place.path)/out.json"]).result()
    #expect(result.code == 0, "\(result)")
    #expect(result.error.contains("the name of a rule is its purpose"), "\(result)")
    #expect(result.error.contains("the key 'patterns' stands twice"), "\(result)")
    let results = try JSONReader.read(place.bytes("out.json"))
    let found = try findings("processing_purpose", of: results)
    #expect(found.map { $0["purpose"] } == ["Support"])
    #expect(found.first?["matched_patterns"] == [["pattern": "ticket", "match_count": 1]])
  }

  @Test func rulesAskForPartsOfPrograms() throws {
    try place.write(
      "rulesets/words/1.0.0/words.yaml",
      """
      name: words
      version: 1.0.0
      description: By parts.
      categories: [names, texts, remarks]
      rules:
        - {name: names, category: names, patterns: [title], in: [identifier]}
        - {name: texts, category: texts, patterns: [title], in: [string]}
        - {name: remarks, category: remarks, patterns: [title], in: [comment]}

      """)
    try place.write("in/page.jsx", "// title\nconst x = <p>It's title {`title ${title}`} {/[`]title/}</p>\n")
    try place.write(
      "parts.yaml",
      """
      name: Parts
      description: Lexical classes
      contact: Tests
      artifacts:
        files: {source: {type: filesystem, properties: {path: in, include_patterns: ["*.jsx"]}}}
        code: {inputs: files, process: {type: source_code_analyser}}
        found:
          inputs: code
          process: {type: personal_data, properties: {pattern_matching: {ruleset: mine/words/1.0.0}}}
          output: true

      """)
    let result = try place.wct(
      "run", "parts.yaml", "--rulesets", "mine=rulesets", "-o", "\(place.path)/out.json")
    #expect(result.code == 0, "\(result)")
    let found = try findings("found", of: JSONReader.read(place.bytes("out.json")))
    let counts = found.map { finding -> String in
      let count = finding["matched_patterns"]?.arrayValue?.first?["match_count"]?.integerValue ?? 0
      return "\(finding["category"]?.stringValue ?? "") \(count)"
    }
    #expect(counts == ["names 1", "texts 3", "remarks 1"])
  }
}
