// The fixtures: adding a case is adding files. See Fixtures/README.md.
import ComponentKit
import ExecutionPlan
import RunbookCompiler
import TestSupport
import Testing

struct GoldenFixtureTests {
  /// `ok/x.yaml` compiles, and nothing is said about it.
  @Test(arguments: FixtureFile.all(in: "ok", suffix: ".yaml"))
  func compilesSilently(_ file: FixtureFile) throws {
    let compilation = try FixtureCompilation(file)
    #expect(String(decoding: compilation.rendered, as: UTF8.self) == "")
    if compilation.goal == .plan { try verify(try #require(compilation.planBytes)) }
  }

  /// `err/x.yaml` gives exactly the diagnostics of `err/x.out`.
  @Test(arguments: FixtureFile.all(in: "err", suffix: ".yaml"))
  func givesDiagnostics(_ file: FixtureFile) throws {
    let compilation = try FixtureCompilation(file)
    #expect(!compilation.result.diagnostics.isEmpty, "a case of err/ has something to say")
    let hasPlan = compilation.planBytes != nil
    #expect(hasPlan == (compilation.goal == .plan && !compilation.result.hasErrors))
    expectGolden(file.sibling(".out"), compilation.rendered)
  }

  /// `plan/x.yaml` gives exactly the bytes of `plan/x.plan.json`, and the diagnostics of `plan/x.out` if any.
  @Test(arguments: FixtureFile.all(in: "plan", suffix: ".yaml"))
  func givesPlan(_ file: FixtureFile) throws {
    let compilation = try FixtureCompilation(file)
    expectGolden(file.sibling(".out"), compilation.rendered)
    let plan = try #require(compilation.planBytes)
    try verify(plan)
    #expect(try Plan.decode(plan).plan.rulesets.isEmpty, "it would change with every ruleset")
    expectGolden(file.sibling(".plan.json"), plan)
  }

  /// `project/NAME/main.yaml` gives `expected.out` and `expected.plan.json`; a file that is absent stands for none.
  @Test(arguments: projects)
  func project(_ file: FixtureFile) throws {
    let compilation = try FixtureCompilation(file)
    expectGolden(file.neighbour("expected.out"), compilation.rendered)
    let bytes = compilation.planBytes ?? []
    if !bytes.isEmpty { try verify(bytes) }
    expectGolden(file.neighbour("expected.plan.json"), bytes)
  }

  static let projects = FixtureFile.all(in: "project", suffix: "").map {
    FixtureFile("\($0.path)/main.yaml")
  }

  /// A harness that finds no files would pass.
  @Test func findsFixtures() {
    for directory in ["ok", "err", "plan"] {
      #expect(FixtureFile.all(in: directory, suffix: ".yaml").count > 5)
    }
    #expect(Self.projects.count > 5)
  }

  private func expectGolden(_ file: FixtureFile, _ actual: [UInt8]) {
    if let mismatch = GoldenFile(file).mismatch(actual) { Issue.record(Comment(rawValue: mismatch)) }
  }

  /// What the compiler writes, a machine with the same components takes.
  private func verify(_ bytes: [UInt8]) throws {
    let decoded = try Plan.decode(bytes)
    #expect(decoded.plan.encoded().bytes == bytes)
    _ = try PlanVerifier.verify(decoded, catalog: FixtureCatalog.catalog)
  }
}
