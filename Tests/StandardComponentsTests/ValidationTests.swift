import CanonicalJSON
import ComponentKit
import StandardComponents
import StandardManifests
import Testing

/// Findings that are validated elsewhere: what is asked, and what becomes of the answers.
@Suite struct ValidationTests {
  private static let uri = "local/personal_data_indicator/1.0.0"

  private func processor(sampleSize: Int = 3, isEnabled: Bool = true) throws -> any Processor {
    let properties: JSONObject = [
      "pattern_matching": ["ruleset": .string(Self.uri)],
      "llm_validation": [
        "enable_llm_validation": .bool(isEnabled), "llm_validation_mode": "conservative",
        "sampling_size": .integer(sampleSize),
      ],
    ]
    let factory = try #require(ComponentRegistry.standard.processors["personal_data"])
    return try factory(
      ComponentConfiguration(
        properties: properties,
        rulesets: [Self.uri: carried(ruleset([rule("r", ["x"]), rule("s", ["y"])]))],
        outputSchema: .personalDataIndicator))
  }

  private func asking(sampleSize: Int = 3) throws -> any RequestingProcessor {
    try #require(try processor(sampleSize: sampleSize) as? any RequestingProcessor)
  }

  /// Prepares `texts`, answers with `answer`, and finalises.
  private func validate(
    _ texts: [String], sampleSize: Int = 3, unavailability: String? = nil,
    _ answer: (JSONObject) -> ServiceAnswer?
  ) throws -> (preparation: TrialPreparation, output: TrialOutput, head: JSONObject, context: TrialContext) {
    let processor = try asking(sampleSize: sampleSize)
    let (preparation, context) = (TrialPreparation(), TrialContext())
    let state = try processor.prepare([TrialArtifact.texts(texts)], into: preparation, context: context)
    var answers: [String: ServiceAnswer] = [:]
    for request in preparation.requests { answers[request.id] = answer(request.content) }
    let output = TrialOutput()
    let work = PreparedWork(
      state: TrialArtifact(schema: .personalDataIndicator, head: state, items: preparation.items),
      answers: ServiceAnswers(answers, unavailability: unavailability), round: 1)
    guard case .finished(let head) = try processor.finalise(work, into: output, context: context) else {
      throw ComponentFailure("it asks again")
    }
    return (preparation, output, head, context)
  }

  private let keep = ServiceAnswer.content(["verdict": "keep", "reason": "true"])
  private let remove = ServiceAnswer.content(["verdict": "remove", "reason": "invented"])

  @Test func onlyWhoAsksForValidationIsPrepared() throws {
    #expect(!(try processor(isEnabled: false) is any RequestingProcessor))
    let classifier = try #require(ComponentRegistry.standard.processors["gdpr_data_subject_classifier"])
    #expect(throws: ComponentFailure.self) {
      try classifier(ComponentConfiguration(properties: [:], outputSchema: SchemaReference("x")))
    }
  }

  @Test func aRequestSaysWhatWasFoundAndHowToJudge() throws {
    let (preparation, _, _, _) = try validate(["an x here"]) { _ in keep }
    let request = try #require(preparation.requests.first)
    #expect(request.kind == "finding-validation/1" && preparation.requests.count == 1)
    #expect(request.content["mode"] == "conservative" && request.content["analyser"] == "personal_data")
    #expect(request.content["evidence"] == ["an x here"])
    #expect(request.content["finding"]?["category"] != .null)
    #expect(request.content["finding"]?["evidence"] == .null)
  }

  @Test func whatIsRemovedGoesToTheSidecar() throws {
    let (_, output, head, _) = try validate(["x", "x y", "y"]) { content in
      content["evidence"]?[0] == "x" ? remove : keep
    }
    #expect(output.items.count == 3)
    let removed = try #require(output.sidecars["removed_findings"])
    #expect(removed.items.count == 1 && removed.items[0]["reason"] == "invented")
    #expect(removed.items[0]["original_finding"]["metadata"]["source"] == "s0")
    #expect(removed.head["analyser_name"] == "personal_data" && removed.head["run_id"] == "run")
    #expect(removed.head["ruleset"] == .string(Self.uri))
    let format = try #require(ComponentCatalog.standard.schemas[.removedFindings])
    var content = removed.head
    content["removed_findings"] = .array(removed.items)
    #expect(format.schema.violations(of: .object(content)) == [])
    #expect(head["summary"]?["total_findings"] == 3)
    let metadata = head["analysis_metadata"] ?? .null
    #expect(metadata["llm_validation_enabled"] == true && metadata["llm_validation_mode"] == "conservative")
    #expect(
      metadata["validation_summary"] == [
        "method_used": "llm", "mode": "conservative", "findings": 4, "sampled": 4, "validated": 4,
        "removed": 1, "unanswered": 0,
      ])
  }

  @Test func aSampleOfEachGroupIsTheSameEveryTime() throws {
    let texts = (0..<20).map { "x number \($0)" }
    let first = try validate(texts, sampleSize: 2) { _ in keep }
    let second = try validate(texts, sampleSize: 2) { _ in keep }
    #expect(first.preparation.requests.count == 2)
    #expect(first.preparation.requests == second.preparation.requests)
    // What nobody looked at stays, and where all that were looked at are none, that is said.
    let removed = try validate(texts, sampleSize: 2) { _ in remove }
    #expect(removed.output.items.count == 18)
    #expect(removed.context.warnings.contains { $0.contains("18 more of them were not looked at") })
  }

  @Test func whoCanNotBeAskedChangesNothing() throws {
    let (_, output, head, context) = try validate(["x", "y"], unavailability: "nobody is there") { _ in nil }
    #expect(output.items.count == 2 && output.sidecars.isEmpty)
    #expect(context.warnings == ["the findings are not validated: nobody is there"])
    let metadata = head["analysis_metadata"] ?? .null
    #expect(metadata["llm_validation_enabled"] == false)
    #expect(metadata["validation_summary"]["degraded"] == true)
    #expect(metadata["validation_summary"]["reason"] == "nobody is there")
  }

  @Test(arguments: [
    ServiceAnswer.failure("too busy"), .content([:]), .content(["verdict": "maybe"]),
    .content(["verdict": 1]),
  ])
  func anAnswerThatIsNoneRemovesNothing(answer: ServiceAnswer) throws {
    let (_, output, head, context) = try validate(["x"]) { _ in answer }
    #expect(output.items.count == 1 && context.warnings.count == 1)
    #expect(head["analysis_metadata"]?["validation_summary"]["unanswered"] == 1)
    #expect(head["analysis_metadata"]?["llm_validation_enabled"] == false)
  }

  @Test func evidenceIsCutAndNeverAWholeDocument() throws {
    let text = "x " + String(repeating: "word ", count: 5_000)
    let processor = try #require(ComponentRegistry.standard.processors["personal_data"])
    let configured = try processor(
      ComponentConfiguration(
        properties: [
          "pattern_matching": ["ruleset": .string(Self.uri), "evidence_context_size": "full"],
          "llm_validation": ["enable_llm_validation": true],
        ], rulesets: [Self.uri: carried(ruleset([rule("r", ["x"])]))], outputSchema: .personalDataIndicator))
    let preparation = TrialPreparation()
    _ = try (configured as? any RequestingProcessor)?.prepare(
      [TrialArtifact.texts([text])], into: preparation, context: TrialContext())
    let evidence = try #require(preparation.requests.first?.content["evidence"]?[0].stringValue)
    #expect(evidence.unicodeScalars.count == 4_003)
  }
}

/// Keeps what is prepared.
final class TrialPreparation: PreparationSink {
  private(set) var items: [JSONValue] = []
  private(set) var requests: [ServiceRequest] = []

  func append(_ item: JSONValue) throws { items.append(item) }
  func ask(_ request: ServiceRequest) throws { requests.append(request) }
}

/// Keeps what is finalised.
final class TrialOutput: FinalisedOutput {
  private(set) var items: [JSONValue] = []
  private(set) var sidecars: [String: (items: [JSONValue], head: JSONObject)] = [:]

  func append(_ item: JSONValue) throws { items.append(item) }
  func writeSidecar(_ schema: SchemaReference, items: [JSONValue], head: JSONObject) throws {
    sidecars[schema.name] = (items, head)
  }
  func nextRound() throws -> any PreparationSink { TrialPreparation() }
}
