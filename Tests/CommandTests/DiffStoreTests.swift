// `wct diff` with a store: what would be reused, what would run and why, and how long it took.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct DiffStoreTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("a.yaml", SampleRunbook.detection(of: "./data"))
    let run = try place.wct("run", "a.yaml", "--quiet")
    guard run.code == 0 else { throw FailedTool(program: "wct run", result: run) }
  }

  /// What would happen to each artifact, and why.
  private func verdicts(_ arguments: String...) throws -> [String: [String?]] {
    let result = try place.start(.wct, ["diff", "--against-store", "--json"] + arguments).result()
    #expect(result.code == 0, "\(result)")
    let value = try JSONReader.read(result.standardOutput)
    try expectFits(result, "store-diff.schema.json")
    let rows = (value["artifacts"]?.arrayValue ?? []).map { row in
      let forecast = row["forecast"]
      return (
        row["id"]?.stringValue ?? "", [forecast?["verdict"]?.stringValue, forecast?["reason"]?.stringValue]
      )
    }
    return Dictionary(rows) { $1 }
  }

  @Test func whatIsUnchangedWouldBeReused() throws {
    let found = try verdicts("a.yaml")
    #expect(found.keys.sorted() == ["classified", "files", "personal_data"])
    #expect(found.values.allSatisfy { $0 == ["reuse", "unchanged"] }, "\(found)")
    let text = try place.wct("diff", "--against-store", "a.yaml")
    #expect(text.output.contains("3 of 3 artifacts taken from earlier runs"), "\(text)")
    #expect(text.output.contains("reuse  files"), "\(text)")
  }

  @Test func whatChangedWouldRunAndWhy() throws {
    try place.write("data/second.txt", SampleRunbook.letter)
    let found = try verdicts("a.yaml")
    #expect(found["files"] == ["run", "source_changed"], "\(found)")
    #expect(found["classified"] == ["run", "input_may_change"], "\(found)")
    try place.run("/bin/rm", "data/second.txt")
    try place.write(
      "b.yaml", SampleRunbook.detection(of: "./data").replacing("max_files: 100000", with: "max_files: 5"))
    #expect(try verdicts("b.yaml")["files"] == ["run", "property_changed"])
    #expect(
      try verdicts("b.yaml", "--only", "files+", "--exclude", "classified").keys.sorted() == [
        "files", "personal_data",
      ])
    #expect(try verdicts("a.yaml", "--reuse", "off")["files"]?.first == "run")
  }

  private func expectFits(_ result: ProcessResult, _ schema: String) throws {
    try place.write("shown.json", result.output)
    let tool = "\(Repository.path)/Tests/Tools/validate-report.py"
    let check = try ChildProcess(
      "/usr/bin/python3",
      ["-W", "ignore", tool, "schema", "\(Repository.path)/docs/\(schema)", "shown.json"],
      directory: place.path, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    ).result()
    #expect(check.code == 0, "\(check)")
  }

  @Test func plansAndStoresThatAreNotThere() throws {
    #expect(try place.wct("compile", "a.yaml").code == 0)
    #expect(try verdicts("a.plan.json")["files"] == ["reuse", "unchanged"])
    let missing = try place.wct("diff", "--against-store", "a.yaml", "--store", "nowhere")
    #expect(missing.code == 2 && missing.error.contains("there is no store at 'nowhere'"), "\(missing)")
    #expect(missing.error.contains("--store DIR"), "\(missing)")
    #expect(!place.exists("nowhere"))
    let lost = try place.wct("diff", "--against-store", "a.yaml", "--reuse", "no-such-run")
    #expect(lost.code != 0 && lost.error.contains("WCT5004"), "\(lost)")
    #expect(try place.wct("diff", "--against-store", "a.yaml", "--format", "html").code == 2)
  }

  /// A change costs what it took before.
  @Test func timeAndReuseOfADifference() throws {
    try place.write(
      "b.yaml",
      SampleRunbook.detection(of: "./data").replacing(
        "{type: personal_data}",
        with: "{type: personal_data, properties: {pattern_matching: {maximum_evidence_count: 9}}}"))
    let result = try place.wct("diff", "a.yaml", "b.yaml", "--store", ".wct", "--json")
    #expect(result.code == 0, "\(result)")
    let value = try JSONReader.read(result.standardOutput)
    let effort = value["totals"]?["effort"]
    #expect(effort?["artifacts"] == 2 && effort?["known"] == 2, "\(result)")
    #expect(value["totals"]?["reusable"] == 1)
    let forecasts = value["artifacts"]?.arrayValue?.compactMap { $0["forecast"]?["verdict"]?.stringValue }
    #expect(forecasts == ["run", "run"])
    try expectFits(result, "diff.schema.json")
    #expect(
      try place.wct("diff", "a.yaml", "b.yaml", "--store", ".wct").output.contains(
        "2 of 3 artifacts made anew, 1 output among them, about"))
  }
}
