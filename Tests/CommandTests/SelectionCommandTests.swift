// Selections on the command line: the same in runbooks and plans, and what is said of wrong ones.
import CanonicalJSON
import TestSupport
import Testing

@Suite struct SelectionCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("child.yaml", SampleRunbook.child)
    try place.write(
      "parent.yaml",
      """
      name: Parent
      description: Uses a child
      contact: Tests <tests@example.com>
      artifacts:
        files:
          source: {type: filesystem, properties: {path: .}}
        audit:
          inputs: files
          child_runbook: {path: child.yaml, input_mapping: {data: files}, output: result}
        classified:
          inputs: audit
          process: {type: gdpr_personal_data_classifier}
          output: true

      """)
    #expect(try place.wct("compile", "parent.yaml").code == 0)
  }

  private func nodes(_ file: String, _ selections: [String]) throws -> [String] {
    let options = selections.flatMap { ["--select", $0] }
    let result = try place.start(.wct, ["graph", file, "--format", "json"] + options).result()
    #expect(result.code == 0 && result.error.isEmpty, "\(result)")
    let nodes = try JSONReader.read(result.standardOutput)["nodes"]?.arrayValue ?? []
    return nodes.compactMap { $0["id"]?.stringValue }
  }

  @Test(arguments: [
    (["audit"], ["audit/found"]), (["audit/*"], ["audit/found"]),
    (["child:audit+"], ["audit/found", "classified"]),
    (["type:personal_data"], ["audit/found"]), (["+type:personal_data"], ["files", "audit/found"]),
    (["component:connector:filesystem/*"], ["files"]), (["schema:standard_input"], ["files"]),
    (["ruleset:*"], ["audit/found", "classified"]), (["output:true"], ["classified"]),
    (["op:process -output:true"], ["audit/found"]), (["files", "classified"], ["files", "classified"]),
    (["op:process,files+1"], ["audit/found"]),
  ])
  func runbooksAndPlansAgree(_ selections: [String], _ expected: [String]) throws {
    #expect(try nodes("parent.yaml", selections) == expected)
    #expect(try nodes("parent.plan.json", selections) == expected)
  }

  @Test func aMistakeIsUnderlined() throws {
    let result = try place.wct("graph", "parent.plan.json", "--select", "files +clasified+")
    #expect(result.code == 2 && result.output.isEmpty, "\(result)")
    let expected = """
      error[WCT1024]: there is no artifact 'clasified'
        --> --select:1:8
         |
       1 | files +clasified+
         |        ^^^^^^^^^ did you mean 'classified'?
         = fix: replace with 'classified'

      """
    #expect(result.error.hasPrefix(expected), "\(result)")
    let excluded = try place.wct("graph", "parent.yaml", "--exclude", "typ:x")
    #expect(excluded.code == 2, "\(excluded)")
    #expect(excluded.error.contains("--exclude:1:1") && excluded.error.contains("no method 'typ'"))
    let state = try place.wct("graph", "parent.yaml", "--select", "state:modified+")
    #expect(state.code == 2 && state.error.contains("there is no other here"), "\(state)")
  }

  @Test func whatNothingFitsIsAWarning() throws {
    let result = try place.wct(
      "graph", "parent.yaml", "--format", "json", "--select", "files type:personal_date")
    #expect(result.code == 0, "\(result)")
    #expect(result.error.hasPrefix("warning[WCT1024]: no artifact fits 'type:personal_date'\n"), "\(result)")
    #expect(result.error.contains("did you mean 'personal_data'?"), "\(result)")
  }

  /// Nothing of a selection reaches the terminal as it is.
  @Test func controlCharactersAreShownAsPictures() throws {
    let result = try place.wct("graph", "parent.yaml", "--select", "a\u{1B}[31m\u{202E}")
    #expect(result.code == 2, "\(result)")
    #expect(!result.error.contains("\u{1B}") && !result.error.contains("\u{202E}"), "\(result)")
  }
}
