// The requests of a run as rows, and back.
internal import CanonicalJSON
internal import ExecutionPlan
internal import GRDB
package import PlanMachine
package import RunHistory

/// The numbers that statuses of batches are stored as; they never change.
extension BatchStatus {
  private static let stored: [BatchStatus] = [.sending, .pending, .answered, .refused, .lost, .cancelled]

  var storedNumber: Int { Self.stored.firstIndex(of: self) ?? 0 }

  init?(storedNumber: Int) {
    guard Self.stored.indices.contains(storedNumber) else { return nil }
    self = Self.stored[storedNumber]
  }
}

/// The ledger of one run.
struct RequestRows {
  let db: Database
  let path: String
  let run: Int

  /// Replaces what the changes name.
  func apply(_ changes: [RequestChange]) throws {
    for change in changes {
      switch change {
      case .batch(let batch): try insert(batch)
      case .request(let place, let record): try insert(place, record)
      }
    }
  }

  private func insert(_ batch: BatchRecord) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO batch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        run, batch.id, batch.kind, batch.dispatcher, batch.createdAt.microseconds,
        batch.changedAt.microseconds, batch.status.storedNumber, batch.job.map(StoredTexts.clean),
        batch.estimate, batch.cost, batch.reason.map(StoredTexts.clean), StoredTexts.join(batch.warnings),
      ])
  }

  private func insert(_ place: RequestPlace, _ record: RequestRecord) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO request VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        run, place.instruction.value, place.round, place.number, record.key, record.batch, record.tries,
        record.answer?.canonicalText, record.cost,
      ])
  }

  func ledger() throws -> RequestLedger {
    var ledger = RequestLedger()
    let batches = try Row.fetchCursor(db, sql: "SELECT * FROM batch WHERE run = ?", arguments: [run])
    while let row = try batches.next() { ledger.apply(.batch(try batch(StoredRow(row, path: path)))) }
    let requests = try Row.fetchCursor(db, sql: "SELECT * FROM request WHERE run = ?", arguments: [run])
    let memory = RowMemory()
    while let row = try requests.next() { ledger.apply(try request(StoredRow(row, path: path, memory))) }
    return ledger
  }

  private func batch(_ row: StoredRow) throws -> BatchRecord {
    func text(_ column: String) throws -> String { try row.required(column, try row.text(column)) }
    func time(_ column: String) throws -> Timestamp {
      Timestamp(microseconds: try row.required(column, try row.integer(column)))
    }
    var batch = BatchRecord(
      id: try text("id"), kind: try text("kind"), dispatcher: try text("dispatcher"),
      createdAt: try time("created_at"), estimate: try row.number("estimate"))
    batch.changedAt = try time("changed_at")
    let status = try row.integer("status").flatMap(BatchStatus.init(storedNumber:))
    batch.status = try row.required("status", status)
    batch.job = try row.text("job")
    batch.cost = try row.number("cost")
    batch.reason = try row.text("reason")
    batch.warnings = StoredTexts.split(try row.text("warnings"))
    return batch
  }

  private func request(_ row: StoredRow) throws -> RequestChange {
    func number(_ column: String) throws -> Int { try row.required(column, try row.integer(column)) }
    let place = RequestPlace(
      InstructionIndex(try number("instruction")), round: try number("round"), number: try number("number"))
    let answer = try row.text("answer").map { text in
      try row.required("answer", try? JSONReader.read(text: text))
    }
    return .request(
      place,
      RequestRecord(
        key: try row.required("key", try row.text("key")),
        batch: try row.required("batch", try row.text("batch")), tries: try number("tries"), answer: answer,
        cost: try row.required("cost", try row.number("cost"))))
  }
}

extension RunStore {
  /// What a run has asked of services.
  package func requests(of run: RunID) throws(StoreError) -> RequestLedger {
    try database.read { db in
      let row = try RunSelection(db: db, path: database.path).find(run.text).row
      return try RequestRows(db: db, path: database.path, run: row.number).ledger()
    }
  }

  /// The runs that are carried out for artifacts of a run, newest first.
  package func nestedRuns(of run: RunID) throws(StoreError) -> [RunID] {
    try database.read { db in
      try String.fetchAll(
        db, sql: "SELECT id FROM run WHERE parent >= ? AND parent < ? ORDER BY number DESC",
        arguments: ["\(run.text)/", "\(run.text)0"]
      ).map { RunID($0) }
    }
  }
}
