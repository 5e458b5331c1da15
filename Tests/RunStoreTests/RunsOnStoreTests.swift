import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory
import RunStore
import SystemFiles
import Testing

/// Plans run on the real store.
@Suite struct RunsOnStoreTests {
  @Test func planRunsEndToEnd() throws {
    let directory = try TemporaryDirectory()
    let store = try RunStore(creating: directory.path)
    var plan = try TestPlan()
    let source = try plan.source("files", count: 3)
    let copy = try plan.copy("found", of: source)
    let pass = try plan.add("result", .pass, [copy])
    let merged = try plan.add("both", .merge, [source, pass])
    let machine = plan.machine(store)
    let held = try store.create(plan.newRun(path: "./books//shop.yaml"))
    let outcome = try machine.run(machine.prepare(plan.verified()), as: held.record, journal: held)
    #expect(outcome.run.status == .completed)
    let stored = try store.load(held.record.id)
    #expect(stored.record == outcome.run)
    #expect(stored.state.artifacts == outcome.state.artifacts)
    #expect(stored.planBytes == plan.plan.encoded().bytes)
    let record = try #require(stored.state[merged].last?.artifact)
    #expect(record.itemCount == 6)
    #expect(try store.items(record).count == 6)
    #expect(try store.runs().map(\.counts) == [outcome.counts])
  }

  /// What a run's plan is kept in is written once, and again only where it is damaged.
  @Test(arguments: [false, true]) func theSamePlanIsKeptOnce(isDamaged: Bool) throws {
    let directory = try TemporaryDirectory()
    let store = try RunStore(creating: directory.path)
    var plan = try TestPlan()
    try plan.source("files")
    let first = try store.create(plan.newRun(path: "a.yaml")).record.id
    let digest = ContentDigest(of: plan.plan.encoded().bytes).hexadecimal
    let blob = "\(directory.path)/blobs/\(digest.prefix(2))/\(digest.dropFirst(2))"
    let inode = try FileStatus.of(blob).identity
    if isDamaged {
      let file = try AtomicFile(replacing: blob)
      try file.write(Array("{}".utf8))
      try file.publish(permissions: 0o600)
    }
    let second = try store.create(plan.newRun(path: "a.yaml")).record.id
    #expect(first != second)
    for id in [first, second] { #expect(try store.load(id).planBytes == plan.plan.encoded().bytes) }
    // A file that takes the place of another may get its number.
    if !isDamaged { #expect(try FileStatus.of(blob).identity == inode) }
  }

  /// The process that ran the run is gone: its objects are, and with them its lock, without a last commit.
  @Test func runOfADeadProcessIsResumedWhereItStood() throws {
    let directory = try TemporaryDirectory()
    var plan = try TestPlan()
    let source = try plan.source("a", count: 2)
    let copy = try plan.copy("b", of: source)
    try plan.copy("c", of: copy)
    let id = try abandonAfter(2, plan, directory)
    let store = try RunStore(creating: directory.path)
    #expect(try store.find("latest").record.status == .interrupted)
    let (held, stored) = try store.hold(id)
    #expect(stored.state[source].status == .completed)
    #expect(stored.state[copy].status == .running)
    let ran = Names()
    let machine = plan.machine(store) { ran.add($0) }
    let outcome = try machine.run(
      machine.prepare(plan.verified(), resuming: stored.state), as: stored.record, from: stored.state,
      journal: held)
    #expect(outcome.run.status == .completed)
    #expect(ran.all == ["b", "c"])
    #expect(try store.load(id).record.status == .completed)
  }

  /// Runs until the journal took `count` commits, and then as if the process had died.
  private func abandonAfter(
    _ count: Int, _ plan: TestPlan, _ directory: TemporaryDirectory
  ) throws -> RunID {
    let store = try RunStore(creating: directory.path)
    let held = try store.create(plan.newRun())
    let machine = plan.machine(store)
    #expect(throws: MachineError.self) {
      try machine.run(
        machine.prepare(plan.verified()), as: held.record, journal: DyingJournal(held, after: count))
    }
    return held.record.id
  }

  /// Wherever the process dies, the resumed run ends as an undisturbed one does.
  @Test(arguments: 0..<7)
  func resumedRunEndsAsAnUndisturbedOne(commits: Int) throws {
    let directory = try TemporaryDirectory()
    var plan = try TestPlan()
    let first = try plan.source("a", count: 2)
    let second = try plan.source("b", count: 3)
    let copy = try plan.copy("c", of: first)
    let merged = try plan.add("d", .merge, [copy, second])
    try plan.add("e", .pass, [merged])
    let undisturbed = try completeRun(plan, TemporaryDirectory())
    let id = try abandonAfterAtMost(commits, plan, directory)
    let store = try RunStore(creating: directory.path)
    let (held, stored) = try store.hold(id)
    let machine = plan.machine(store)
    let outcome = try machine.run(
      machine.prepare(plan.verified(), resuming: stored.state), as: stored.record, from: stored.state,
      journal: held)
    #expect(outcome.run.status == .completed)
    #expect(outcome.state.artifacts.map(\.last?.artifact) == undisturbed.artifacts.map(\.last?.artifact))
  }

  private func completeRun(_ plan: TestPlan, _ directory: TemporaryDirectory) throws -> RunState {
    let store = try RunStore(creating: directory.path)
    let held = try store.create(plan.newRun())
    let machine = plan.machine(store)
    return try machine.run(machine.prepare(plan.verified()), as: held.record, journal: held).state
  }

  private func abandonAfterAtMost(
    _ count: Int, _ plan: TestPlan, _ directory: TemporaryDirectory
  ) throws -> RunID {
    let store = try RunStore(creating: directory.path)
    let held = try store.create(plan.newRun())
    let machine = plan.machine(store)
    _ = try? machine.run(
      machine.prepare(plan.verified()), as: held.record, journal: DyingJournal(held, after: count))
    return held.record.id
  }

  @Test func completedRunIsLeftAlone() throws {
    let directory = try TemporaryDirectory()
    let store = try RunStore(creating: directory.path)
    var plan = try TestPlan()
    try plan.source("a")
    let machine = plan.machine(store)
    let id: RunID
    do {
      let held = try store.create(plan.newRun())
      _ = try machine.run(machine.prepare(plan.verified()), as: held.record, journal: held)
      id = held.record.id
    }
    let (held, stored) = try store.hold(id)
    let ran = Names()
    let again = plan.machine(store) { ran.add($0) }
    let outcome = try again.run(
      again.prepare(plan.verified(), resuming: stored.state), as: stored.record, from: stored.state,
      journal: held)
    #expect(outcome.wasCompletedBefore)
    #expect(outcome.run == stored.record)
    #expect(ran.all.isEmpty)
  }

  /// A run that is resumed was there before it looks for `latest`.
  @Test func latestIsNeverTheRunThatAsks() throws {
    let directory = try TemporaryDirectory()
    let store = try RunStore(creating: directory.path)
    var plan = try TestPlan()
    try plan.source("a")
    var runs: [RunID] = []
    for _ in 0..<2 {
      let machine = plan.machine(store)
      let held = try store.create(plan.newRun(path: "book.yaml"))
      _ = try machine.run(machine.prepare(plan.verified()), as: held.record, journal: held)
      runs.append(held.record.id)
    }
    for reference in ["latest", "book.yaml"] {
      #expect(try store.artifact("a", ofRun: reference, askedBy: nil).run == runs[1])
      #expect(try store.artifact("a", ofRun: reference, askedBy: runs[1]).run == runs[0])
      let error = #expect(throws: StoreError.self) {
        try store.artifact("a", ofRun: reference, askedBy: runs[0])
      }
      #expect(error?.code == .missing)
    }
  }

  @Test func aRunOfItsOwnIsLatest() throws {
    let directory = try TemporaryDirectory()
    let store = try RunStore(creating: directory.path)
    var plan = try TestPlan()
    let artifact = try plan.source("a")
    let parent = try store.create(plan.newRun()).record.id
    var nested = try plan.newRun()
    let place = ParentArtifact(run: parent, artifact: plan.plan.instructions[artifact.value].id)
    nested.parent = place
    let child = try store.create(nested).record
    #expect(try store.find("latest").record.id == parent)
    #expect(try store.newestRun(for: place) == child.id)
    #expect(try store.load(child.id).record.parent == place)
    #expect(ParentArtifact("run/a/b")?.artifact.text == "a/b" && ParentArtifact("run") == nil)
  }

  @Test func aDirectoryOfLocksThatIsGoneIsMadeAgain() throws {
    let directory = try TemporaryDirectory()
    var plan = try TestPlan()
    try plan.source("a")
    let id = try abandonAfter(1, plan, directory)
    for entry in try listDirectory("\(directory.path)/runs") {
      try removeFile("\(directory.path)/runs/\(entry.text ?? "")")
    }
    removeDirectory("\(directory.path)/runs")
    let store = try RunStore(creating: directory.path)
    removeDirectory("\(directory.path)/runs")
    let (_, stored) = try store.hold(id)
    #expect(stored.record.status == .interrupted)
  }

  @Test func artifactsOfEarlierRunsAreReused() throws {
    let directory = try TemporaryDirectory()
    let store = try RunStore(creating: directory.path)
    var first = try TestPlan()
    let source = try first.source("a", count: 4)
    first.plan.aliases[try #require(ArtifactID("other"))] = source
    let machine = first.machine(store)
    let held = try store.create(first.newRun())
    let original = try machine.run(machine.prepare(first.verified()), as: held.record, journal: held)
    for name in ["a", "other"] {
      var second = try TestPlan()
      let reused = try second.add("old", .reuse(run: held.record.id.text, artifact: name))
      let machine = second.machine(store)
      let next = try store.create(second.newRun())
      let outcome = try machine.run(machine.prepare(second.verified()), as: next.record, journal: next)
      #expect(outcome.state[reused].last?.artifact == original.state[source].last?.artifact)
    }
    var third = try TestPlan()
    try third.add("old", .reuse(run: held.record.id.text, artifact: "nothing"))
    let error = #expect(throws: MachineError.self) { try third.machine(store).prepare(third.verified()) }
    #expect(error?.code == .unfitReuse)
  }
}

/// Names in the order in which they came.
final class Names: @unchecked Sendable {  // guarded by the monitor
  private let monitor = Monitor()
  private var names: [String] = []

  var all: [String] { monitor.withLock { names } }
  func add(_ name: String) { monitor.withLock { names.append(name) } }
}

/// A journal whose process dies after some commits: nothing reaches the store any more.
final class DyingJournal: RunJournal {
  private let journal: HeldRun
  private var remaining: Int

  init(_ journal: HeldRun, after commits: Int) {
    self.journal = journal
    remaining = commits
  }

  func commit(
    _ transitions: [Transition], status: StatusChange?, durability: Durability
  ) throws(StoreError) {
    guard remaining > 0 else { throw StoreError(.inputOutput, "dead") }
    remaining -= 1
    try journal.commit(transitions, status: status, durability: durability)
  }
}
