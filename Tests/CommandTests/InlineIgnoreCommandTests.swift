// Ignores in comments through the built programs.
import CanonicalJSON
import TestSupport
import Testing

@Suite struct InlineIgnoreCommandTests {
  private var place: Workplace

  init() throws {
    place = try Workplace()
    place.environment["SOURCE_DATE_EPOCH"] = "1780272000"  // 2026-06-01
  }

  private func runbook(
    _ end: String, top: String = "# wct-ignore-file WCT9005: a sample\n"
  ) -> String {
    top
      + ConfigurationCommandTests.runbook.split(separator: "\n").map { line in
        line.hasPrefix("  spare:") ? "  spare: \(end)" : String(line)
      }.joined(separator: "\n") + "\n"
  }

  @Test func whatIsIgnoredIsNeitherShownNorCountedButKeptInSARIF() throws {
    try place.write("a.yaml", runbook("# wct-ignore WCT9006: used by hand until 2026-06-01"))
    let text = try place.wct("check", "a.yaml", "--error-on-warnings")
    #expect(text.code == 0 && text.output == "1 file checked: no problems, 2 ignored\n", "\(text)")
    let sarif = try JSONReader.read(place.wct("check", "a.yaml", "--format", "sarif").standardOutput)
    let results = sarif["runs"]?.arrayValue?.first?["results"]?.arrayValue ?? []
    #expect(
      results.map { $0["suppressions"] } == [
        [["kind": "inSource", "justification": "a sample"]],
        [["kind": "inSource", "justification": "used by hand"]],
      ])
    let json = try JSONReader.read(place.wct("check", "a.yaml", "--json").standardOutput)
    #expect(json["summary"]?["ignored"] == 2)
  }

  @Test func anExpiredIgnoreIsReportedAndWhatItHidComesBack() throws {
    try place.write("a.yaml", runbook("# wct-ignore WCT9006: soon [until 2026-05-31]"))
    let result = try place.wct("check", "a.yaml", "--format", "short")
    #expect(
      result.output.split(separator: "\n").map { $0.split(separator: " ")[1] } == [
        "warning[WCT9006]", "warning[WCT9041]",
      ], "\(result)")
  }

  @Test func unusedUnknownAndUnexplainedIgnoresAreReported() throws {
    try place.write("a.yaml", runbook("# wct-ignore WCT9OO6", top: "# wct-ignore-file WCT9003: x\n"))
    let result = try place.wct("check", "a.yaml")
    for code in ["WCT9040", "WCT9042", "WCT9043", "WCT9005", "WCT9006"] {
      #expect(result.output.contains("warning[\(code)]"), "\(code): \(result)")
    }
  }

  @Test func anErrorIsNotIgnoredAndCompileFails() throws {
    try place.write("a.yaml", "# wct-ignore-file WCT2004: x\nname: A\nartifacts:\n  a: {inputs: gone}\n")
    let result = try place.wct("check", "a.yaml")
    #expect(result.code == 1)
    #expect(result.output.contains("'WCT2004' is an error of the language and can't be ignored"))
    #expect(try place.wct("compile", "a.yaml").code == 1)
  }

  @Test func compileHonoursThem() throws {
    try place.write(".wct.yaml", "profile: strict\n")
    try place.write("a.yaml", runbook("# wct-ignore WCT9006: used by hand"))
    let compiled = try place.wct("compile", "a.yaml", "-o", "p.json")
    #expect(compiled.code == 0 && !compiled.error.contains("WCT9006"), "\(compiled)")
    try place.write("b.yaml", runbook(""))
    #expect(try place.wct("compile", "b.yaml", "-o", "q.json").code == 1)
    #expect(!place.exists("q.json"))
  }

  @Test func aChildsIgnoresHoldInTheChild() throws {
    try place.write(
      "child.yaml",
      SampleRunbook.child.replacing("    inputs: data\n", with: "    inputs: data\n    output: true # note\n")
    )
    try place.write("main.yaml", Self.parent)
    let before = try place.wct("check", "main.yaml", "--format", "short")
    #expect(before.output.contains("child.yaml:11:13: warning[WCT9007]"), "\(before)")
    let child = String(decoding: try place.bytes("child.yaml"), as: UTF8.self)
    try place.write("child.yaml", child.replacing("# note", with: "# wct-ignore WCT9007: for itself"))
    #expect(
      try place.wct("check", "main.yaml", "child.yaml").output == "2 files checked: no problems, 1 ignored\n")
  }

  private static let parent = """
    name: Parent
    description: Uses a child
    contact: Tests <tests@example.com>
    artifacts:
      files:
        source: {type: filesystem, properties: {path: ./data}}
      found:
        inputs: files
        child_runbook: {path: child.yaml, input_mapping: {data: files}, output: result}
        output: true

    """
}
