import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory
import RunStore
import SystemFiles
import Testing

/// Requests, prepared states and sidecars in a store.
@Suite struct RequestStoreTests {
  private let directory: TemporaryDirectory
  private let store: RunStore

  init() throws {
    directory = try TemporaryDirectory()
    store = try RunStore(creating: directory.path)
  }

  private func held() throws -> HeldRun {
    var plan = try TestPlan()
    try plan.source("a")
    try plan.source("b")
    return try store.create(plan.newRun())
  }

  private func blob(_ text: String) throws -> ArtifactRecord {
    let writer = try store.makeWriter(schema: itemsSchema)
    try writer.append(["text": .string(text)])
    return try writer.finish(head: [:])
  }

  private func batch(_ id: String, _ status: BatchStatus = .pending) -> BatchRecord {
    var batch = BatchRecord(
      id: id, kind: "kind/1", dispatcher: "fake", createdAt: Timestamp(microseconds: 7), estimate: 0.5)
    batch.changedAt = Timestamp(microseconds: 9)
    (batch.status, batch.job, batch.cost, batch.reason) = (status, "job\u{0}x", 2.5, "because\nof")
    batch.warnings = ["one", "two\nlines"]
    return batch
  }

  private func changes() -> [RequestChange] {
    let place = RequestPlace(InstructionIndex(1), round: 2, number: 3)
    let other = RequestPlace(InstructionIndex(0), round: 1, number: 0)
    return [
      .batch(batch("b1")), .batch(batch("b2", .lost)),
      .request(
        place,
        RequestRecord(key: "k1", batch: "b1", tries: 2, answer: ["content": ["é": .number(1.5)]], cost: 0.25)),
      .request(other, RequestRecord(key: "k2", batch: "b2", tries: 1)),
    ]
  }

  @Test func aLedgerIsReadAsItWasRecorded() throws {
    let held = try held()
    try held.commit(requests: changes(), durability: .power)
    let ledger = try store.requests(of: held.record.id)
    var clean = batch("b1")
    clean.job = "job\u{FFFD}x"
    #expect(ledger.batches["b1"] == clean)
    #expect(ledger.orderedBatches.map(\.id) == ["b1", "b2"])
    #expect(ledger.places(in: "b1") == [RequestPlace(InstructionIndex(1), round: 2, number: 3)])
    #expect(ledger.cost(of: InstructionIndex(1)) == 0.25)
    #expect(ledger.warnings(of: InstructionIndex(0)) == ["one", "two\nlines"])
    // The latest word on a request holds.
    let place = RequestPlace(InstructionIndex(0), round: 1, number: 0)
    try held.commit(
      requests: [.request(place, RequestRecord(key: "k2", batch: "b1", tries: 2))], durability: .process)
    let after = try store.requests(of: held.record.id)
    #expect(after.places(in: "b2").isEmpty && after.places(in: "b1").count == 2)
    // Another run has none of it.
    #expect(try store.requests(of: self.held().record.id).isEmpty)
  }

  @Test func whatIsPreparedIsKeptUntilItIsFinalised() throws {
    let held = try held()
    let (state, requests, result, sidecar) = (
      try blob("state"), try blob("requests"), try blob("result"), try blob("sidecar")
    )
    var pending = Transition(InstructionIndex(0), .pending, at: Timestamp(microseconds: 2), reason: "waits")
    pending.prepared = PreparedRound(round: 1, state: state, requests: requests)
    let running = Transition(InstructionIndex(0), .running, at: Timestamp(microseconds: 1))
    try held.commit([running, pending], status: nil, durability: .process)
    try held.commit(
      [Transition(InstructionIndex(0), .pending, at: Timestamp(microseconds: 3), reason: "still")],
      status: nil, durability: .process)
    let stored = try store.load(held.record.id)
    #expect(stored.state.preparations[InstructionIndex(0)] == pending)
    #expect(stored.state[InstructionIndex(0)].last?.reason == "still")

    var completed = Transition(
      InstructionIndex(0), .completed, at: Timestamp(microseconds: 5), artifact: result, duration: 1)
    completed.sidecars = [sidecar]
    try held.commit([running, completed], status: nil, durability: .process)
    let after = try store.load(held.record.id)
    #expect(after.state.preparations.isEmpty)
    #expect(after.state[InstructionIndex(0)].last?.sidecars == [sidecar])
  }

  @Test func aSelectionIsKeptUntilTheNextOne() throws {
    let held = try held()
    #expect(try store.load(held.record.id).record.options.selection == nil)
    try held.restrict(to: "+a -b")
    #expect(try store.load(held.record.id).record.options.selection == "+a -b")
    try held.restrict(to: nil)
    #expect(try store.load(held.record.id).record.options.selection == nil)
  }

  @Test func nestedRunsAreFoundByTheirParent() throws {
    let parent = try held().record.id
    var plan = try TestPlan()
    try plan.source("a")
    var new = try plan.newRun()
    new.parent = ParentArtifact(run: parent, artifact: try #require(ArtifactID("a/b")))
    let nested = try store.create(new).record.id
    #expect(try store.nestedRuns(of: parent) == [nested])
    #expect(try store.nestedRuns(of: nested).isEmpty)
  }
}
