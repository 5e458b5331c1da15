import ExecutionPlan
import GRDB
import PlanMachine
import RunHistory
import RunStore
import SystemFiles
import Testing

/// Opening stores that are there, are not there, are not stores.
@Suite struct OpeningTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private var database: String { "\(directory.path)/store.db" }

  private func mode(_ path: String) throws -> UInt32 {
    try #require(permissions(of: path))
  }

  @Test func lookingDoesNotMakeAStore() throws {
    let missing = "\(directory.path)/none"
    #expect(try RunStore.open(missing) == nil)
    #expect(throws: SystemError.self) { try FileStatus.of(missing) }
    #expect(try RunStore.open(directory.path) == nil)
    #expect(try listDirectory(directory.path).isEmpty)
  }

  @Test func storeThatIsAboutToBeMadeIsNoneYet() throws {
    try writeFile(database, [])
    #expect(try RunStore.open(directory.path) == nil)
    #expect(try RunStore(creating: directory.path).runs().isEmpty)
  }

  @Test func storeIsForItsOwnerAlone() throws {
    let path = "\(directory.path)/a/.wct"
    let store = try RunStore(creating: path)
    var plan = try TestPlan()
    try plan.source("a")
    let held = try store.create(plan.newRun())
    let machine = plan.machine(store)
    _ = try machine.run(machine.prepare(plan.verified()), as: held.record, journal: held)
    for entry in ["", "/blobs", "/runs", "/tmp"] { #expect(try mode(path + entry) == 0o700) }
    for entry in [
      "/store.db", "/store.db-wal", "/store.db-shm", "/.gitignore", "/runs/\(held.record.id).lock",
    ] {
      #expect(try mode(path + entry) == 0o600)
    }
    for sub in try listDirectory(path + "/blobs") {
      let inner = "\(path)/blobs/\(sub.text ?? "")"
      #expect(try mode(inner) == 0o700)
      for blob in try listDirectory(inner) { #expect(try mode("\(inner)/\(blob.text ?? "")") == 0o600) }
    }
  }

  @Test func storeCanBeOpenedAgain() throws {
    var plan = try TestPlan()
    try plan.source("a")
    let id = try RunStore(creating: directory.path).create(plan.newRun()).record.id
    #expect(try RunStore(creating: directory.path).runs().map(\.record.id) == [id])
    #expect(try RunStore.open(directory.path)?.runs().map(\.record.id) == [id])
  }

  @Test(arguments: [
    "This is a text file, and a rather long one, so that it is no empty database by accident.",
    "SQLite format 3\u{0}and then nothing that a database would hold, for more than a hundred bytes ........",
  ])
  func fileThatIsNoDatabaseIsRefused(text: String) throws {
    try writeFile(database, Array(text.utf8))
    #expect(try #require(throws: StoreError.self) { try RunStore(creating: directory.path) }.code == .damaged)
    let error = try #require(throws: StoreError.self) { try RunStore.open(directory.path) }
    #expect(error.code == .damaged)
    #expect(error.hint != nil)
    #expect(try readFile(database) == Array(text.utf8))
  }

  @Test func databaseOfAnotherProgramIsRefusedAndLeftAlone() throws {
    let queue = try DatabaseQueue(path: database)
    try queue.write { try $0.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
    try queue.close()
    let before = try readFile(database)
    #expect(try #require(throws: StoreError.self) { try RunStore(creating: directory.path) }.code == .damaged)
    #expect(try readFile(database) == before)
  }

  @Test func newerStoreIsRefused() throws {
    _ = try RunStore(creating: directory.path)
    try change("UPDATE meta SET value = 99 WHERE key = 'schema_version'")
    let error = try #require(throws: StoreError.self) { try RunStore(creating: directory.path) }
    #expect(error.code == .newer)
    #expect(error.message.contains("schema 99"))
  }

  private func change(_ sql: String) throws {
    let queue = try DatabaseQueue(path: database)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// Every column holding something else must be an error, never a trap.
  @Test(arguments: [
    "UPDATE run SET status = 77", "UPDATE run SET status = 'x'", "UPDATE run SET plan_id = x'00'",
    "UPDATE run SET instruction_count = -1", "UPDATE run SET instruction_count = 9000000000000000000",
    "UPDATE run SET environment_files = '[1]'", "UPDATE run SET environment_files = x'ff'",
    "UPDATE run SET counts = '['", "UPDATE run SET started_at = 'yesterday'", "UPDATE run SET id = x'00ff'",
    "UPDATE run SET plan = x'0000000000000000000000000000000000000000000000000000000000000000'",
    "UPDATE journal SET status = 77", "UPDATE journal SET instruction = 4000000000",
    "UPDATE journal SET instruction = -1", "UPDATE journal SET digest = 'x'",
    "UPDATE journal SET size = NULL", "UPDATE journal SET schema = 99", "UPDATE journal SET status = 3",
    "UPDATE journal SET time = 1.5", "DROP TABLE journal", "DELETE FROM meta", "UPDATE meta SET value = -3",
  ])
  func damagedRowsAreErrors(sql: String) throws {
    var plan = try TestPlan()
    try plan.source("a")
    let id: RunID
    do {
      let store = try RunStore(creating: directory.path)
      let held = try store.create(plan.newRun())
      let machine = plan.machine(store)
      _ = try machine.run(machine.prepare(plan.verified()), as: held.record, journal: held)
      id = held.record.id
    }
    try change(sql)
    #expect(throws: StoreError.self) {
      let store = try #require(try RunStore.open(directory.path))
      _ = try store.runs()
      _ = try store.load(id)
    }
  }
}
