import TestSupport
import ComponentKit
import ExecutionPlan
import GRDB
import PlanMachine
import RunHistory
import RunStore
import SystemFiles
import Testing

/// What is committed, by whom, and what survives.
@Suite struct JournalTests {
  private let directory: TemporaryDirectory
  private let store: RunStore

  init() throws {
    directory = try TemporaryDirectory()
    store = try RunStore(creating: directory.path)
  }

  private func plan(_ count: Int = 3) throws -> TestPlan {
    var plan = try TestPlan()
    for number in 0..<count { try plan.source("a\(number)") }
    return plan
  }

  private func change(_ index: Int, _ status: ArtifactStatus, _ time: Int = 5) -> Transition {
    Transition(InstructionIndex(index), status, at: Timestamp(microseconds: time))
  }

  @Test func transitionsAreReadAsTheyWereCommitted() throws {
    let held = try store.create(plan().newRun(reuse: .run(RunID("abcdefghijkl"))))
    var artifact = ArtifactRecord(
      digest: ContentDigest(of: [1]), size: 10, headOffset: 4, itemCount: 2,
      schema: SchemaReference("odd", "2.0.1"))
    artifact.meaning = ContentDigest(of: [5])
    var completed = Transition(
      InstructionIndex(0), .completed, at: Timestamp(microseconds: 9), artifact: artifact, duration: 0.25,
      warnings: ["one", "", "three\nlines"], cause: .unchanged)
    completed.origin = RunID("abcdefghijkl")
    completed.twin = InstructionIndex(2)
    completed.cost = 0.125
    completed.evidence = KeyEvidence(
      key: ContentDigest(of: [2]), source: ContentDigest(of: [3]), values: ["/a~1b": ContentDigest(of: [4])])
    var failed = Transition(
      InstructionIndex(1), .failed, at: Timestamp(microseconds: -7), duration: 1, reason: "é\nends")
    failed.code = .timeLimit
    try held.commit([change(0, .running), change(1, .running)], status: nil, durability: .process)
    try held.commit(
      [completed, failed], status: StatusChange(.failed, at: Timestamp(microseconds: 11)), durability: .power)
    let stored = try store.load(held.record.id)
    #expect(stored.state[InstructionIndex(0)].last == completed)
    #expect(stored.state[InstructionIndex(1)].last == failed)
    #expect(stored.state[InstructionIndex(1)].startedAt == Timestamp(microseconds: 5))
    #expect(stored.state[InstructionIndex(2)].status == .notStarted)
    #expect(stored.record.status == .failed)
    #expect(stored.record.finishedAt == Timestamp(microseconds: 11))
    #expect(stored.record.options == held.record.options)
  }

  @Test func textsThatSQLiteCanNotHoldAreMadeHarmless() throws {
    let held = try store.create(plan().newRun())
    let odd = Transition(
      InstructionIndex(0), .skipped, at: Timestamp(microseconds: 1), reason: "a\u{0}b",
      warnings: ["a\u{1E}b\u{0}", "e\u{301}"])
    try held.commit([odd], status: nil, durability: .process)
    let last = try store.load(held.record.id).state[InstructionIndex(0)].last
    #expect(last?.reason == "a\u{FFFD}b")
    #expect(last?.warnings == ["a b\u{FFFD}", "e\u{301}"])
  }

  @Test func committedIsVisibleToOthersAtOnceAndSurvivesTheProcess() throws {
    let held = try store.create(plan().newRun())
    let other = try RunStore(creating: directory.path)
    try held.commit([change(0, .running)], status: nil, durability: .process)
    #expect(try other.runs().first?.counts[.running] == 1)
    #expect(try other.load(held.record.id).state[InstructionIndex(0)].status == .running)
  }

  @Test func countsOfAnEndedRunAreThoseOfItsJournal() throws {
    let held = try store.create(plan().newRun())
    try held.commit(
      [change(0, .running), change(1, .skipped)],
      status: StatusChange(.interrupted, at: Timestamp(microseconds: 1)), durability: .process)
    let counts = try #require(try store.runs().first?.counts)
    #expect(counts[.running] == 1)
    #expect(counts[.skipped] == 1)
    #expect(counts[.notStarted] == 1)
    #expect(counts.total == 3)
  }

  @Test func liveRunIsHeldAndADeadOneCanBeTaken() throws {
    let id: RunID
    let other = try RunStore(creating: directory.path)
    do {
      let held = try store.create(plan().newRun())
      id = held.record.id
      #expect(try other.find(id.text).record.status == .running)
      let error = try #require(throws: StoreError.self) { try other.hold(id) }
      #expect(error.code == .held)
      #expect(error.message.hasSuffix("is held by the process \(processID())"))
      withExtendedLifetime(held) {}
    }
    #expect(try other.find(id.text).record.status == .interrupted)
    #expect(try other.runs().first?.record.status == .interrupted)
    let (held, stored) = try other.hold(id)
    #expect(stored.record.status == .interrupted)
    #expect(held.record.id == id)
    #expect(try #require(throws: StoreError.self) { try store.hold(id) }.code == .held)
  }

  @Test func journalGoesOnAfterATakeOver() throws {
    let id: RunID
    do {
      let held = try store.create(plan().newRun())
      id = held.record.id
      try held.commit([change(0, .running), change(1, .running)], status: nil, durability: .process)
    }
    do {
      let (held, _) = try store.hold(id)
      try held.commit([change(0, .notStarted)], status: nil, durability: .process)
    }
    let state = try store.load(id).state
    #expect(state[InstructionIndex(0)].status == .notStarted)
    #expect(state[InstructionIndex(1)].status == .running)
  }

  @Test func twoConnectionsCommitToTwoRunsInTurn() throws {
    let other = try RunStore(creating: directory.path)
    let first = try store.create(plan(50).newRun())
    let second = try other.create(plan(50).newRun())
    for number in 0..<50 {
      try first.commit([change(number, .running)], status: nil, durability: .process)
      try second.commit(
        [change(number, .skipped)], status: nil, durability: number % 10 == 0 ? .power : .process)
    }
    #expect(try store.load(second.record.id).state.counts[.skipped] == 50)
    #expect(try other.load(first.record.id).state.counts[.running] == 50)
  }

  /// Two machines on one store at the same time, each with a connection of its own.
  @Test func twoMachinesRunAtTheSameTime() throws {
    let stores = try (0..<2).map { _ in try RunStore(creating: directory.path) }
    let statuses = Names()
    let done = (0..<2).map { _ in Names() }
    for (number, store) in stores.enumerated() {
      let finished = done[number]
      try spawnThread { [directory] in
        _ = directory
        let status = try? Self.runChain(store)
        statuses.add("\(status.map(\.rawValue) ?? "threw")")
        finished.add("done")
      }
    }
    while done.contains(where: { $0.all.isEmpty }) { yieldThread() }
    #expect(statuses.all == ["completed", "completed"])
    #expect(try store.runs().map(\.counts[.completed]) == [200, 200])
  }

  private static func runChain(_ store: RunStore) throws -> RunStatus {
    var plan = try TestPlan()
    var last = try plan.source("a")
    for number in 1..<200 { last = try plan.add("p\(number)", .pass, [last]) }
    let machine = plan.machine(store)
    let held = try store.create(plan.newRun())
    return try machine.run(machine.prepare(plan.verified()), as: held.record, journal: held).run.status
  }

  @Test func unknownArtifactIsRefusedAndNothingIsStored() throws {
    let held = try store.create(plan().newRun())
    #expect(throws: StoreError.self) {
      try held.commit([change(0, .running), change(3, .running)], status: nil, durability: .process)
    }
    #expect(try store.load(held.record.id).state[InstructionIndex(0)].status == .notStarted)
  }

  /// A group is there as a whole or not at all.
  @Test func groupThatDoesNotFitOnTheDiskIsNotThere() throws {
    let held = try store.create(plan(3).newRun())
    try held.commit([change(0, .running)], status: nil, durability: .process)
    try store.limitDatabaseToItsSize()
    let long = String(repeating: "why ", count: 100_000)
    let failed = Transition(InstructionIndex(1), .skipped, at: Timestamp(microseconds: 1), reason: long)
    let error = try #require(throws: StoreError.self) {
      try held.commit([change(0, .completed), failed], status: nil, durability: .power)
    }
    #expect(error.code == .diskFull)
    #expect(error.message.contains("store.db"))
    #expect(error.hint != nil)
    let state = try store.load(held.record.id).state
    #expect(state[InstructionIndex(0)].status == .running)
    #expect(state[InstructionIndex(1)].status == .notStarted)
    try held.commit([change(0, .notStarted)], status: nil, durability: .process)
    #expect(try store.load(held.record.id).state[InstructionIndex(0)].status == .notStarted)
  }

  @Test func fullDiskIsToldApart() {
    #expect(StoreError(SystemError("cannot write", "x", code: 28)).code == .diskFull)
    #expect(StoreError(SystemError("cannot write", "x", code: 122)).code == .diskFull)
    #expect(StoreError(SystemError("cannot open", "x", code: 2)).code == .missing)
    #expect(StoreError(SystemError("cannot write", "x", code: 5)).code == .inputOutput)
  }

  /// How far commits go is asked of SQLite itself.
  @Test func durabilityIsWhatTheConnectionSays() throws {
    let held = try store.create(plan().newRun())
    #expect(try store.databaseSettings() == ["journal_mode": "wal", "synchronous": "1"])
    try held.commit([], status: nil, durability: .power)
    #expect(try store.databaseSettings() == ["journal_mode": "wal", "synchronous": "1"])
    #expect(try store.powerCommitSynchronous() == 2)
  }
}
