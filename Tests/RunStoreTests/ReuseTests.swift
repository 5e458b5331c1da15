import CanonicalJSON
import ComponentKit
import EnvironmentFiles
import ExecutionPlan
import PlanMachine
import RunHistory
import RunStore
import SystemFiles
import Testing

/// Results of earlier runs on the real store: what is taken, what is made, and what is said of it.
@Suite struct ReuseTests {
  private let directory: TemporaryDirectory
  private let store: RunStore

  init() throws {
    directory = try TemporaryDirectory()
    store = try RunStore(creating: directory.path)
  }

  /// A source `a` and what is derived from it.
  private func chain(count: Int = 2, name: String = "b") throws -> TestPlan {
    var plan = try TestPlan()
    let source = try plan.source("a", count: count)
    let copy = try plan.copy(name, of: source)
    try plan.add("c", .pass, [copy])
    return plan
  }

  /// What was made, and how the run ended.
  private func run(
    _ plan: TestPlan, _ reuse: ReuseMode = .auto, source: String? = "text"
  ) throws -> (made: [String], outcome: RunOutcome) {
    let made = Names()
    let sources = source.map { text in ["a": text] } ?? [:]
    let machine = plan.machine(store, memory: store, sources: sources) { made.add($0) }
    let held = try store.create(plan.newRun(reuse: reuse))
    let outcome = try machine.run(machine.prepare(plan.verified()), as: held.record, journal: held)
    #expect(outcome.run.status == .completed)
    return (made.all, outcome)
  }

  @Test func whatIsUnchangedIsTaken() throws {
    let first = try run(chain(), .off)
    #expect(first.made == ["a", "b"])
    let second = try run(chain())
    #expect(second.made.isEmpty)
    for index in [0, 1].map({ InstructionIndex($0) }) {
      let last = try #require(second.outcome.state[index].last)
      #expect(last.artifact == first.outcome.state[index].last?.artifact)
      #expect(last.origin == first.outcome.run.id)
      #expect(last.cause == .unchanged)
    }
    #expect(first.outcome.state[InstructionIndex(0)].last?.cause == .reuseOff)
    let third = try run(chain(), .run(second.outcome.run.id))
    #expect(third.made.isEmpty)
    #expect(third.outcome.state[InstructionIndex(1)].last?.origin == first.outcome.run.id, "who made it")
  }

  @Test func offTakesNothing() throws {
    _ = try run(chain())
    #expect(try run(chain(), .off).made == ["a", "b"])
  }

  @Test func aSourceThatChangedIsReadAndEqualOutputsStopTheWave() throws {
    _ = try run(chain())
    let again = try run(chain(), source: "other text, equal items")
    #expect(again.made == ["a"], "the items are as before, so what follows is taken")
    #expect(try run(chain(count: 3), source: "text").made == ["a", "b"], "a property and its output changed")
  }

  @Test func aSourceThatCanNotTellIsAlwaysRead() throws {
    _ = try run(chain(), source: nil)
    let again = try run(chain(), source: nil)
    #expect(again.made == ["a"])
    #expect(again.outcome.state[InstructionIndex(0)].last?.cause == .alwaysFresh)
    #expect(again.outcome.state[InstructionIndex(0)].last?.evidence?.key == nil)
  }

  @Test func aSourceThatChangesWhileItIsReadHasNoKey() throws {
    let plan = try chain()
    let text = Names()
    let made = Names()
    let machine = Machine(
      components: ComponentRegistry(
        connectors: [
          "source": { _ in Restless(states: text) }
        ], processors: ["copy": { _ in Restless(states: made) }]), catalog: plan.catalog,
      environment: .init(process: [:]), artifacts: store, memory: store)
    let held = try store.create(plan.newRun(reuse: .auto))
    let outcome = try machine.run(machine.prepare(plan.verified()), as: held.record, journal: held)
    #expect(outcome.state[InstructionIndex(0)].last?.evidence?.key == nil)
    #expect(outcome.state[InstructionIndex(1)].last?.evidence?.key != nil)
  }

  @Test func anotherRunIsNotAskedWhereOneIsNamed() throws {
    let first = try run(chain())
    let second = try run(chain(count: 3), .off, source: "text")
    #expect(try run(chain(), .run(second.outcome.run.id)).made == ["a", "b"])
    #expect(try run(chain(), .run(first.outcome.run.id)).made.isEmpty)
  }

  @Test(arguments: [true, false]) func aBlobThatIsLostOrDamagedIsMadeAgain(isDamaged: Bool) throws {
    let first = try run(chain())
    let digest = try #require(first.outcome.state[InstructionIndex(1)].last?.artifact?.digest.hexadecimal)
    let path = "\(directory.path)/blobs/\(digest.prefix(2))/\(digest.dropFirst(2))"
    let size = try FileStatus.of(path).size
    try removeFile(path)
    if isDamaged { try writeFile(path, Array(repeating: 0x20, count: size)) }
    let again = try run(chain())
    #expect(again.made == ["b"])
    #expect(again.outcome.state[InstructionIndex(1)].last?.cause == .resultLost)
    #expect(try run(chain()).made.isEmpty, "it is whole again")
  }

  @Test func weightsOfALaterRunAreMeasured() throws {
    let plan = try chain()
    let names = plan.plan.instructions.prefix(2).map {
      MeasuredInstruction(key: $0.key, artifact: $0.id)
    }
    #expect(try store.measurements(of: names, runbook: "Test") == [nil, nil])
    let first = try run(plan)
    let measured = try store.measurements(of: names, runbook: "Test")
    #expect(
      measured.map { $0?.seconds }
        == [0, 1].map {
          first.outcome.state[InstructionIndex($0)].last?.duration
        })
    _ = try run(plan)
    #expect(try store.measurements(of: names, runbook: "Test") == measured, "what is taken is not measured")
    let renamed = [MeasuredInstruction(key: ContentDigest(of: [9]), artifact: names[1].artifact)]
    #expect(try store.measurements(of: renamed, runbook: "Test") == [measured[1]], "by its name")
    #expect(try store.measurements(of: renamed, runbook: "Another") == [nil])
  }
}

/// A connector whose source is another one every time that it is asked.
private struct Restless: Connector, Processor {
  let states: Names

  func extract(into items: any ItemSink, context: any ComponentContext) throws -> JSONObject { ["name": "x"] }

  func process(
    _ inputs: [any ArtifactReader], into items: any ItemSink, context: any ComponentContext
  ) throws -> JSONObject { ["name": "x"] }

  func fingerprint(
    into parts: any SourcePartSink, context: any ComponentContext
  ) throws -> FingerprintAnswer {
    states.add("asked")
    try parts.append(SourcePart("text", size: states.all.count))
    return .complete
  }
}
