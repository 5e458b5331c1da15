// The canonical layout: laid out twice is laid out once, and the plan stays the same.
internal import ComponentKit
internal import Diagnostics
internal import EnvironmentFiles
internal import ExecutionPlan
internal import RunbookCompiler
internal import RunbookFormatter
internal import Rulesets
internal import StandardManifests

enum FuzzFormat {
  private static let compiler = Compiler(
    CompilerOptions(
      catalog: .standard, rulesets: RulesetLibrary(), environment: Environment(process: ["SET": "value"])))

  static func test(_ bytes: [UInt8]) {
    let result = CanonicalLayout.format(bytes, name: "input")
    switch result.outcome {
    case .unchanged: break
    case .refused(let diagnostics): CheckDiagnostics.check(diagnostics, result.sources)
    case .broken: preconditionFailure("the layout would have changed the document")
    case .changed(let text):
      guard case .unchanged = CanonicalLayout.format(text, name: "input").outcome else {
        preconditionFailure("laying out again changes the text")
      }
      precondition(plan(bytes) == plan(text), "the layout changed the plan")
    }
  }

  private static func plan(_ text: [UInt8]) -> [UInt8]? {
    compiler.compile(text: text, name: "/nonexistent/input.yaml", goal: .plan).plan?.bytes
  }
}
