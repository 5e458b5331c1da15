// Laying a runbook out changes neither its plan nor what is said about it.
import Diagnostics
import ExecutionPlan
import RunbookCompiler
import RunbookFormatter
import TestSupport
import Testing

struct FormattedFixtureTests {
  static let files =
    ["ok", "plan", "err"].flatMap { FixtureFile.all(in: $0, suffix: ".yaml") } + GoldenFixtureTests.projects

  @Test(arguments: files) func compilesToTheSame(_ file: FixtureFile) throws {
    let bytes = file.bytes() ?? []
    guard case .changed(let text) = CanonicalLayout.format(bytes, name: file.path).outcome else { return }
    let setup = FixtureSetup(String(decoding: bytes, as: UTF8.self))
    let compiler = FixtureCompilation.compiler(setup)
    let before = compiler.compile(text: bytes, name: file.absolutePath, goal: setup.goal)
    let after = compiler.compile(text: text, name: file.absolutePath, goal: setup.goal)
    #expect(after.plan?.bytes == before.plan?.bytes)
    #expect(Self.findings(after) == Self.findings(before))
  }

  private static func findings(_ result: CompilationResult) -> [String] {
    result.diagnostics.map { "\($0.rule.code) \($0.message)" }.sorted()
  }
}
