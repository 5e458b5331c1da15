// Which name is suggested for a misspelt one.
import Diagnostics
import Testing

struct SuggestionTests {
  @Test(arguments: [
    ("proces", "process"), ("soruce", "source"), ("ouput", "output"), ("SOURCE", "source"),
    ("inptus", "inputs"),
    ("input", "inputs"), ("child-runbook", "child_runbook"), ("outputschema", "output_schema"),
    ("descripton", "description"), ("nmae", "name"),
  ])
  func near(name: String, expected: String) {
    let fields = [
      "name", "description", "source", "process", "inputs", "output", "output_schema", "child_runbook",
      "reuse",
    ]
    #expect(closest(to: name, among: fields) == expected)
  }

  @Test(arguments: ["", "x", "ab", "colour", "runbook", "pro", "ssecorp"])
  func far(name: String) {
    #expect(closest(to: name, among: ["name", "source", "process", "cd", "y", ""]) == nil)
  }

  @Test func ties() {
    #expect(closest(to: "Data", among: ["data", "Data2", "DATA"]) == "data")
    #expect(closest(to: "fileA", among: ["filea", "fileA1", "FILEA"]) == "filea")
    #expect(closest(to: "abx", among: ["aby", "abz"]) == "aby")
    #expect(closest(to: "x", among: [String]()) == nil)
  }

  @Test func codePoints() {
    #expect(closest(to: "donées", among: ["données"]) == "données")
    #expect(closest(to: "日本", among: ["日本語"]) == "日本語")
  }
}
