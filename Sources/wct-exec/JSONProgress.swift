// Shows a run to other programs: one JSON object a line on standard output.
internal import CanonicalJSON
internal import CommandSupport
internal import ComponentKit
internal import ExecutionPlan
internal import PlanMachine
internal import Reports
internal import RunHistory

/// A line an event; its fields are documented in docs/reports.md and only ever added to.
final class JSONProgress: ProgressDisplay {
  private let plan: Plan
  private let clock = SystemClock()

  init(plan: Plan) { self.plan = plan }

  func observe(_ event: RunEvent) {
    switch event {
    case .started(let run, let counts):
      write(
        "run_started", run.startedAt,
        [
          ("run", .string(run.id.text)), ("runbook", .string(run.runbookName)),
          ("plan", .string(run.planID.description)), ("artifacts", .integer(counts.total)),
          ("completed_before", .integer(counts[.completed])),
        ])
    case .changed(let transition): write("artifact", transition.time, members(transition))
    case .progressed(let index, let progress):
      write(
        "progress", clock.now(),
        [
          ("artifact", .string(id(index))), ("unit", .string(progress.unit)),
          ("done", .integer(progress.done)), ("total", progress.total.map { .integer($0) }),
          ("bytes", progress.bytes.map { .integer($0) }),
        ])
    case .finished: break
    }
  }

  func say(_ line: String) { write("message", clock.now(), [("text", .string(line))]) }

  func end() {}

  /// The last line of the stream.
  static func finish(_ summary: RunSummaryText) {
    let report = summary.report
    let counts = report.state.counts.shown(in: report.run.status)
    line(
      "run_finished", report.run.finishedAt ?? report.now,
      [
        ("run", .string(report.run.id.text)), ("status", .string(report.resultStatus)),
        ("duration_seconds", .number(report.duration)),
        (
          "counts",
          .object(JSONObject(ArtifactStatus.allCases.map { ($0.rawValue, .integer(counts[$0])) }))
        ),
        ("results", summary.resultsPath.map { .string($0) }),
        (
          "exports",
          summary.exportPaths.isEmpty ? nil : .array(summary.exportPaths.map { .string($0) })
        ),
      ])
  }

  private func members(_ transition: Transition) -> [(String, JSONValue?)] {
    [
      ("artifact", .string(id(transition.instruction))), ("status", .string(transition.status.rawValue)),
      ("duration_seconds", transition.duration.map { .number($0) }),
      ("items", transition.artifact.map { .integer($0.itemCount) }),
      ("bytes", transition.artifact.map { .integer($0.size) }),
      ("reason", transition.reason.map { .string($0) }),
      ("code", transition.code.map { .string($0.rawValue) }),
      ("cause", transition.cause.map { .string($0.rawValue) }),
      ("reused_from", transition.origin.map { .string($0.text) }),
      ("same_as", transition.twin.map { .string(id($0)) }),
      (
        "warnings",
        transition.warnings.isEmpty ? nil : .array(transition.warnings.map { .string($0) })
      ),
    ]
  }

  private func id(_ index: InstructionIndex) -> String {
    plan.instructions.indices.contains(index.value) ? plan.instructions[index.value].id.text : ""
  }

  private func write(_ event: String, _ time: Timestamp, _ members: [(String, JSONValue?)]) {
    Self.line(event, time, members)
  }

  /// What is nil is left out.
  private static func line(_ event: String, _ time: Timestamp, _ members: [(String, JSONValue?)]) {
    var object: JSONObject = ["event": .string(event), "time": .string(time.text)]
    for (key, value) in members { object[key] = value }
    Terminal.output.write(JSONValue.object(object).canonicalText + "\n")
  }
}
