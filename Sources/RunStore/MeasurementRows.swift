// What artifacts took to make the last time: by the key of the instruction, and by name in a runbook.
internal import ComponentKit
internal import ExecutionPlan
internal import FoundationEssentials
internal import GRDB
internal import PlanMachine

/// The measurements of one runbook, and of every instruction by its key.
struct MeasurementRows {
  let db: Database
  let path: String
  let runbook: String

  /// The latest one of each: that of the same key before that of the same name.
  func latest(_ instructions: [MeasuredInstruction]) throws -> [Measurement?] {
    let isEmpty = try Int.fetchOne(db, sql: "SELECT 1 FROM measured LIMIT 1") == nil
    if isEmpty { return Array(repeating: nil, count: instructions.count) }
    let byKey = try db.cachedStatement(sql: "SELECT seconds, cost FROM measured WHERE key = ?")
    let byName = try db.cachedStatement(
      sql: "SELECT seconds, cost FROM measured_name WHERE runbook = ? AND artifact = ?")
    return try instructions.map { instruction in
      let row =
        try Row.fetchOne(byKey, arguments: [Data(instruction.key.bytes)])
        ?? Row.fetchOne(byName, arguments: [StoredTexts.clean(runbook), instruction.artifact.text])
      return try row.map { try measurement(StoredRow($0, path: path)) }
    }
  }

  private func measurement(_ row: StoredRow) throws -> Measurement {
    Measurement(
      seconds: try row.required("seconds", try row.number("seconds")), cost: try row.number("cost"))
  }

  func insert(_ measurements: [(MeasuredInstruction, Measurement)]) throws {
    let byKey = try db.cachedStatement(sql: "INSERT OR REPLACE INTO measured VALUES (?, ?, ?)")
    let byName = try db.cachedStatement(sql: "INSERT OR REPLACE INTO measured_name VALUES (?, ?, ?, ?)")
    for (instruction, measurement) in measurements {
      try byKey.execute(
        arguments: [Data(instruction.key.bytes), measurement.seconds, measurement.cost])
      try byName.execute(
        arguments: [
          StoredTexts.clean(runbook), instruction.artifact.text, measurement.seconds, measurement.cost,
        ])
    }
  }
}
