// `--dump-after` and `--time-passes`: the model and the times, without any secret.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct PassInspectionTests {
  private var place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
    try place.write("db.yaml", SampleRunbook.database)
  }

  @Test func theModelAfterAPass() throws {
    let result = try place.wct("check", "sample.yaml", "--dump-after", "check-schemas")
    #expect(result.code == 0)
    #expect(
      result.output.hasPrefix(
        """
        model 1 after check-schemas
        runbook "Sample"
        description "Finds personal data"
        contact "Tests <tests@example.com>"
        config max_concurrency=10 max_child_depth=3
        scope 0 "sample.yaml"
        node 0 files
          at         sample.yaml:5:3
          scope      0
          made by    extract filesystem 1.0.0
          properties {"encoding":"utf-8","errors":"strict","max_files":100000,"path":"./data"}
          schema     standard_input/1.0.0
        node 1 personal_data

        """), "\(result)")
    #expect(result.output.contains("  from       1 personal_data\n"))
    #expect(result.output.contains("\norder 0 1 2\n"))
    #expect(try place.wct("check", "sample.yaml", "--dump-after", "check-schemas").output == result.output)
  }

  @Test func eachPassShowsWhatIsKnownByThen() throws {
    let early = try place.wct("check", "sample.yaml", "--dump-after", "substitute-environment").output
    #expect(early.contains("artifact \"files\"") && !early.contains("node 0"), "\(early)")
    let middle = try place.wct("check", "sample.yaml", "--dump-after", "resolve-references").output
    #expect(middle.contains("node 2 classified") && !middle.contains("schema "), "\(middle)")
    let tainted = try place.wct("check", "db.yaml", "--dump-after", "track-sensitivity").output
    #expect(tainted.contains("marks      output tainted"), "\(tainted)")
  }

  @Test(arguments: ["substitute-environment", "flatten-child-runbooks", "check-components", "lint-runbook"])
  func noSecretIsShown(_ pass: String) throws {
    var place = place
    place.environment = ["MYSQL_PASSWORD": "hunter-from-environment"]
    let text = SampleRunbook.database
      .split(separator: "${MYSQL_PASSWORD}").joined(separator: "\"${MYSQL_PASSWORD:-hunter-two}\"")
    try place.write("default.yaml", text)
    try place.write(
      "literal.yaml",
      SampleRunbook.database.split(separator: "${MYSQL_PASSWORD}").joined(separator: "hunter-three"))
    for file in ["db.yaml", "default.yaml", "literal.yaml"] {
      let result = try place.wct("check", file, "--dump-after", pass, "--quiet", "--format", "short=out.txt")
      let dump = result.output.split(separator: "diagnostics ", maxSplits: 1).first ?? ""
      #expect(dump.contains("model 1 after \(pass)"))
      #expect(!dump.contains("hunter"), "\(result)")
    }
  }

  @Test func severalPassesComeInTheirOrder() throws {
    let result = try place.wct(
      "compile", "sample.yaml", "--dump-after", "lower-to-plan", "--dump-after", "detect-cycles")
    let heads = result.output.split(separator: "\n").filter { $0.hasPrefix("model") }
    #expect(heads == ["model 1 after detect-cycles", "model 1 after lower-to-plan"])
    #expect(place.exists("sample.plan.json"))
  }

  @Test func aStepThatDidNotRunIsSaid() throws {
    try place.write("sample.yaml", "name: x\n")
    let result = try place.wct("compile", "sample.yaml", "--dump-after", "lower-to-plan")
    #expect(result.code == 1)
    #expect(result.error.contains("note: 'lower-to-plan' did not run"), "\(result)")
  }

  @Test func anUnknownPassIsAUsageError() throws {
    let result = try place.wct("check", "sample.yaml", "--dump-after", "check-schema")
    #expect(result.code == 2)
    #expect(result.error.contains("did you mean 'check-schemas'?") && result.error.contains("lint-runbook"))
  }

  @Test func theDumpDoesNotMixWithOtherOutput() throws {
    #expect(try place.wct("compile", "sample.yaml", "-o", "-", "--dump-after", "lint-runbook").code == 2)
    #expect(try place.wct("check", "sample.yaml", "--json", "--dump-after", "lint-runbook").code == 2)
  }

  @Test func timesAreATableOrJSON() throws {
    let table = try place.wct("compile", "sample.yaml", "--time-passes")
    #expect(table.output.isEmpty)
    for step in [
      "PASS", "read-file", "parse-runbook", "check-components", "lower-to-plan", "total", "peak memory",
    ] {
      #expect(table.error.contains(step), "\(table)")
    }
    let result = try place.wct("check", "sample.yaml", "--time-passes", "--json")
    let times = try JSONReader.read(result.standardError)
    #expect(times["runbook"] == "sample.yaml")
    #expect(times["passes"]?.arrayValue?.first?["name"] == "read-file")
    #expect((times["peak_memory_bytes"]?.integerValue ?? 0) > 1_000_000)
    #expect(try JSONReader.read(result.standardOutput) != .null, "the diagnostics stay JSON")
  }
}
