// `wct graph`: runbooks and plans as pictures, parts of them, and what is said when there is nothing to draw.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct GraphCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
    try place.write("db.yaml", SampleRunbook.database)
  }

  private func nodes(_ arguments: String...) throws -> [String] {
    let result = try place.start(.wct, ["graph"] + arguments + ["--format", "json"]).result()
    #expect(result.code == 0, "\(result)")
    let nodes = try JSONReader.read(result.standardOutput)["nodes"]?.arrayValue ?? []
    return nodes.compactMap { $0["id"]?.stringValue }
  }

  @Test func drawsWithoutAnyOtherProgram() throws {
    let result = try place.wct("graph", "sample.yaml")
    #expect(result.code == 0 && result.error.isEmpty, "\(result)")
    #expect(result.output.hasPrefix("<svg ") && result.output.hasSuffix("</svg>\n"))
    #expect(result.output.contains(">Classified</text>"))
    #expect(try place.wct("graph", "sample.yaml").standardOutput == result.standardOutput)
  }

  @Test(arguments: [
    ("a.svg", "<svg"), ("a.dot", "digraph"), ("a.mmd", "---\ntitle"), ("a.json", "{\"children\""),
  ])
  func theNameOfTheFileSaysTheFormat(_ name: String, _ start: String) throws {
    let result = try place.wct("graph", "sample.yaml", "-o", name)
    #expect(result.code == 0 && result.output.isEmpty, "\(result)")
    #expect(try String(decoding: place.bytes(name), as: UTF8.self).hasPrefix(start))
  }

  @Test func theGraphOfAPlanIsThatOfItsRunbook() throws {
    #expect(try place.wct("compile", "sample.yaml").code == 0)
    let plan = try place.wct("graph", "sample.plan.json", "--format", "json")
    #expect(plan.code == 0, "\(plan)")
    #expect(try place.wct("graph", "sample.yaml", "--format", "json").standardOutput == plan.standardOutput)
  }

  @Test func anAlteredPlanIsNotDrawn() throws {
    #expect(try place.wct("compile", "sample.yaml").code == 0)
    let text = try String(decoding: place.bytes("sample.plan.json"), as: UTF8.self)
    try place.write("sample.plan.json", text.split(separator: "Classified").joined(separator: "Falsified"))
    let result = try place.wct("graph", "sample.plan.json")
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("WCT4004"), "\(result)")
  }

  @Test func aBrokenRunbookGivesDiagnostics() throws {
    try place.write("broken.yaml", "name: x\nartifacts: {a: {inputs: nobody}}\n")
    let result = try place.wct("graph", "broken.yaml", "-o", "a.svg")
    #expect(result.code == 1)
    #expect(result.error.contains("WCT2004") && result.error.contains("broken.yaml:2"), "\(result)")
    #expect(!place.exists("a.svg"))
    #expect(try place.wct("graph", "missing.yaml").code == 2)
  }

  @Test func sensitiveDataIsMarkedAndNoSecretIsShown() throws {
    let result = try place.wct("graph", "db.yaml", "--format", "json")
    let nodes = try JSONReader.read(result.standardOutput)["nodes"]?.arrayValue ?? []
    #expect(nodes.map { $0["sensitive"] } == [true, true], "\(result)")
    #expect(nodes.first?["late_variables"]?.arrayValue?.contains("MYSQL_PASSWORD") == true)
    #expect(try place.wct("graph", "db.yaml").output.contains("edge flow"))
  }

  @Test func aPartIsSelected() throws {
    #expect(try nodes("sample.yaml", "--select", "+personal_data") == ["files", "personal_data"])
    #expect(
      try nodes("sample.yaml", "--select", "files", "--select", "classified") == ["files", "classified"])
    let wrong = try place.wct("graph", "sample.yaml", "--select", "personal_date")
    #expect(wrong.code == 2)
    #expect(wrong.error.contains("did you mean 'personal_data'?"), "\(wrong)")
    #expect(try place.wct("graph", "sample.yaml", "--select", "a b").code == 2)
    #expect(try nodes("sample.yaml", "--exclude", "type:personal_data+") == ["files"])
  }

  /// A child runbook can be looked at by itself.
  @Test func inputsThatNobodyFillsAreDrawn() throws {
    try place.write(
      "child.yaml",
      """
      name: Child
      description: Looks at texts
      contact: Tests <tests@example.com>
      inputs: {texts: {input_schema: standard_input/1.0.0}}
      outputs: {found: {artifact: found}}
      artifacts: {found: {inputs: texts, process: {type: personal_data}}}
      """)
    try place.write(
      "parent.yaml",
      """
      name: Parent
      description: Uses the child
      contact: Tests <tests@example.com>
      artifacts:
        files: {source: {type: filesystem, properties: {path: .}}}
        audit: {inputs: files, child_runbook: {path: child.yaml, input_mapping: {texts: files}, output: found}, output: true}
      """)
    #expect(try nodes("child.yaml") == ["texts", "found"])
    #expect(try nodes("parent.yaml") == ["files", "audit/found"])
    #expect(try nodes("parent.yaml", "--select", "audit") == ["audit/found"])
    #expect(try place.wct("graph", "parent.yaml").output.contains("<title>child runbook audit</title>"))
  }

  @Test func aTargetThatCannotBeWrittenIsNamed() throws {
    let result = try place.wct("graph", "sample.yaml", "-o", "nowhere/a.svg")
    #expect(result.code == 2)
    #expect(result.error.contains("nowhere"), "\(result)")
  }
}
