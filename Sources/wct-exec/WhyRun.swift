// `wct-exec why`: why each artifact of a run ran, was reused, was skipped or is not done.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory
internal import RunStore

struct WhyRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say why each artifact of a run ran, was reused or was skipped.")

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Argument(help: ArgumentHelp("An artifact's id or alias.", valueName: "artifact"))
  var artifact: String?

  @Flag(help: "Print JSON on a terminal too.")
  var json = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    let opened = try store.open()
    do {
      let found = try opened.findAndTell(reference)
      let run = try opened.snapshot(of: found.id)
      let scope = RunScope(of: run.record, in: run.plan)
      var explainer = try RunExplainer(run, opened) { scope.contains($0) }
      let explanations = try indices(in: run).map { try explainer.explain($0) }
      show(ExplanationText(run: run, explanations: explanations, isDetailed: artifact != nil))
    } catch let error as StoreError {
      throw ProgramError(error)
    }
  }

  private func indices(in run: RunSnapshot) throws -> [InstructionIndex] {
    guard let artifact else { return run.plan.instructions.indices.map { InstructionIndex($0) } }
    return [try run.index(of: artifact)]
  }

  private func show(_ text: ExplanationText) {
    if json || !Terminal.output.isTerminal {
      Terminal.output.write(text.json.canonicalText + "\n")
    } else {
      for line in text.lines(width: Terminal.output.width) { Terminal.output.write(line + "\n") }
    }
  }
}

extension Plan {
  /// The instruction of an artifact, by its id or its alias.
  func index(named name: String) -> InstructionIndex? {
    if let alias = ArtifactID(name).flatMap({ aliases[$0] }) { return alias }
    return instructions.firstIndex { $0.id.text == name }.map { InstructionIndex($0) }
  }
}
