import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory
import Testing

/// What is written, and what is refused.
@Suite struct ArtifactTests {
  private static let wrongResults: [(String, Behaviour, String)] = [
    (
      "item",
      { _, sink, _ in
        try sink.append(["value": 1])
        try sink.append(["value": "two"])
        return plainHead
      }, "the result does not fit 'items/1.0.0': expected integer, found string at '/data/1/value'"
    ),
    (
      "head", { _, _, _ in JSONObject() },
      "the result does not fit 'items/1.0.0': the required property 'title' is missing at ''"
    ),
    (
      "head with items", { _, _, _ in JSONObject([("title", "t"), ("data", .array([]))]) },
      "the head of the result holds 'data', which is written item by item"
    ),
    (
      "swallowed",
      { _, sink, _ in
        try? sink.append(["value": "two"])
        return plainHead
      }, "the result does not fit 'items/1.0.0': expected integer, found string at '/data/0/value'"
    ),
  ]

  @Test(arguments: 0..<wrongResults.count)
  func resultThatDoesNotFitFailsItsArtifact(number: Int) throws {
    let (_, behaviour, reason) = Self.wrongResults[number]
    var builder = try PlanBuilder()
    let source = try builder.source("a")
    let outcome = try MachineFixture(builder, .fakes(["a": behaviour])).run()
    #expect(outcome.reason(source) == reason)
    #expect(outcome.run.status == .failed)
  }

  @Test func mergeKeepsTheOrderOfTheOperands() throws {
    var builder = try PlanBuilder()
    let first = try builder.source("first")
    let second = try builder.source("second")
    let merged = try builder.add("both", .merge, [second, first, second])
    let fixture = MachineFixture(builder, .fakes(["first": emit(1, 2), "second": emit(3)]))
    let outcome = try fixture.run()
    #expect(fixture.artifacts.values(outcome.state[merged]) == [3, 1, 2, 3])
    #expect(fixture.artifacts.head(outcome.state[merged]) == plainHead)
  }

  private func summary(_ summary: JSONValue, findings: Int) -> Behaviour {
    { _, sink, _ in
      for _ in 0..<findings { try sink.append(.object(JSONObject())) }
      return JSONObject([("summary", summary)])
    }
  }

  @Test func mergedSummariesCountEverything() throws {
    var builder = try PlanBuilder()
    let first = try builder.source("first", schema: TestCatalog.findings)
    let second = try builder.source("second", schema: TestCatalog.findings)
    let merged = try builder.add("both", .merge, [first, second], schema: TestCatalog.findings)
    let fixture = MachineFixture(
      builder,
      .fakes([
        "first": summary(
          [
            "total_findings": 2, "requires_review_count": 1, "purpose_categories": ["a": 1, "b": 1],
            "categories": [
              ["service_category": "x", "findings_count": 1], ["service_category": "y", "findings_count": 1],
            ],
            "categories_identified": 2, "labels": ["q", "p"], "note": "first",
          ], findings: 2),
        "second": summary(
          [
            "total_findings": 3, "requires_review_count": 2, "purpose_categories": ["b": 3],
            "categories": [
              ["service_category": "y", "findings_count": 2], ["service_category": "z", "findings_count": 1],
            ],
            "categories_identified": 2, "labels": ["p", "r"], "note": "second",
          ], findings: 3),
      ]))
    let outcome = try fixture.run()
    let expected: JSONValue = [
      "total_findings": 5, "requires_review_count": 3, "purpose_categories": ["a": 1, "b": 4],
      "categories": [
        ["service_category": "y", "findings_count": 3], ["service_category": "x", "findings_count": 1],
        ["service_category": "z", "findings_count": 1],
      ],
      "categories_identified": 3, "labels": ["p", "q", "r"], "note": "first",
    ]
    #expect(fixture.artifacts.head(outcome.state[merged])?["summary"] == expected)
  }

  @Test func constantIsWritten() throws {
    var builder = try PlanBuilder()
    let constant = try builder.add(
      "c", .constant(JSONObject([("title", "t"), ("data", .array([["value": 4], ["value": 5]]))])))
    let fixture = MachineFixture(builder)
    let outcome = try fixture.run()
    #expect(fixture.artifacts.values(outcome.state[constant]) == [4, 5])
    #expect(fixture.artifacts.head(outcome.state[constant]) == plainHead)
  }

  @Test func reusedArtifactIsTheSameAndIsChecked() throws {
    var builder = try PlanBuilder()
    let good = try builder.add("good", .reuse(run: "old", artifact: "a"))
    let bad = try builder.add("bad", .reuse(run: "old", artifact: "b"))
    let fixture = MachineFixture(builder)
    let first = try fixture.artifacts.add([["value": 1]], plainHead, TestCatalog.items)
    let second = try fixture.artifacts.add([["value": "x"]], plainHead, TestCatalog.items)
    fixture.artifacts.offer(first, as: "a", ofRun: "old")
    fixture.artifacts.offer(second, as: "b", ofRun: "old")
    let outcome = try fixture.run()
    #expect(outcome.state[good].last?.artifact == first)
    #expect(outcome.reason(bad)?.hasSuffix("found string at '/data/0/value'") == true)
  }

  @Test func reuseOfAMissingOrUnfitArtifactStopsBeforeAnythingStarts() throws {
    var builder = try PlanBuilder()
    try builder.source("first")
    try builder.add("old", .reuse(run: "old", artifact: "a"))
    let fixture = MachineFixture(builder, .fakes { _ in Issue.record("nothing may start") })
    #expect(try #require(throws: MachineError.self) { try fixture.run() }.code == .unfitReuse)
    let head = JSONObject([("summary", .object(JSONObject()))])
    let other = try fixture.artifacts.add([], head, TestCatalog.findings)
    fixture.artifacts.offer(other, as: "a", ofRun: "old")
    let error = try #require(throws: MachineError.self) { try fixture.run() }
    #expect(error.message.contains("which is 'findings/1.0.0', not 'items/1.0.0'"))
    #expect(fixture.journal.commits.isEmpty)
  }

  @Test func reuseOfOtherContentThanThePlanSaysIsRefused() throws {
    for isSame in [true, false] {
      var builder = try PlanBuilder()
      let store = MachineFixture(builder).artifacts
      let record = try store.add([["value": 1]], plainHead, TestCatalog.items)
      let digest = isSame ? record.digest : ContentDigest(of: [])
      try builder.add("old", .reuse(run: "old", artifact: "a", digest: digest))
      let fixture = MachineFixture(builder)
      fixture.artifacts.offer(
        try fixture.artifacts.add([["value": 1]], plainHead, TestCatalog.items), as: "a", ofRun: "old")
      if isSame {
        #expect(throws: Never.self) { try fixture.run() }
      } else {
        #expect(try #require(throws: MachineError.self) { try fixture.run() }.code == .unfitReuse)
      }
    }
  }

  @Test func processorReadsItsInputsInOrder() throws {
    var builder = try PlanBuilder()
    let first = try builder.source("first")
    let second = try builder.source("second")
    let seen = Shared<[String]>([])
    try builder.derive("d", from: [second, first])
    _ = try MachineFixture(
      builder,
      .fakes([
        "d": { inputs, _, _ in
          seen.change { $0 = inputs.map { "\($0.artifact) \($0.schema) \($0.itemCount)" } }
          return plainHead
        }
      ])
    ).run()
    #expect(seen.value == ["second items/1.0.0 1", "first items/1.0.0 1"])
  }
}
