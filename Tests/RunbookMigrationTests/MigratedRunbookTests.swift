// A migrated runbook is one that the compiler takes.
import ComponentKit
import Diagnostics
import EnvironmentFiles
import RunbookCompiler
import RunbookMigration
import Rulesets
import StandardManifests
import Testing

@Suite struct MigratedRunbookTests {
  private static let older = """
    name: Files
    description: Personal data in files.
    contact: dpo@example.org
    connectors:
      - name: files
        type: filesystem_connector
        properties: {root_path: ./data, max_files: 5}
    analysers:
      - name: personal data
        type: personal_data_analyser
        properties: {ruleset: personal_data, evidence_context_size: large}
    execution:
      - name: Find personal data!
        connector: files
        analyser: personal data
        input_schema_name: standard_input
        output_schema_name: personal_data_finding
    """

  private static func compile(_ text: [UInt8]) -> CompilationResult {
    let options = CompilerOptions(
      catalog: .standard, rulesets: RulesetLibrary(directories: []), environment: Environment(process: [:]))
    return Compiler(options).compile(text: text, name: "t.yaml", goal: .plan)
  }

  @Test func compiles() throws {
    let migrated = migrateRunbook(Array(Self.older.utf8), name: "t.yaml", catalog: .standard)
    #expect(migrated.diagnostics.isEmpty)
    let result = Self.compile(try #require(migrated.text))
    #expect(!result.hasErrors, "\(result.diagnostics.map(\.message))")
    #expect(result.plan != nil)
  }

  @Test func theOlderTextIsOneDiagnostic() {
    let result = Self.compile(Array(Self.older.utf8))
    #expect(result.diagnostics.map(\.rule) == [.threeSectionFormat])
    #expect(result.diagnostics.first?.labels.count == 2)
  }

  @Test(arguments: [
    "connectors: []\nname: a\n", "execution: now\n", "connectors: []\nartifacts: {a: {inputs: b}}\n",
  ])
  func otherTextsAreNotTakenForIt(text: String) {
    #expect(!Self.compile(Array(text.utf8)).diagnostics.contains { $0.rule == .threeSectionFormat })
  }

  @Test(arguments: ["", "name: [\n", "- a\n", "connectors: [1, {}, {name: a}]\nexecution: {}\n"])
  func whatCannotBeReadIsReported(text: String) {
    let result = migrateRunbook(Array(text.utf8), name: "t.yaml", catalog: .standard)
    #expect(result.text == nil && result.hasErrors)
  }
}
