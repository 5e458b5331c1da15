// Fixing: every edit lies inside the file, rounds come to an end, and what is fixed is checked again.
internal import Diagnostics
internal import EnvironmentFiles
internal import RunbookCompiler
internal import Rulesets
internal import SourceEdits
internal import StandardManifests
internal import ComponentKit

enum FuzzFixer {
  private static let compiler = Compiler(
    CompilerOptions(
      catalog: .standard, rulesets: RulesetLibrary(), environment: Environment(process: ["SET": "value"])))
  private static let name = "/nonexistent/input.yaml"

  static func test(_ bytes: [UInt8]) {
    // Each round compiles the text again.
    guard bytes.count <= 16_384 else { return }
    var limits = SourceFixer.Limits()
    (limits.rounds, limits.checks) = (6, 60)
    let fixer = SourceFixer(limits: limits, identity: { $0 }, mayChange: { _ in true }) { texts in
      [check(texts[name] ?? bytes)]
    }
    for risk in [FixApplicability.safe, .unsafe] {
      guard let outcome = try? fixer.fix(risk) else { continue }
      for report in outcome.reports { CheckDiagnostics.check(report.diagnostics, report.sources) }
      for file in outcome.files { precondition(file.before == bytes, "another text was fixed") }
    }
  }

  private static func check(_ bytes: [UInt8]) -> DiagnosticReport {
    let result = compiler.compile(text: bytes, name: name, goal: .check)
    return DiagnosticReport(diagnostics: result.diagnostics, sources: result.sources, path: name)
  }
}
