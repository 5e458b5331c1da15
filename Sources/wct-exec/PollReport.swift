// How the jobs of a run stand, for people and for programs. Asks nobody.
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory
internal import RunStore

/// What polling came to.
struct PollReport {
  private let lines: [RequestPoll.Line]
  /// Artifacts with the runs that they are of.
  private let waiting: [(run: RunID, artifact: ArtifactID, state: PendingState)]

  init(_ runs: [PendingRun]) {
    lines = runs.flatMap(\.poll.lines)
    waiting = runs.flatMap { run in
      run.poll.waiting.map { (run.held.record.id, run.plan.instructions[$0.0.value].id, $0.1) }
    }
  }

  /// Whether nothing is waited for.
  var isEmpty: Bool { waiting.isEmpty }
  /// Whether every request has its answer.
  var isAnswered: Bool { waiting.allSatisfy { $0.state.reason == .answersReady } }
  /// Whether a service still works on something.
  var hasJobs: Bool { lines.contains { $0.batch.status == .pending } }
  var isUnreachable: Bool { waiting.contains { $0.state.reason == .serviceUnreachable } }

  private var counts: (answered: Int, all: Int) {
    waiting.reduce((0, 0)) { ($0.0 + $1.state.answeredCount, $0.1 + $1.state.requestCount) }
  }

  /// `3 of 12 requests answered`.
  var progressText: String { "\(counts.answered) of \(counts.all) requests answered" }

  func lines(width: Int) -> [String] {
    if isEmpty { return [] }
    var table = TextTable([
      ("Job", .left), ("Service", .left), ("Kind", .left), ("Status", .left), ("Answered", .right),
      ("Cost", .right), ("", .left),
    ])
    for line in lines {
      table.add([
        printable(line.batch.job ?? line.batch.id), line.batch.dispatcher, printable(line.batch.kind),
        line.batch.status.rawValue, "\(line.answeredCount)/\(line.requestCount)",
        line.batch.cost.map { "\($0)" } ?? "", printable(line.batch.reason ?? ""),
      ])
    }
    var artifacts = TextTable([("Artifact", .left), ("Waits for", .left)])
    for entry in waiting { artifacts.add([entry.artifact.text, printable(entry.state.text)]) }
    return (lines.isEmpty ? [] : table.lines(width: width)) + artifacts.lines(width: width)
  }

  func json(_ run: RunID) -> JSONValue {
    [
      "format": "wct-poll", "version": 1, "run": .string(run.text), "answered": .bool(isAnswered),
      "requests": ["answered": .integer(counts.answered), "total": .integer(counts.all)],
      "jobs": .array(lines.map(Self.json)),
      "artifacts": .array(
        waiting.map { entry in
          [
            "run": .string(entry.run.text), "artifact": .string(entry.artifact.text),
            "waits_for": Self.json(entry.state),
          ]
        }),
    ]
  }

  private static func json(_ line: RequestPoll.Line) -> JSONValue {
    [
      "job": .string(line.batch.job ?? line.batch.id), "batch": .string(line.batch.id),
      "service": .string(line.batch.dispatcher), "kind": .string(line.batch.kind),
      "status": .string(line.batch.status.rawValue), "answered": .integer(line.answeredCount),
      "requests": .integer(line.requestCount), "cost": line.batch.cost.map { .number($0) } ?? .null,
      "reason": line.batch.reason.map { .string($0) } ?? .null,
      "warnings": .array(line.batch.warnings.map { .string($0) }),
    ]
  }

  /// What an artifact waits for; `inspect` says it in the same way.
  static func json(_ state: PendingState) -> JSONValue {
    [
      "reason": .string(state.reason.rawValue), "round": .integer(state.round),
      "requests": .integer(state.requestCount), "answered": .integer(state.answeredCount),
      "jobs": .array(
        state.batches.map { batch in
          [
            "job": .string(batch.job ?? batch.id), "service": .string(batch.dispatcher),
            "kind": .string(batch.kind), "status": .string(batch.status.rawValue),
          ]
        }),
    ]
  }
}
