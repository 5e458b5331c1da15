// Runs as rows, and back.
internal import CanonicalJSON
internal import ComponentKit
internal import FoundationEssentials
internal import GRDB
internal import PlanMachine
internal import RunHistory
internal import SystemFiles

/// One row of `run`.
struct RunRow {
  /// What the journal calls the run.
  let number: Int
  var record: RunRecord
  let plan: ContentDigest
  let sourceMap: ContentDigest?
  let instructionCount: Int
  /// How the artifacts stood when the status last changed; nil while the run is under way.
  let counts: ArtifactCounts?

  /// More instructions than any plan that can be read holds; a damaged number must not eat the memory.
  static let maximumInstructionCount = 50_000_000

  static let columns =
    "number, id, status, plan_id, runbook_name, runbook_path, started_at, finished_at, base_directory,"
    + " environment_files, max_concurrency, plan, source_map, instruction_count, counts, reuse,"
    + " reuse_nondeterministic, cost_limit, parent, selection"

  init(_ row: StoredRow) throws {
    number = try row.required("number", try row.integer("number"))
    let status = try row.required("status", try row.integer("status"))
    let files = try row.required("environment_files", try row.text("environment_files"))
    var options = RunOptions(
      baseDirectory: try row.required("base_directory", try row.text("base_directory")),
      environmentFiles: try row.required("environment_files", Self.texts(files)),
      maximumConcurrency: try row.integer("max_concurrency"),
      reuse: try row.text("reuse").map { ReuseMode($0) } ?? .off,
      reusesNondeterministic: try row.integer("reuse_nondeterministic") == 1,
      costLimit: try row.number("cost_limit"))
    options.selection = try row.text("selection")
    record = RunRecord(
      id: RunID(try row.required("id", try row.text("id"))),
      status: try row.required("status", RunStatus(storedNumber: status)),
      planID: try row.required("plan_id", try row.digest("plan_id")),
      runbookName: try row.required("runbook_name", try row.text("runbook_name")),
      runbookPath: try row.text("runbook_path"),
      startedAt: Timestamp(microseconds: try row.required("started_at", try row.integer("started_at"))),
      finishedAt: try row.integer("finished_at").map(Timestamp.init), options: options)
    record.parent = try row.text("parent").flatMap(ParentArtifact.init)
    plan = try row.required("plan", try row.digest("plan"))
    sourceMap = try row.digest("source_map")
    let count = try row.required("instruction_count", try row.integer("instruction_count"))
    let range = 0...Self.maximumInstructionCount
    instructionCount = try row.required("instruction_count", range.contains(count) ? count : nil)
    counts = try row.text("counts").map { try row.required("counts", Self.counts($0)) }
  }

  private static func texts(_ json: String) -> [String]? {
    guard let values = try? JSONReader.read(text: json).arrayValue else { return nil }
    let texts = values.compactMap(\.stringValue)
    return texts.count == values.count ? texts : nil
  }

  private static func counts(_ json: String) -> ArtifactCounts? {
    guard let object = try? JSONReader.read(text: json).objectValue else { return nil }
    var counts = ArtifactCounts()
    for status in ArtifactStatus.allCases { counts[status] = object[status.rawValue]?.integerValue ?? 0 }
    return counts
  }

  static func text(of counts: ArtifactCounts) -> String {
    let pairs = ArtifactStatus.allCases.map { ($0.rawValue, JSONValue.integer(counts[$0])) }
    return JSONValue.object(JSONObject(pairs)).canonicalText
  }

  /// Adds a run that begins.
  ///
  /// - Returns: its number.
  static func insert(
    _ record: RunRecord, plan: ContentDigest, sourceMap: ContentDigest?, instructionCount: Int, _ db: Database
  ) throws -> Int {
    let files = JSONValue.array(record.options.environmentFiles.map { .string($0) }).canonicalText
    try db.execute(
      sql: """
        INSERT INTO run (id, status, plan_id, runbook_name, runbook_path, clean_path, started_at,
          base_directory, environment_files, max_concurrency, plan, source_map, instruction_count,
          reuse, reuse_nondeterministic, cost_limit, parent, selection)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record.id.text, record.status.storedNumber, Data(record.planID.bytes),
        StoredTexts.clean(record.runbookName),
        record.runbookPath, record.runbookPath.map(PathText.lexicallyClean), record.startedAt.microseconds,
        record.options.baseDirectory, files, record.options.maximumConcurrency, Data(plan.bytes),
        sourceMap.map { Data($0.bytes) }, instructionCount,
        record.options.reuse.description, record.options.reusesNondeterministic ? 1 : 0,
        record.options.costLimit, record.parent?.description,
        record.options.selection.map(StoredTexts.clean),
      ])
    return Int(db.lastInsertedRowID)
  }

  /// Changes a run's status, and with it the counts that lists show.
  static func update(
    _ number: Int, _ change: StatusChange, counts: ArtifactCounts, _ db: Database
  ) throws {
    let isOver = change.status != .running
    try db.execute(
      sql: "UPDATE run SET status = ?, finished_at = ?, counts = ? WHERE number = ?",
      arguments: [
        change.status.storedNumber, isOver ? change.time.microseconds : nil,
        isOver ? text(of: counts) : nil, number,
      ])
  }
}
