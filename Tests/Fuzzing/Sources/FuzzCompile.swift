// The whole compiler: what it accepts is a plan that the decoder and the verifier accept too.
internal import ComponentKit
internal import Diagnostics
internal import EnvironmentFiles
internal import ExecutionPlan
internal import RunbookCompiler
internal import Rulesets
internal import StandardManifests

enum FuzzCompile {
  private static let compiler = Compiler(
    CompilerOptions(
      catalog: .standard, rulesets: RulesetLibrary(), environment: Environment(process: ["SET": "value"])))

  static func test(_ bytes: [UInt8]) {
    let result = compiler.compile(text: bytes, name: "/nonexistent/input.yaml", goal: .plan)
    precondition(result.plan != nil || result.hasErrors, "no plan, and nothing was said")
    CheckDiagnostics.check(result.diagnostics, result.sources)
    if let plan = result.plan { checkPlan(plan) }
  }

  private static func checkPlan(_ plan: EncodedPlan) {
    do {
      _ = try PlanVerifier.verify(Plan.decode(plan.bytes), catalog: .standard)
    } catch {
      preconditionFailure("the machine would refuse what the compiler wrote: \(error)")
    }
  }
}
