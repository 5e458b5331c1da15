// What `reuse` takes from a store that was named, through a store of the test's own.
import CanonicalJSON
import ComponentKit
import Diagnostics
import ExecutionPlan
import RunbookCompiler
import Testing

struct ReuseTests {
  private static let digest = ContentDigest(of: Array("content".utf8))

  /// A store with one run that calls itself `latest` and `3f2b`.
  private struct Runs: EarlierRuns {
    var isTainted = false
    var isSensitive = false
    var schema = SchemaReference("standard_input")

    func artifact(_ name: String, ofRun run: String) -> Result<EarlierArtifact, EarlierRunFault> {
      guard ["latest", "3f2b"].contains(run) else { return .failure(.run("there is no run '\(run)'")) }
      switch name {
      case "files", "texts":
        return .success(
          EarlierArtifact(
            run: "3f2b", artifact: "files", schema: schema, digest: ReuseTests.digest,
            isSensitive: isSensitive, isTainted: isTainted || isSensitive))
      case "broken": return .failure(.notCompleted("failed"))
      default: return .failure(.artifact(known: ["files", "texts", "broken"]))
      }
    }
  }

  private func compile(
    run: String = "latest", artifact: String = "files", schema: String? = nil, _ runs: Runs? = Runs(),
    header: String = ""
  ) -> CompilationResult {
    let written = schema.map { ", output_schema: \($0)" } ?? ""
    let text = """
      name: N
      description: D
      contact: c
      \(header)
      artifacts:
        old: {reuse: {from_run: \(run), artifact: \(artifact)}\(written)}
        new: {inputs: old, process: {type: test_relabel}, output: true}
      """
    return FixtureCompilation.compiler(earlierRuns: runs).compile(
      text: Array(text.utf8), name: "r.yaml", goal: .plan)
  }

  private func instruction(_ result: CompilationResult) throws -> Instruction {
    #expect(result.diagnostics.map(\.message) == [])
    let plan = try Plan.decode(try #require(result.plan).bytes).plan
    return try #require(plan.instructions.first { $0.id.text == "old" })
  }

  @Test func theSchemaComesFromTheStore() throws {
    let taken = try instruction(compile())
    #expect(taken.schema == SchemaReference("standard_input"))
    #expect(taken.operation == .reuse(run: "3f2b", artifact: "files", digest: Self.digest))
    #expect(taken.flags == [])
  }

  @Test func anAliasAndAWrittenSchemaAreFine() throws {
    let taken = try instruction(compile(run: "3f2b", artifact: "texts", schema: "standard_input"))
    #expect(taken.operation == .reuse(run: "3f2b", artifact: "files", digest: Self.digest))
  }

  @Test func withoutAStoreTheRunbooksWordCounts() throws {
    let taken = try instruction(compile(schema: "standard_input", nil))
    #expect(taken.operation == .reuse(run: "latest", artifact: "files"))
  }

  @Test func withNeitherBothWaysOutAreSaid() throws {
    let diagnostic = try #require(compile(nil).diagnostics.first)
    #expect(diagnostic.rule.code == "WCT3010")
    #expect(diagnostic.notes.contains { $0.contains("output_schema") && $0.contains("--store") })
  }

  @Test func whatIsNotThereIsAnErrorAtItsPlace() {
    let cases: [(CompilationResult, String, String, [String])] = [
      (compile(run: "gone"), "WCT3051", "gone", []),
      (compile(artifact: "filse"), "WCT3051", "filse", ["files"]),
      (compile(artifact: "broken"), "WCT3051", "broken", []),
      (compile(artifact: "gone", schema: "standard_input"), "WCT3051", "gone", []),
      (compile(schema: "source_code"), "WCT3052", "source_code", ["standard_input/1.0.0"]),
    ]
    for (result, code, place, fixes) in cases {
      let found = result.diagnostics.first { $0.rule.code == code }
      #expect(
        found?.span.map { result.sources.text(of: $0) } == place, "\(result.diagnostics.map(\.message))")
      #expect(found?.fixes.flatMap(\.edits).map(\.replacement) == fixes)
      #expect(result.plan == nil)
    }
  }

  @Test func aSchemaThatIsNotInstalledHereIsAnError() {
    let result = compile(Runs(schema: SchemaReference("elsewhere")))
    #expect(result.diagnostics.map(\.rule.code).contains("WCT3013"))
  }

  /// A run is no laundry: what was sensitive then is sensitive now.
  @Test func sensitivityIsTakenOver() throws {
    #expect(try instruction(compile(Runs(isTainted: true))).flags == [.tainted])
    #expect(try instruction(compile(Runs(isSensitive: true))).flags == [.sensitive, .tainted])
    let policy = "policy: {forbid: [{flow: {from: sensitive, to: output}}]}"
    let forbidden = compile(Runs(isTainted: true), header: policy)
    #expect(forbidden.diagnostics.map(\.rule.code) == ["WCT3040"])
    #expect(forbidden.diagnostics.first?.flow.first?.message.contains("earlier run") == true)
    #expect(compile(header: policy).diagnostics.isEmpty)
  }
}
