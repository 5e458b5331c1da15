// A run as an archive holds it: its row, its journal, and the blobs that they name.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory

/// A run out of its store, whole and ended.
struct ArchivedRun {
  static let format = "wct-run"
  static let version = 1

  var record: RunRecord
  let plan: ContentDigest
  let sourceMap: ContentDigest?
  let instructionCount: Int
  let transitions: [Transition]
  /// What was asked of services; empty for most runs.
  var requests: [RequestChange] = []

  /// Every blob that belongs to it, ascending.
  var blobs: [ContentDigest] {
    var digests: Set<ContentDigest> = [plan]
    if let sourceMap { digests.insert(sourceMap) }
    for transition in transitions {
      for artifact in transition.results { digests.insert(artifact.digest) }
      if let prepared = transition.prepared {
        digests.formUnion([prepared.state.digest, prepared.requests.digest])
      }
      if let source = transition.evidence?.source { digests.insert(source) }
    }
    return digests.sorted()
  }

  var manifest: [UInt8] {
    var run: JSONObject = [
      "id": .string(record.id.text), "status": .string(record.status.rawValue),
      "plan_id": .string(record.planID.description), "runbook_name": .string(record.runbookName),
      "started_at": .integer(record.startedAt.microseconds),
      "base_directory": .string(record.options.baseDirectory),
      "environment_files": .array(record.options.environmentFiles.map { .string($0) }),
      "reuse": .string(record.options.reuse.description),
      "reuse_nondeterministic": .bool(record.options.reusesNondeterministic),
    ]
    run["runbook_path"] = record.runbookPath.map { .string($0) }
    run["finished_at"] = record.finishedAt.map { .integer($0.microseconds) }
    run["max_concurrency"] = record.options.maximumConcurrency.map { .integer($0) }
    run["cost_limit"] = record.options.costLimit.map { .number($0) }
    run["parent"] = record.parent.map { .string($0.description) }
    run["selection"] = record.options.selection.map { .string($0) }
    var value: JSONObject = [
      "format": .string(Self.format), "version": .integer(Self.version), "run": .object(run),
      "plan": .string(plan.description), "instructions": .integer(instructionCount),
      "records": .integer(transitions.count),
    ]
    value["source_map"] = sourceMap.map { .string($0.description) }
    return Array(JSONValue.object(value).canonicalText.utf8) + [0x0A]
  }

  /// One line a transition.
  var journal: [UInt8] {
    var bytes: [UInt8] = []
    for transition in transitions {
      bytes += ArchivedTransition.json(transition, keepsSource: true).canonicalText.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  init(
    record: RunRecord, plan: ContentDigest, sourceMap: ContentDigest?, instructionCount: Int,
    transitions: [Transition]
  ) {
    self.record = record
    self.plan = plan
    self.sourceMap = sourceMap
    self.instructionCount = instructionCount
    self.transitions = transitions
  }

  /// Reads both texts; what they do not say in exactly the form that they are written in is refused.
  init(manifest: [UInt8], journal: [UInt8], requests bytes: [UInt8]) throws(ArchiveError) {
    guard let value = try? JSONReader.read(manifest).objectValue, value["format"] == .string(Self.format)
    else {
      throw ArchiveError("it is no archive of a run")
    }
    guard value["version"] == .integer(Self.version) else {
      throw ArchiveError("it is of another version than \(Self.version), the one that this program knows")
    }
    guard let record = value["run"]?.objectValue.flatMap(Self.record),
      let plan = value["plan"]?.stringValue.flatMap(ContentDigest.init(parsing:)),
      let count = value["instructions"]?.integerValue, (0...RunRow.maximumInstructionCount).contains(count)
    else { throw ArchiveError("what it says of the run is not in order") }
    self.init(
      record: record, plan: plan,
      sourceMap: value["source_map"]?.stringValue.flatMap(ContentDigest.init(parsing:)),
      instructionCount: count, transitions: try Self.transitions(journal, count))
    requests = try ArchivedRequests.read(bytes, instructionCount: count)
    guard self.manifest == manifest else { throw ArchiveError("what it says of the run is not in order") }
    try checkOrder()
  }

  private static func transitions(
    _ journal: [UInt8], _ instructionCount: Int
  ) throws(ArchiveError) -> [Transition] {
    guard journal.isEmpty || journal.last == 0x0A else { throw ArchiveError("its journal is cut off") }
    var transitions: [Transition] = []
    for line in journal.dropLast().split(separator: 0x0A, omittingEmptySubsequences: journal.isEmpty) {
      guard let next = ArchivedTransition.read(Array(line), instructionCount: instructionCount) else {
        throw ArchiveError("line \(transitions.count + 1) of its journal is not in order")
      }
      transitions.append(next)
    }
    return transitions
  }

  /// Whether each change can follow from those before it, and what is completed has a content.
  private func checkOrder() throws(ArchiveError) {
    var state = RunState(instructionCount: instructionCount)
    for (place, transition) in transitions.enumerated() {
      let isComplete = transition.status == .completed || transition.sidecars.isEmpty
      let isPrepared = transition.status == .pending || transition.prepared == nil
      guard isComplete, isPrepared, state.apply(transition),
        (transition.artifact != nil) == (transition.status == .completed)
      else {
        throw ArchiveError("line \(place + 1) of its journal can't follow from those before it")
      }
    }
  }

  private static func record(_ run: JSONObject) -> RunRecord? {
    guard let id = run["id"]?.stringValue.flatMap(RunID.init(checking:)),
      let status = run["status"]?.stringValue.flatMap(RunStatus.init), status != .running,
      let planID = run["plan_id"]?.stringValue.flatMap(ContentDigest.init(parsing:)),
      let name = run["runbook_name"]?.stringValue, StoredTexts.clean(name) == name,
      let start = run["started_at"]?.integerValue, (0...253_402_300_799_999_999).contains(start),
      let directory = run["base_directory"]?.stringValue, let reuse = run["reuse"]?.stringValue,
      reuse == "off" || reuse == "auto" || RunID(checking: reuse) != nil
    else { return nil }
    var record = RunRecord(
      id: id, status: status, planID: planID, runbookName: name,
      runbookPath: run["runbook_path"]?.stringValue,
      startedAt: Timestamp(microseconds: start),
      finishedAt: run["finished_at"]?.integerValue.flatMap {
        (0...253_402_300_799_999_999).contains($0) ? Timestamp(microseconds: $0) : nil
      },
      options: RunOptions(
        baseDirectory: directory,
        environmentFiles: run["environment_files"]?.arrayValue?.compactMap(\.stringValue) ?? [],
        maximumConcurrency: run["max_concurrency"]?.integerValue, reuse: ReuseMode(reuse),
        reusesNondeterministic: run["reuse_nondeterministic"]?.boolValue ?? false,
        costLimit: run["cost_limit"]?.doubleValue))
    record.options.selection = run["selection"]?.stringValue
    record.parent = run["parent"]?.stringValue.flatMap(ParentArtifact.init).flatMap {
      RunID(checking: $0.run.text) == nil ? nil : $0
    }
    return record
  }
}
