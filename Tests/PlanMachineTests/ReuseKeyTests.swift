import CanonicalJSON
import ComponentKit
import EnvironmentFiles
import ExecutionPlan
import RunHistory
import Testing

@testable import PlanMachine

/// What enters a reuse key, and what must not.
@Suite struct ReuseKeyTests {
  private func run(
    _ builder: PlanBuilder, _ memory: FakeMemory, _ variables: [String: String] = [:],
    takesNondeterministic: Bool = false
  ) throws -> RunOutcome {
    let fixture = MachineFixture(builder)
    let machine = Machine(
      components: fixture.registry, catalog: builder.catalog, environment: Environment(process: variables),
      artifacts: fixture.artifacts, memory: memory, clock: fixture.clock)
    var record = try fixture.record()
    record.options.reuse = .auto
    record.options.reusesNondeterministic = takesNondeterministic
    let outcome = try machine.run(
      machine.prepare(builder.verified()), as: record, journal: fixture.journal)
    #expect(outcome.run.status == .completed)
    return outcome
  }

  /// A processor, because a source that can't tell what it reads has no key.
  private func derived() throws -> (PlanBuilder, InstructionIndex) {
    var builder = try PlanBuilder()
    let source = try builder.source("a")
    let binding = LateBinding(
      pointer: "/password", template: "${PASSWORD}", type: .string, isSecret: true)
    let call = ComponentCall(
      component: try builder.component(.processor, "derive"), properties: ["name": "b"], bindings: [binding])
    let index = try builder.add("b", .process(call), [source])
    builder.plan.environment = [RequiredVariable(name: "PASSWORD", isRequired: true, isSecret: true)]
    return (builder, index)
  }

  @Test func valuesEnterAsKeyedDigestsOnly() throws {
    let memory = FakeMemory()
    let (builder, index) = try derived()
    let first = try run(builder, memory, ["PASSWORD": "hunter2"])
    memory.learn(first)
    #expect(memory.keyedTexts.allSatisfy { $0 == #"["/password","hunter2"]"# } && !memory.keyedTexts.isEmpty)
    let evidence = try #require(first.state[index].last?.evidence)
    #expect(
      evidence.values == ["/password": try memory.keyedDigest(of: Array(#"["/password","hunter2"]"#.utf8))])
    #expect(!"\(first.state)".contains("hunter2"))
    let same = try run(builder, memory, ["PASSWORD": "hunter2"])
    #expect(same.state[index].last?.origin == first.run.id)
    let other = try run(builder, memory, ["PASSWORD": "hunter3"])
    #expect(other.state[index].last?.origin == nil && other.state[index].last?.cause == .noMatch)
  }

  @Test func inputsEnterByContentAndNotByName() throws {
    let memory = FakeMemory()
    var builder = try PlanBuilder()
    let b = try builder.derive("b", from: [try builder.source("a")])
    let first = try run(builder, memory)
    memory.learn(first)
    var renamed = try PlanBuilder()
    let source = try renamed.source("z")
    _ = try renamed.component(.processor, "derive")
    let call = try #require(builder.plan.instructions[b.value].operation.call)
    let index = try renamed.add("other", .process(call), [source])
    #expect(try run(renamed, memory).state[index].last?.origin == first.run.id)
    var doubled = try PlanBuilder()
    let (left, right) = (try doubled.source("a"), try doubled.source("c"))
    _ = try doubled.component(.processor, "derive")
    let both = try doubled.add("b", .process(call), [left, right])
    #expect(try run(doubled, memory).state[both].last?.origin == nil)
  }

  @Test func whatIsNotDeterministicIsTakenOnlyWhenAsked() throws {
    let memory = FakeMemory()
    var builder = try PlanBuilder()
    let call = ComponentCall(
      component: try builder.component(.processor, "guess"), properties: ["name": "b"])
    let index = try builder.add("b", .process(call), [try builder.source("a")])
    let first = try run(builder, memory)
    memory.learn(first)
    let again = try run(builder, memory)
    #expect(again.state[index].last?.origin == nil && again.state[index].last?.cause == .notDeterministic)
    let asked = try run(builder, memory, takesNondeterministic: true)
    #expect(asked.state[index].last?.origin == first.run.id)
  }

  @Test func aSwitchThatIsOnAddsItsCapabilities() {
    let manifest = ComponentManifest(
      kind: .processor, type: "x", version: "1.0.0", summary: "", outputs: [TestCatalog.items],
      propertySchema: [
        "type": "object",
        "properties": [
          "inner": [
            "type": "object",
            "properties": ["ask": ["type": "boolean", "x-capabilities": ["llm", "network"]]],
          ]
        ],
      ], capabilities: [.filesystem])
    #expect(manifest.capabilities(with: ["inner": ["ask": true]]) == [.filesystem, .llm, .network])
    #expect(manifest.capabilities(with: ["inner": ["ask": false]]) == [.filesystem])
    #expect(manifest.capabilities(with: JSONObject()) == [.filesystem])
  }

  // MARK: - Listings of sources

  @Test func aListingHasTheDigestOfItsBytes() throws {
    let memory = FakeMemory()
    let stored = try SourceRecorder(memory, at: Timestamp(microseconds: 0), storesListing: true)
    let kept = try SourceRecorder(memory, at: Timestamp(microseconds: 0), storesListing: false, keeping: 1)
    for recorder in [stored, kept] {
      try recorder.append(SourcePart("a", size: 1, digest: ContentDigest(of: [1])))
      try recorder.append(SourcePart("b", note: "it is a FIFO"))
    }
    let expected = [
      #"{"digest":"\#(ContentDigest(of: [1]))","name":"a","size":1}"#, #"{"name":"b","note":"it is a FIFO"}"#,
      #"{"parts":2}"#,
    ].map { $0 + "\n" }.joined()
    let digest = try stored.finish()
    #expect(digest == ContentDigest(of: Array(expected.utf8)))
    #expect(try kept.finish() == digest)
    #expect(kept.parts?.map(\.name) == ["a"])
  }

  /// Within two seconds a further change could leave size and times as they are.
  @Test func digestsOfFilesThatAreTooNewAreNotRemembered() throws {
    let second = 1_000_000_000
    let cases = [(7 * second, true), (8 * second + 1, false), (11 * second, false)]
    for (time, isRemembered) in cases {
      for file in [
        FileIdentity(device: 1, inode: 1, size: 1, modified: time, changed: 1),
        FileIdentity(device: 1, inode: 1, size: 1, modified: 1, changed: time),
      ] {
        let memory = FakeMemory()
        let recorder = try SourceRecorder(
          memory, at: Timestamp(microseconds: 10_000_000), storesListing: false)
        recorder.remember(ContentDigest(of: [1]), of: file)
        _ = try recorder.finish()
        #expect(memory.rememberedFiles.isEmpty != isRemembered, "\(file)")
      }
    }
  }

  @Test func aForecastRemembersNothing() throws {
    let memory = FakeMemory()
    let recorder = try SourceRecorder(
      memory, at: Timestamp(microseconds: 10_000_000), storesListing: false, keeping: 5)
    recorder.remember(
      ContentDigest(of: [1]), of: FileIdentity(device: 1, inode: 1, size: 1, modified: 1, changed: 1))
    _ = try recorder.finish()
    #expect(memory.rememberedFiles.isEmpty)
  }

  // MARK: - Weights

  @Test func weightsAreMeasuredMilliseconds() throws {
    let memory = FakeMemory()
    var builder = try PlanBuilder()
    let a = try builder.source("a")
    let b = try builder.derive("b", from: [a])
    try builder.add("c", .pass, [b])
    try builder.derive("d", from: [a])
    let weights = MeasuredWeights(plan: builder.plan, memory: memory)
    #expect(weights.weights() == nil)
    memory.measure(builder.plan.instructions[a.value], seconds: 0.25)
    memory.measure(builder.plan.instructions[b.value], seconds: 1e12)
    #expect(weights.weights() == [250, 2_000_000_000, 1, 2_000_000_000])
    memory.measure(builder.plan.instructions[b.value], seconds: 0.75)
    #expect(weights.weights() == [250, 750, 1, 500], "the average where nothing was measured")
  }
}
