// Transitions as rows of the journal, and back.
internal import ComponentKit
internal import ExecutionPlan
internal import GRDB
internal import PlanMachine
internal import RunHistory

/// The numbers that statuses are stored as; they never change.
extension ArtifactStatus {
  private static let stored: [ArtifactStatus] = [
    .notStarted, .running, .pending, .completed, .failed, .skipped,
  ]

  var storedNumber: Int { Self.stored.firstIndex(of: self) ?? 0 }

  init?(storedNumber: Int) {
    guard Self.stored.indices.contains(storedNumber) else { return nil }
    self = Self.stored[storedNumber]
  }
}

extension RunStatus {
  private static let stored: [RunStatus] = [.running, .completed, .failed, .interrupted]

  var storedNumber: Int { Self.stored.firstIndex(of: self) ?? 0 }

  init?(storedNumber: Int) {
    guard Self.stored.indices.contains(storedNumber) else { return nil }
    self = Self.stored[storedNumber]
  }
}

/// Texts for people as columns hold them.
enum StoredTexts {
  private static let separator: Unicode.Scalar = "\u{1E}"

  /// SQLite's texts end at a NUL; it becomes the sign for what can't be shown.
  static func clean(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return replacing(text) { $0.value == 0 ? "\u{FFFD}" : $0 }
  }

  /// Several texts in one column; the character that separates them becomes a space inside of them.
  static func join(_ texts: [String]) -> String? {
    if texts.isEmpty { return nil }
    return texts.map { text in clean(replacing(text) { $0 == separator ? " " : $0 }) }
      .joined(separator: String(separator))
  }

  static func split(_ text: String?) -> [String] {
    guard let text else { return [] }
    return text.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false).map {
      String(String.UnicodeScalarView($0))
    }
  }

  private static func replacing(
    _ text: String, _ replacement: (Unicode.Scalar) -> Unicode.Scalar
  ) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(replacement)))
  }
}

/// Where a transition stands in the journal: the run in the upper bits, its place in the run below.
///
/// One integer key keeps a run together and lets SQLite append without rebalancing its tree, which makes
/// commits three times as fast as a key of two columns.
enum JournalPosition {
  static let sequenceBits = 40

  /// The places of a run. Run numbers count from 1; beyond 2²³ they would not fit.
  static func range(ofRun run: Int) throws(StoreError) -> Range<Int> {
    guard (0..<(1 << (62 - sequenceBits))).contains(run) else {
      throw StoreError(.inputOutput, "the store has too many runs")
    }
    return (run << sequenceBits)..<((run + 1) << sequenceBits)
  }
}

/// Reads the journal of one run.
struct JournalReader {
  let db: Database
  let path: String
  let positions: Range<Int>

  init(_ db: Database, path: String, run: Int) throws {
    self.db = db
    self.path = path
    positions = try JournalPosition.range(ofRun: run)
  }

  private static let columns =
    "instruction, status, time, digest, size, head_offset, items, schema.reference AS reference, duration,"
    + " reason, warnings, cause, origin, twin, reuse_key, source, bound, cost, code, prepared, sidecars,"
    + " meaning"

  /// The state that the transitions so far lead to.
  func state(instructionCount: Int) throws -> RunState {
    var state = RunState(instructionCount: instructionCount)
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(Self.columns) FROM journal LEFT JOIN schema ON schema.number = journal.schema"
        + " WHERE position >= ? AND position < ? ORDER BY position",
      arguments: [positions.lowerBound, positions.upperBound])
    let memory = RowMemory()
    while let row = try rows.next() {
      guard state.apply(try transition(StoredRow(row, path: path, memory))) else {
        throw StoreError.damaged("\(path): the journal holds a change that can't follow from those before it")
      }
    }
    return state
  }

  /// The records after a position, at most so many.
  func records(after position: Int?, limit: Int) throws -> [JournalRecord] {
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT position, \(Self.columns) FROM journal"
        + " LEFT JOIN schema ON schema.number = journal.schema"
        + " WHERE position >= ? AND position < ? ORDER BY position LIMIT ?",
      arguments: [
        max(positions.lowerBound, position.map { $0 + 1 } ?? 0), positions.upperBound, max(0, limit),
      ])
    var records: [JournalRecord] = []
    let memory = RowMemory()
    while let row = try rows.next() {
      let stored = StoredRow(row, path: path, memory)
      records.append(
        JournalRecord(
          position: try stored.required("position", try stored.integer("position")),
          transition: try transition(stored)))
    }
    return records
  }

  /// How many artifacts stand how, without reading what they are.
  func counts(instructionCount: Int) throws -> ArtifactCounts {
    var statuses = [ArtifactStatus](repeating: .notStarted, count: instructionCount)
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT instruction, status FROM journal WHERE position >= ? AND position < ? ORDER BY position",
      arguments: [positions.lowerBound, positions.upperBound])
    let memory = RowMemory()
    while let row = try rows.next() {
      let stored = StoredRow(row, path: path, memory)
      let instruction = try stored.required("instruction", try stored.integer("instruction"))
      guard statuses.indices.contains(instruction) else {
        throw StoreError.damaged("\(path): the journal names an artifact that the plan has not")
      }
      statuses[instruction] = try status(stored)
    }
    var counts = ArtifactCounts()
    for status in statuses { counts[status] += 1 }
    return counts
  }

  /// Where the next transition goes.
  func nextPosition() throws -> Int {
    let last = try Int.fetchOne(
      db, sql: "SELECT max(position) FROM journal WHERE position >= ? AND position < ?",
      arguments: [positions.lowerBound, positions.upperBound])
    return last.map { $0 + 1 } ?? positions.lowerBound
  }

  private func status(_ row: StoredRow) throws -> ArtifactStatus {
    let number = try row.required("status", try row.integer("status"))
    return try row.required("status", ArtifactStatus(storedNumber: number))
  }

  private func transition(_ row: StoredRow) throws -> Transition {
    let instruction = try row.required("instruction", try row.integer("instruction"))
    var transition = Transition(
      InstructionIndex(instruction), try status(row),
      at: Timestamp(microseconds: try row.required("time", try row.integer("time"))),
      artifact: try Self.artifact(row), duration: try row.number("duration"), reason: try row.text("reason"),
      warnings: StoredTexts.split(try row.text("warnings")),
      cause: try row.integer("cause").flatMap(DecisionReason.init(storedNumber:)))
    transition.origin = try row.text("origin").map { RunID($0) }
    transition.twin = try row.integer("twin").map { InstructionIndex($0) }
    transition.evidence = try StoredEvidence.read(row)
    transition.cost = try row.number("cost")
    transition.code = try row.text("code").flatMap(FailureCode.init)
    transition.prepared = try row.text("prepared").map { text in
      try row.required("prepared", StoredArtifacts.prepared(text))
    }
    transition.sidecars =
      try row.text("sidecars").map { text in try row.required("sidecars", StoredArtifacts.records(text)) }
      ?? []
    return transition
  }

  static func artifact(_ row: StoredRow) throws -> ArtifactRecord? {
    guard let digest = try row.digest("digest") else { return nil }
    let schema = try row.reference("reference")
    var record = ArtifactRecord(
      digest: digest, size: try row.required("size", try row.integer("size")),
      headOffset: try row.required("head_offset", try row.integer("head_offset")),
      itemCount: try row.required("items", try row.integer("items")),
      schema: try row.required("schema", schema))
    record.meaning = try row.digest("meaning")
    return record
  }
}
