// `wct diff`: two plans or runbooks, what is said of them, and how the program ends.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct DiffCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("a.yaml", SampleRunbook.detection(of: "./data"))
    try place.write("b.yaml", SampleRunbook.detection(of: "./other"))
    try place.write("named.yaml", SampleRunbook.detection(of: "./data", name: "Another name"))
  }

  private func json(_ arguments: String...) throws -> JSONValue {
    let result = try place.start(.wct, ["diff"] + arguments + ["--json"]).result()
    #expect(result.error.isEmpty, "\(result)")
    return try JSONReader.read(result.standardOutput)
  }

  @Test func showsCausesAndWhatFollows() throws {
    let result = try place.wct("diff", "a.yaml", "b.yaml")
    #expect(result.code == 0 && result.error.isEmpty, "\(result)")
    #expect(result.output.contains("~ modified files\n      ~ /properties/path: \"./data\" → \"./other\"\n"))
    #expect(result.output.contains("… and 2 downstream artifacts; 1 output made anew: classified"))
    #expect(result.output.contains("3 of 3 artifacts made anew"))
  }

  @Test func plansAndRunbooksCompareAlike() throws {
    #expect(try place.wct("compile", "a.yaml").code == 0)
    #expect(try place.wct("compile", "b.yaml", "-o", "other.json").code == 0)
    let causes = try json("a.yaml", "b.yaml")["causes"]
    #expect(try json("a.plan.json", "other.json")["causes"] == causes)
    #expect(try json("a.plan.json", "b.yaml")["causes"] == causes)
    #expect(try place.wct("diff", "a.plan.json", "a.yaml").output.contains("are the same plan"))
  }

  @Test func exitCodes() throws {
    let cases: [([String], Int32)] = [
      (["a.yaml", "a.yaml"], 0), (["a.yaml", "a.yaml", "--exit-code", "--fail-on", "any"], 0),
      (["a.yaml", "b.yaml"], 0), (["a.yaml", "b.yaml", "--exit-code"], 3),
      (["a.yaml", "b.yaml", "--fail-on", "any"], 3), (["a.yaml", "b.yaml", "--fail-on", "breaking"], 0),
      (["a.yaml", "named.yaml", "--exit-code"], 0), (["a.yaml", "named.yaml", "--fail-on", "metadata"], 3),
      (["a.yaml", "named.yaml", "--fail-on", "breaking,sensitive,any"], 0),
      (["a.yaml", "missing.yaml"], 2), (["a.yaml"], 2), (["a.yaml", "b.yaml", "--against-store"], 2),
      (["a.yaml", "b.yaml", "--fail-on", "braking"], 2), (["a.yaml", "b.yaml", "--format", "xml"], 2),
      (["a.yaml", "b.yaml", "--format", "json", "--format", "text"], 2),
      (["a.yaml", "b.yaml", "--only", "nobody"], 2), (["a.yaml", "b.yaml", "--reuse", "auto"], 2),
    ]
    for (arguments, code) in cases {
      let result = try place.start(.wct, ["diff"] + arguments).result()
      #expect(result.code == code, "\(arguments): \(result)")
    }
    #expect(
      try place.wct("diff", "a.yaml", "b.yaml", "--fail-on", "braking").error.contains(
        "did you mean 'breaking'?"))
  }

  @Test func breakingAndSensitiveChangesCanFail() throws {
    try place.write(
      "none.yaml", SampleRunbook.detection(of: "./data").replacing("output: true", with: "output: false"))
    #expect(try place.wct("diff", "a.yaml", "none.yaml", "--fail-on", "breaking").code == 3)
    let open = SampleRunbook.database
    try place.write("open.yaml", open)
    try place.write("closed.yaml", open.replacing("output: true", with: "output: false"))
    #expect(try place.wct("diff", "closed.yaml", "open.yaml", "--fail-on", "sensitive").code == 3)
    let back = try place.wct("diff", "open.yaml", "closed.yaml", "--fail-on", "sensitive")
    #expect(
      back.code == 0 && back.output.contains("closed  customers no longer reaches personal_data"), "\(back)")
  }

  /// Why there is no plan, and not what could be better besides.
  @Test func aBrokenRunbookIsShownWithItsErrorsAlone() throws {
    let broken = SampleRunbook.detection(of: "./data").replacing("inputs: files", with: "from: fils")
    try place.write("broken.yaml", broken)
    #expect(try place.wct("check", "broken.yaml").output.contains("warning["))
    let result = try place.wct("diff", "a.yaml", "broken.yaml")
    #expect(result.code == 1 && result.error.contains("error["), "\(result)")
    #expect(!result.error.contains("warning[") && !result.error.contains("note["), "\(result)")
  }

  /// What was not asked for may differ all the same.
  @Test func aSelectionThatIsTheSameIsNoSamePlan() throws {
    let changed = SampleRunbook.detection(of: "./data").replacing("output: true", with: "output: false")
    try place.write("changed.yaml", changed)
    for format in ["text", "markdown", "html"] {
      let result = try place.wct(
        "diff", "a.yaml", "changed.yaml", "--only", "files", "--format", format, "--exit-code")
      #expect(result.code == 0, "\(result)")
      #expect(
        result.output.contains("no difference in what is selected; elsewhere the plans differ"), "\(result)")
      #expect(!result.output.contains("same plan"))
    }
  }

  @Test func writesEveryFormat() throws {
    let formats = ["text", "json", "markdown", "html"]
    let options = formats.flatMap { ["--format", "\($0)=diff.\($0)"] }
    let result = try place.start(.wct, ["diff", "a.yaml", "b.yaml"] + options).result()
    #expect(result.code == 0 && result.output.contains("modified files"), "\(result)")
    for (format, start) in [
      ("text", "a.yaml → b.yaml"), ("json", "{\n"), ("markdown", "### "), ("html", "<!doctype html>"),
    ] {
      let text = try String(decoding: place.bytes("diff.\(format)"), as: UTF8.self)
      #expect(text.hasPrefix(start))
      #expect(try place.wct("diff", "a.yaml", "b.yaml", "--format", format).output == text)
    }
    let page = try String(decoding: place.bytes("diff.html"), as: UTF8.self)
    for remote in ["http://", "https://", "src=", "<script", "url("] { #expect(!page.contains(remote)) }
    let lost = try place.wct("diff", "a.yaml", "b.yaml", "--format", "html=nowhere/x.html")
    #expect(lost.code == 2 && lost.error.contains("nowhere"), "\(lost)")
  }

  @Test func theErrorsOfBothSidesAreShown() throws {
    try place.write("bad1.yaml", "name: x\nartifacts: {a: {inputs: nobody}}\n")
    try place.write("bad2.yaml", "name: y\nartifacts: {b: {inputs: nothing}}\n")
    let result = try place.wct("diff", "bad1.yaml", "bad2.yaml")
    #expect(result.code == 1 && result.output.isEmpty, "\(result)")
    #expect(result.error.contains("bad1.yaml:2") && result.error.contains("bad2.yaml:2"), "\(result)")
  }

  @Test func anAlteredPlanIsRefused() throws {
    #expect(try place.wct("compile", "a.yaml").code == 0)
    let text = try String(decoding: place.bytes("a.plan.json"), as: UTF8.self)
    try place.write("a.plan.json", text.replacing("./data", with: "./date"))
    let result = try place.wct("diff", "a.plan.json", "b.yaml")
    #expect(result.code == 4 && result.error.contains("WCT4004"), "\(result)")
  }

  @Test func aPartIsSelected() throws {
    let part = try json("a.yaml", "b.yaml", "--only", "personal_data")
    #expect(part["artifacts"]?.arrayValue?.compactMap { $0["id"]?.stringValue } == ["personal_data"])
    let state = try json("a.yaml", "b.yaml", "--select", "state:affected,output:true")
    #expect(state["artifacts"]?.arrayValue?.compactMap { $0["id"]?.stringValue } == ["classified"])
    #expect(try place.wct("diff", "a.yaml", "b.yaml", "--only", "state:new", "--exit-code").code == 0)
  }

  /// A secret is in no plan, so it is in no difference.
  @Test func noSecretIsShown() throws {
    var place = place
    place.environment = ["MYSQL_PASSWORD": "hunter2-canary"]
    try place.write(
      "old.yaml", SampleRunbook.database.replacing("            password: ${MYSQL_PASSWORD}\n", with: ""))
    try place.write("new.yaml", SampleRunbook.database)
    let formats = ["json", "markdown", "html"].flatMap { ["--format", "\($0)=d.\($0)"] }
    let result = try place.start(.wct, ["diff", "old.yaml", "new.yaml"] + formats).result()
    #expect(result.code == 0, "\(result)")
    let all = try ["json", "markdown", "html"].map {
      try String(decoding: place.bytes("d.\($0)"), as: UTF8.self)
    }
    for text in all + [result.output, result.error] { #expect(!text.contains("canary")) }
  }
}
