// Explanations of a run for people and for programs.
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import RunHistory

struct ExplanationText {
  static let version = 1

  let run: RunSnapshot
  let explanations: [ArtifactExplanation]
  /// Whether every change is listed, for one artifact; else the most telling one alone.
  let isDetailed: Bool

  private func name(_ index: InstructionIndex) -> String { run.plan.instructions[index.value].id.text }

  // MARK: - People

  func lines(width: Int) -> [String] {
    if isDetailed { return explanations.flatMap { details($0, width) } }
    var table = TextTable([("Artifact", .left), ("Status", .left), ("Why", .left)])
    for explanation in explanations {
      table.add([name(explanation.index), verb(explanation), printable(explanation.detail)])
    }
    return ["run \(run.record.id) of '\(printable(run.record.runbookName))'"] + table.lines(width: width)
  }

  /// What became of it, in a word.
  private func verb(_ explanation: ArtifactExplanation) -> String {
    guard explanation.status == .completed else { return explanation.status.rawValue }
    if explanation.from != nil { return "reused" }
    return explanation.twin == nil && explanation.reason != .passedOn ? "ran" : "shared"
  }

  private func details(_ explanation: ArtifactExplanation, _ width: Int) -> [String] {
    var lines = ["\(name(explanation.index)): \(verb(explanation)): \(explanation.reason.sentence)"]
    lines.append("  \(printable(explanation.detail))")
    if let run = explanation.comparedWith { lines.append("  compared with the run \(run)") }
    // The first one is the detail.
    for change in explanation.changes.dropFirst() {
      lines.append("  \(change.reason.sentence): \(printable(change.text()))")
    }
    return lines.map { TextTable.cut($0, to: width) }
  }

  // MARK: - Programs

  var json: JSONValue {
    [
      "format": "wct-why", "version": .integer(Self.version), "run": .string(run.record.id.text),
      "reuse": .string(run.record.options.reuse.description),
      "artifacts": .array(explanations.map(listing)),
    ]
  }

  private func listing(_ explanation: ArtifactExplanation) -> JSONValue {
    [
      "artifact": .string(name(explanation.index)), "status": .string(explanation.status.rawValue),
      "reason": .string(explanation.reason.rawValue), "detail": .string(explanation.detail),
      "from": explanation.from.map { .string($0.text) } ?? .null,
      "same_as": explanation.twin.map { .string(name($0)) } ?? .null,
      "compared_with": explanation.comparedWith.map { .string($0.text) } ?? .null,
      "same_result": explanation.isSameResult.map { .bool($0) } ?? .null,
      "changes": .array(explanation.changes.map(KeyChangeListing.json)),
    ]
  }
}
