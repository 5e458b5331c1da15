// `wct-exec verify`: whether a plan may run here.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import ExecutionPlan

struct VerifyPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that a plan is whole, unaltered, and can run here.")

  @Argument(help: ArgumentHelp("The plan file.", valueName: "plan"))
  var path: String

  func run() throws {
    let loaded = try LoadedPlan.load(path)
    let plan = loaded.verified
    let count = ShownText.count(plan.plan.instructions.count, "instruction")
    Terminal.output.write("\(path): verified, \(count), plan \(plan.id.hexadecimal.prefix(12))\n")
    for variable in plan.plan.environment {
      let kind = [variable.isRequired ? "required" : "optional", variable.isSecret ? "secret" : ""]
        .filter { !$0.isEmpty }.joined(separator: ", ")
      Terminal.output.write("  reads ${\(variable.name)} (\(kind))\n")
    }
    // Not taken apart: the system frees a large plan faster.
    withExtendedLifetime(loaded) { ExitStatus.done.leave() }
  }
}
