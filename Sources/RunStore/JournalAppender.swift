// Appends transitions to the journal of one run with prepared statements.
internal import ComponentKit
internal import ExecutionPlan
internal import GRDB
internal import GRDBSQLite
internal import PlanMachine
internal import RunHistory

/// The end of one run's journal. Used inside the connection's own queue alone.
///
/// It binds through SQLite's own functions: this is the inner loop of every run, and GRDB's arguments
/// would box each of the many values of a row.
final class JournalAppender {
  /// Where the next row goes.
  private var position: Int
  private var insertion: Statement?
  private var schemaNumbers: [SchemaReference: Int] = [:]

  init(position: Int) { self.position = position }

  /// Inserts transitions inside the caller's transaction.
  ///
  /// - Returns: where the next row goes, for ``advance(to:)`` once the transaction is committed.
  func insert(_ transitions: [Transition], _ db: Database) throws -> Int {
    let statement = try prepared(db)
    var next = position
    for transition in transitions {
      try insert(transition, at: next, statement, db)
      next += 1
    }
    return next
  }

  /// The transaction is committed: the next rows follow these.
  func advance(to position: Int) { self.position = position }

  /// The transaction was undone, and with it what may have been numbered in it.
  func forgetNumbers() { schemaNumbers = [:] }

  private func prepared(_ db: Database) throws -> Statement {
    if let insertion { return insertion }
    let statement = try db.makeStatement(
      sql: """
        INSERT INTO journal (position, instruction, status, time, digest, size, head_offset, items, schema,
          duration, reason, warnings, cause, origin, twin, reuse_key, source, bound, cost, code, prepared,
          sidecars, meaning)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertion = statement
    return statement
  }

  private func insert(
    _ transition: Transition, at position: Int, _ statement: Statement, _ db: Database
  ) throws {
    let row = unsafe RowBinder(statement: statement.sqliteStatement)
    row.clear()
    row.bind(position, at: 1)
    row.bind(transition.instruction.value, at: 2)
    row.bind(transition.status.storedNumber, at: 3)
    row.bind(transition.time.microseconds, at: 4)
    if let artifact = transition.artifact {
      row.bind(artifact.digest.bytes, at: 5)
      row.bind(artifact.size, at: 6)
      row.bind(artifact.headOffset, at: 7)
      row.bind(artifact.itemCount, at: 8)
      row.bind(try number(of: artifact.schema, db), at: 9)
      if let meaning = artifact.meaning { row.bind(meaning.bytes, at: 23) }
    }
    if let duration = transition.duration { row.bind(duration, at: 10) }
    if let reason = transition.reason { row.bind(StoredTexts.clean(reason), at: 11) }
    if let warnings = StoredTexts.join(transition.warnings) { row.bind(warnings, at: 12) }
    bindDecision(transition, to: row)
    let code = row.step()
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
    }
  }

  private func bindDecision(_ transition: Transition, to row: RowBinder) {
    if let cause = transition.cause { row.bind(cause.storedNumber, at: 13) }
    if let origin = transition.origin { row.bind(origin.text, at: 14) }
    if let twin = transition.twin { row.bind(twin.value, at: 15) }
    if let evidence = transition.evidence {
      if let key = evidence.key { row.bind(key.bytes, at: 16) }
      if let source = evidence.source { row.bind(source.bytes, at: 17) }
      if let bound = StoredEvidence.text(of: evidence.values) { row.bind(bound, at: 18) }
    }
    if let cost = transition.cost { row.bind(cost, at: 19) }
    if let code = transition.code { row.bind(code.rawValue, at: 20) }
    if let prepared = transition.prepared { row.bind(StoredArtifacts.text(of: prepared), at: 21) }
    if let sidecars = StoredArtifacts.text(of: transition.sidecars) { row.bind(sidecars, at: 22) }
  }

  private func number(of schema: SchemaReference, _ db: Database) throws -> Int {
    if let number = schemaNumbers[schema] { return number }
    try db.execute(
      sql: "INSERT INTO schema (reference) VALUES (?) ON CONFLICT DO NOTHING",
      arguments: [schema.description])
    let number = try Int.fetchOne(
      db, sql: "SELECT number FROM schema WHERE reference = ?", arguments: [schema.description])
    guard let number else { throw StoreError(.inputOutput, "a schema could not be numbered") }
    schemaNumbers[schema] = number
    return number
  }
}

/// Binds values to one prepared statement; places count from 1, and what is not bound is NULL.
///
/// SQLite copies texts and bytes (`SQLITE_TRANSIENT`), so nothing has to outlive the calls.
@safe private struct RowBinder {
  private let statement: OpaquePointer
  private static var transient: sqlite3_destructor_type {
    // SQLite's documented constant: the pointer value -1.
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// `statement` lives as long as this value: the caller holds GRDB's statement.
  init(statement: OpaquePointer) { unsafe self.statement = statement }

  func clear() {
    _ = unsafe sqlite3_reset(statement)
    _ = unsafe sqlite3_clear_bindings(statement)
  }

  /// Steps and resets, so that the statement does not keep the transaction open.
  func step() -> Int32 {
    let code = unsafe sqlite3_step(statement)
    _ = unsafe sqlite3_reset(statement)
    return code
  }

  func bind(_ number: Int, at place: Int32) { _ = unsafe sqlite3_bind_int64(statement, place, Int64(number)) }
  func bind(_ number: Double, at place: Int32) { _ = unsafe sqlite3_bind_double(statement, place, number) }

  func bind(_ text: String, at place: Int32) {
    _ = unsafe sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), Self.transient)
  }

  func bind(_ bytes: [UInt8], at place: Int32) {
    unsafe bytes.withUnsafeBytes {
      _ = unsafe sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), Self.transient)
    }
  }
}
