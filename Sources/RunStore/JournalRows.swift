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

/// Several texts in one column. A text may hold anything but the separator, which is taken out of it.
enum StoredTexts {
  private static let separator: Character = "\u{1E}"

  static func join(_ texts: [String]) -> String? {
    texts.isEmpty
      ? nil : texts.map { $0.filter { $0 != separator } }.joined(separator: String(separator))
  }

  static func split(_ text: String?) -> [String] {
    text.map { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) } ?? []
  }
}

/// Reads the journal of one run.
struct JournalReader {
  let db: Database
  let path: String
  let run: Int

  private static let columns =
    "instruction, status, time, digest, size, head_offset, items, schema.reference AS reference, duration,"
    + " reason, warnings"

  /// The state that the transitions so far lead to.
  func state(instructionCount: Int) throws -> RunState {
    var state = RunState(instructionCount: instructionCount)
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(Self.columns) FROM journal LEFT JOIN schema ON schema.number = journal.schema"
        + " WHERE run = ? ORDER BY sequence", arguments: [run])
    while let row = try rows.next() {
      guard state.apply(try transition(StoredRow(row, path: path))) else {
        throw StoreError.damaged("\(path): the journal holds a change that can't follow from those before it")
      }
    }
    return state
  }

  /// How many artifacts stand how, without reading what they are.
  func counts(instructionCount: Int) throws -> ArtifactCounts {
    var statuses = [ArtifactStatus](repeating: .notStarted, count: instructionCount)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT instruction, status FROM journal WHERE run = ? ORDER BY sequence", arguments: [run])
    while let row = try rows.next() {
      let stored = StoredRow(row, path: path)
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

  private func status(_ row: StoredRow) throws -> ArtifactStatus {
    let number = try row.required("status", try row.integer("status"))
    return try row.required("status", ArtifactStatus(storedNumber: number))
  }

  private func transition(_ row: StoredRow) throws -> Transition {
    let instruction = try row.required("instruction", try row.integer("instruction"))
    return Transition(
      InstructionIndex(instruction), try status(row),
      at: Timestamp(microseconds: try row.required("time", try row.integer("time"))),
      artifact: try artifact(row), duration: try row.number("duration"), reason: try row.text("reason"),
      warnings: StoredTexts.split(try row.text("warnings")))
  }

  private func artifact(_ row: StoredRow) throws -> ArtifactRecord? {
    guard let digest = try row.digest("digest") else { return nil }
    let schema = try row.text("reference").flatMap { SchemaReference(parsing: $0) }
    return ArtifactRecord(
      digest: digest, size: try row.required("size", try row.integer("size")),
      headOffset: try row.required("head_offset", try row.integer("head_offset")),
      itemCount: try row.required("items", try row.integer("items")),
      schema: try row.required("schema", schema))
  }
}
