// Earlier results by their reuse key.
internal import ComponentKit
internal import FoundationEssentials
internal import GRDB
internal import PlanMachine
internal import RunHistory

/// Looks for completed artifacts in the journals of all runs.
struct ReuseRows {
  let db: Database
  let path: String

  /// The newest one with this key, of one run alone where it is named.
  func newest(_ key: ContentDigest, inRun run: RunID?) throws -> RememberedArtifact? {
    var condition = "reuse_key = ? AND journal.status = \(ArtifactStatus.completed.storedNumber)"
    var arguments: StatementArguments = [Data(key.bytes)]
    if let run {
      let number = try Int.fetchOne(db, sql: "SELECT number FROM run WHERE id = ?", arguments: [run.text])
      guard let number else { return nil }
      let positions = try JournalPosition.range(ofRun: number)
      condition += " AND position >= ? AND position < ?"
      arguments += [positions.lowerBound, positions.upperBound]
    }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT digest, size, head_offset, items, schema.reference AS reference, meaning, warnings, origin,
          sidecars, run.id AS id
        FROM journal LEFT JOIN schema ON schema.number = journal.schema
          JOIN run ON run.number = (journal.position >> \(JournalPosition.sequenceBits))
        WHERE \(condition) ORDER BY position DESC LIMIT 1
        """, arguments: arguments)
    return try row.map { try remembered(StoredRow($0, path: path)) }
  }

  /// Where it was itself taken, the run that made it is named.
  private func remembered(_ row: StoredRow) throws -> RememberedArtifact {
    let origin = try row.text("origin") ?? row.required("id", try row.text("id"))
    return RememberedArtifact(
      origin: RunID(origin), record: try row.required("digest", try JournalReader.artifact(row)),
      warnings: StoredTexts.split(try row.text("warnings")),
      sidecars: try row.text("sidecars").map { text in
        try row.required("sidecars", StoredArtifacts.records(text))
      } ?? [])
  }
}
