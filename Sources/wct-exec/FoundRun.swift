// Finds the run, and the artifact in it, that people name on the command line.
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory
internal import RunStore

extension RunStore {
  /// The run that a reference names. Where that is a runbook's path, it is said which of its runs is meant.
  func findAndTell(_ reference: String, isQuiet: Bool = false) throws -> RunRecord {
    let match = try find(reference)
    if match.kind == .runbookPath, !isQuiet {
      Terminal.error.write("the newest run of \(reference) is \(match.record.id)\n")
    }
    return match.record
  }
}

extension RunSnapshot {
  /// The instruction that writes an artifact, by its id or alias.
  func index(of artifact: String) throws -> InstructionIndex {
    if let index = plan.index(named: artifact) { return index }
    let known = plan.instructions.prefix(20).map(\.id.text).joined(separator: ", ")
    throw ProgramError(
      .storeMissing, "run \(record.id) has no artifact '\(artifact)'", notes: ["it has: \(known)"],
      leaving: .usage)
  }
}
