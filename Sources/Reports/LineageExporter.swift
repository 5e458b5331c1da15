// Writes what a run did as OpenLineage events, one JSON object a line.
package import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory
internal import SystemFiles

/// Writes run events (OpenLineage 2-0-2): a START and one terminal event for the run and for each artifact.
package struct LineageExporter {
  private static let specification = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
  private static let facets = "https://openlineage.io/spec/facets"
  /// The namespace of jobs and data sets.
  package static let namespace = "runbooks"

  private enum Phase: String {
    case start = "START"
    case complete = "COMPLETE"
    case fail = "FAIL"
    case abort = "ABORT"
  }

  private let report: RunReport
  private let nested: [LineageRun]
  private let version: String
  /// What the run was begun by; nil where nobody knows.
  private let parent: LineageParent?

  private init(_ run: LineageRun, version: String, parent: LineageParent?) {
    (report, nested) = (run.report, run.nested)
    self.version = version
    self.parent = parent
  }

  /// The events of a run and of those within it, in the order of their times.
  package static func events(
    of run: LineageRun, version: String, parent: LineageParent? = nil
  ) -> [JSONValue] {
    LineageExporter(run, version: version, parent: parent).events.map(\.event)
  }

  /// Writes these events one a line.
  ///
  /// - Throws: `SystemError` when the file can't be written.
  package static func write(_ events: [JSONValue], to path: String) throws {
    let file = try AtomicFile(replacing: path)
    for event in events { try file.write(JSONWriter.bytes(of: event) + [0x0A]) }
    try file.publish(permissions: 0o600)
  }

  private var producer: String { "urn:runbook-toolchain:wct-exec:\(version)" }

  private var events: [Timed] {
    let ended =
      report.plan.instructions.indices.flatMap { artifactEvents(InstructionIndex($0)) }
      + nested.flatMap(nestedEvents)
    // Stable: what has the same time stays in the order of the plan, a start before its end.
    let ordered = ended.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
    let start = min(report.run.startedAt, ordered.first?.time ?? report.run.startedAt)
    let end = max(report.run.finishedAt ?? report.now, ordered.last?.time ?? start)
    return [(start, runEvent(.start, at: start))] + ordered + [(end, runEvent(runPhase, at: end))]
  }

  /// The events of a run that was carried out for an artifact of this one.
  private func nestedEvents(_ run: LineageRun) -> [Timed] {
    guard let artifact = run.report.run.parent?.artifact,
      let index = report.plan.instructions.firstIndex(where: { $0.id == artifact })
    else { return [] }
    let caller = InstructionIndex(index)
    let parent = LineageParent(
      namespace: Self.namespace, job: jobName(caller), run: identity(caller), root: root)
    return LineageExporter(run, version: version, parent: parent).events
  }

  /// The outermost run that is known.
  private var root: LineageParent.Place {
    parent?.root ?? parent?.place
      ?? LineageParent.Place(namespace: Self.namespace, job: jobName(nil), run: identity(nil))
  }

  private var runPhase: Phase {
    switch report.resultStatus {
    case "completed", "partial": .complete
    case "failed": .fail
    default: .abort
    }
  }

  private func runEvent(_ phase: Phase, at time: Timestamp) -> JSONValue {
    var facets: JSONObject = ["processing_engine": engine]
    facets["parent"] = parent.map(parentFacet)
    if phase == .fail {
      let failed = report.instructions(.failed).map { report.name(of: $0).text }
      facets["errorMessage"] = error(
        failed.isEmpty ? "the run failed" : "failed: \(failed.joined(separator: ", "))")
    }
    return event(phase, time, run: identity(nil), job: jobName(nil), facets)
  }

  // MARK: - Artifacts

  private typealias Timed = (time: Timestamp, event: JSONValue)

  /// Nothing for what did not begin.
  private func artifactEvents(_ index: InstructionIndex) -> [Timed] {
    let state = report.state[index]
    guard let last = state.last, let phase = phase(of: index) else { return [] }
    let end = max(last.time, report.run.startedAt)
    let start = min(state.startedAt.map { max($0, report.run.startedAt) } ?? end, end)
    return [
      (start, artifactEvent(.start, index, at: start)), (end, artifactEvent(phase, index, at: end)),
    ]
  }

  private func phase(of index: InstructionIndex) -> Phase? {
    switch report.state[index].status {
    case .completed: .complete
    case .failed: .fail
    case .skipped, .pending, .running: .abort
    case .notStarted: report.state[index].startedAt == nil ? nil : .abort
    }
  }

  private func artifactEvent(_ phase: Phase, _ index: InstructionIndex, at time: Timestamp) -> JSONValue {
    let instruction = report.plan.instructions[index.value]
    let run = LineageParent(
      namespace: Self.namespace, job: jobName(nil), run: identity(nil), root: parent == nil ? nil : root)
    var facets: JSONObject = ["parent": parentFacet(run), "processing_engine": engine]
    if phase == .fail {
      facets["errorMessage"] = error(report.state[index].last?.reason ?? "no reason given")
    }
    let inputs = instruction.operands.map { JSONValue.object(dataset($0)) }
    return event(
      phase, time, run: identity(index), job: jobName(index), facets, inputs: inputs,
      outputs: [.object(output(index, isDone: phase == .complete))])
  }

  private func dataset(_ index: InstructionIndex) -> JSONObject {
    ["namespace": .string(Self.namespace), "name": .string(jobName(index))]
  }

  private func output(_ index: InstructionIndex, isDone: Bool) -> JSONObject {
    var output = dataset(index)
    guard isDone, let record = report.state[index].last?.artifact else { return output }
    output["outputFacets"] = [
      "outputStatistics": facet(
        "1-0-2/OutputStatisticsOutputDatasetFacet",
        [
          ("rowCount", .integer(record.itemCount)), ("size", .integer(record.size)),
        ])
    ]
    return output
  }

  // MARK: - Parts of events

  private func event(
    _ phase: Phase, _ time: Timestamp, run: String, job: String, _ facets: JSONObject,
    inputs: [JSONValue] = [], outputs: [JSONValue] = []
  ) -> JSONValue {
    [
      "eventTime": .string(time.text), "eventType": .string(phase.rawValue), "producer": .string(producer),
      "schemaURL": .string(Self.specification),
      "run": ["runId": .string(run), "facets": .object(facets)],
      "job": ["namespace": .string(Self.namespace), "name": .string(job)],
      "inputs": .array(inputs), "outputs": .array(outputs),
    ]
  }

  /// A facet by its version and name, such as `1-0-1/ErrorMessageRunFacet`.
  private func facet(_ name: String, _ members: [(String, JSONValue)]) -> JSONValue {
    let type = name.split(separator: "/").last.map(String.init) ?? name
    return .object(
      JSONObject(
        members + [
          ("_producer", .string(producer)),
          ("_schemaURL", .string("\(Self.facets)/\(name).json#/$defs/\(type)")),
        ]))
  }

  private func parentFacet(_ parent: LineageParent) -> JSONValue {
    var members = parent.place.members
    if let root = parent.root { members.append(("root", .object(JSONObject(root.members)))) }
    return facet("1-2-0/ParentRunFacet", members)
  }

  private func error(_ message: String) -> JSONValue {
    facet(
      "1-0-1/ErrorMessageRunFacet",
      [
        ("message", .string(message)), ("programmingLanguage", "Swift"),
      ])
  }

  private var engine: JSONValue {
    facet("1-1-1/ProcessingEngineRunFacet", [("name", "wct-exec"), ("version", .string(version))])
  }

  /// The runbook's name, or that and the artifact's id.
  private func jobName(_ index: InstructionIndex?) -> String {
    guard let index else { return report.plan.runbook.name }
    return "\(report.plan.runbook.name)/\(report.plan.instructions[index.value].id)"
  }

  private func identity(_ index: InstructionIndex?) -> String {
    let artifact = index.map { "/\(report.plan.instructions[$0.value].id)" } ?? ""
    return LineageIdentity.text(of: "\(report.run.id)\(artifact)")
  }
}

/// The UUID of a run, or of an artifact of it: the same whenever it is asked for.
package enum LineageIdentity {
  /// A UUID of version 8 (RFC 9562, 5.8), made of the SHA-256 digest of the name.
  package static func text(of name: String) -> String {
    var bytes = Array(ContentDigest(of: Array("wct-exec run \(name)".utf8)).bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined()
    var text = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { text += "-" }
      text.append(digit)
    }
    return text
  }
}
