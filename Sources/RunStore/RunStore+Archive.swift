// The store as an archive of earlier runs, for explanations.
internal import CanonicalJSON
package import ComponentKit
internal import ExecutionPlan
internal import GRDB
package import PlanMachine
package import RunHistory
internal import SystemFiles

extension RunStore: RunArchive {
  package func earlierRuns(
    name: String, path: String?, before: RunID?, limit: Int
  ) throws -> [RunID] {
    var condition = "(runbook_name = ?"
    var arguments: StatementArguments = [StoredTexts.clean(name)]
    if let path {
      condition += " OR clean_path = ?"
      arguments += [PathText.lexicallyClean(path)]
    }
    condition += ")"
    if let before {
      condition += " AND number < (SELECT number FROM run WHERE id = ?)"
      arguments += [before.text]
    }
    let sql = "SELECT id FROM run WHERE \(condition) ORDER BY number DESC LIMIT \(max(0, limit))"
    return try database.read { try String.fetchAll($0, sql: sql, arguments: arguments).map { RunID($0) } }
  }

  /// The newest run that was carried out for an artifact; nil where there is none.
  package func newestRun(for parent: ParentArtifact) throws(StoreError) -> RunID? {
    try database.read { db in
      try String.fetchOne(
        db, sql: "SELECT id FROM run WHERE parent = ? ORDER BY number DESC LIMIT 1",
        arguments: [parent.description]
      ).map { RunID($0) }
    }
  }

  package func snapshot(of run: RunID) throws -> RunSnapshot {
    let stored = try load(run)
    do {
      return RunSnapshot(
        record: stored.record, plan: try Plan.decode(stored.planBytes).plan, state: stored.state)
    } catch {
      throw StoreError.damaged("the plan of the run \(run) can't be read: \(error)")
    }
  }

  package func listing(_ digest: ContentDigest) -> [SourcePart]? {
    // Larger ones are compared as a whole: what an explanation names is a few parts anyway.
    guard let bytes = try? readFile(layout.blob(digest), limit: 64 << 20), ContentDigest(of: bytes) == digest
    else { return nil }
    return bytes.split(separator: 0x0A).compactMap { line in
      (try? JSONReader.read(Array(line))).flatMap(SourcePart.init(json:))
    }
  }
}
