// Writes a run as a trace that Perfetto and chrome://tracing open.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory
internal import SystemFiles

/// Writes the Trace Event Format, in its JSON object form ("Trace Event Format", the Chromium project).
package struct TraceExporter {
  private let report: RunReport
  private let timeline: RunTimeline

  /// Writes the trace of a run, whatever came of it.
  ///
  /// - Throws: `SystemError` when the file can't be written.
  package static func export(_ report: RunReport, to path: String) throws {
    let exporter = TraceExporter(report: report, timeline: RunTimeline(report))
    let file = try AtomicFile(replacing: path)
    try exporter.write { try file.write($0) }
    try file.publish(permissions: 0o600)
  }

  private func write(to emit: ([UInt8]) throws -> Void) throws {
    var text = Array("{\"displayTimeUnit\":\"ms\",\"otherData\":".utf8)
    text += JSONWriter.bytes(of: about) + Array(",\"traceEvents\":[\n".utf8)
    var isFirst = true
    for event in names + timeline.intervals.map(event) + instants {
      if !isFirst { text += Array(",\n".utf8) }
      isFirst = false
      text += JSONWriter.bytes(of: event)
      if text.count > 1 << 18 {
        try emit(text)
        text = []
      }
    }
    try emit(text + Array("\n]}\n".utf8))
  }

  private var about: JSONValue {
    [
      "run": .string(report.run.id.text), "runbook": .string(report.plan.runbook.name),
      "status": .string(report.resultStatus), "plan": .string(report.run.planID.description),
      "started_at": .string(report.run.startedAt.text),
      "critical_path": .array(timeline.criticalPath.map { .string(report.name(of: $0).text) }),
    ]
  }

  /// One process, and a thread for each worker.
  private var names: [JSONValue] {
    [meta("process_name", 0, ["name": .string("run \(report.run.id)")])]
      + (0..<timeline.laneCount).flatMap { lane in
        [
          meta("thread_name", lane + 1, ["name": .string("worker \(lane + 1)")]),
          meta("thread_sort_index", lane + 1, ["sort_index": .integer(lane)]),
        ]
      }
  }

  private func meta(_ name: String, _ thread: Int, _ arguments: JSONValue) -> JSONValue {
    [
      "name": .string(name), "ph": "M", "pid": 1, "tid": .integer(thread), "ts": 0, "args": arguments,
    ]
  }

  private func event(_ interval: RunTimeline.Interval) -> JSONValue {
    [
      "name": .string(report.name(of: interval.index).text), "ph": "X", "pid": 1,
      "tid": .integer(interval.lane + 1), "ts": .integer(sinceStart(interval.start)),
      "dur": .integer(interval.end.microseconds - interval.start.microseconds),
      "cat": .string(interval.isCritical ? "artifact,critical_path" : "artifact"),
      "args": arguments(interval.index, isCritical: interval.isCritical),
    ]
  }

  /// What came to an end without work: taken from another run, the same as another, or left out.
  private var instants: [JSONValue] {
    let worked = Set(timeline.intervals.map(\.index))
    return report.plan.instructions.indices.map { InstructionIndex($0) }.compactMap { index in
      let status = report.state[index].status
      guard !worked.contains(index), status == .completed || status == .skipped,
        let time = report.state[index].last?.time
      else { return nil }
      return [
        "name": .string(report.name(of: index).text), "ph": "i", "s": "p", "pid": 1, "tid": 0,
        "ts": .integer(sinceStart(time)), "cat": "artifact", "args": arguments(index, isCritical: false),
      ]
    }
  }

  /// Microseconds, never below 0: clocks can be set back.
  private func sinceStart(_ time: Timestamp) -> Int {
    max(0, time.microseconds - report.run.startedAt.microseconds)
  }

  private func arguments(_ index: InstructionIndex, isCritical: Bool) -> JSONValue {
    let instruction = report.plan.instructions[index.value]
    let last = report.state[index].last
    var values: JSONObject = [
      "artifact": .string(instruction.id.text), "operation": .string(instruction.operation.name),
      "outcome": .string(report.status(of: index).rawValue), "critical_path": .bool(isCritical),
    ]
    values["component"] = report.component(of: index).map { .string($0) }
    values["items"] = last?.artifact.map { .integer($0.itemCount) }
    values["bytes"] = last?.artifact.map { .integer($0.size) }
    values["reused_from"] = last?.origin.map { .string($0.text) }
    values["same_as"] = last?.twin.map { .string(report.name(of: $0).text) }
    values["code"] = last?.code.map { .string($0.rawValue) }
    values["reason"] = last?.reason.map { .string($0) }
    return .object(values)
  }
}

extension RunReport {
  /// How an artifact stands; nothing runs in a run that does not.
  func status(of index: InstructionIndex) -> ArtifactStatus {
    let status = state[index].status
    return status == .running && run.status != .running ? .notStarted : status
  }

  /// The component that an instruction calls, as `type version`.
  func component(of index: InstructionIndex) -> String? {
    guard let call = plan.instructions[index.value].operation.call,
      plan.components.indices.contains(call.component.value)
    else { return nil }
    let component = plan.components[call.component.value]
    return "\(component.type) \(component.version)"
  }
}
