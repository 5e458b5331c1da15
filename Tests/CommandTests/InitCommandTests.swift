// `wct init`: a first runbook by flags and by questions, which checks without a word and runs.
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct InitCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func expectClean(_ file: String) throws {
    let check = try place.wct("check", file)
    #expect(check.code == 0 && check.output.contains("no problems"), "\(check)")
  }

  @Test func whatItWritesChecksAndRuns() throws {
    try place.write("data/letter.txt", SampleRunbook.letter)
    let result = try place.wct("init", "--name", "Letters", "--path", "./data")
    #expect(result.code == 0, "\(result)")
    try expectClean("runbook.yaml")
    let run = try place.wct("run", "runbook.yaml")
    #expect(run.code == 0, "\(run)")
    #expect(
      try place.statuses() == ["files": "completed", "personal_data": "completed", "classified": "completed"])
  }

  @Test func theRunbookNamesASchemaThatIsThere() throws {
    #expect(try place.wct("init", "demo", "--yes").code == 0)
    let text = try String(decoding: place.bytes("demo/runbook.yaml"), as: UTF8.self)
    #expect(text.hasPrefix("# yaml-language-server: $schema=runbook.schema.json\n"))
    #expect(try place.bytes("demo/runbook.schema.json") == place.wct("generate-schema").standardOutput)
    #expect(text.contains("name: demo\n"))
  }

  @Test func withoutTheSchemaNothingNamesIt() throws {
    #expect(try place.wct("init", "a.yaml", "--yes", "--no-schema").code == 0)
    #expect(try place.directory.names() == ["a.yaml"])
    #expect(try !String(decoding: place.bytes("a.yaml"), as: UTF8.self).contains("$schema"))
  }

  @Test(arguments: ["classify", "detect", "extract", "child"]) func everyKindChecks(_ kind: String) throws {
    #expect(try place.wct("init", "a.yaml", "--yes", "--kind", kind).code == 0)
    try expectClean("a.yaml")
  }

  @Test(arguments: ["filesystem", "mysql"]) func everyConnectorChecks(_ connector: String) throws {
    let result = try place.wct("init", "a.yaml", "--yes", "--connector", connector)
    #expect(result.code == 0, "\(result)")
    try expectClean("a.yaml")
  }

  @Test func hostileAnswersStayText() throws {
    let name = "\"x\": [y] # é \\ ' - {z} 日本"
    let result = try place.wct(
      "init", "a.yaml", "--name", name, "--path", "we: ird # path", "--contact", "*x &y !z", "--framework",
      "no")
    #expect(result.code == 0, "\(result)")
    try expectClean("a.yaml")
    #expect(
      try place.wct("graph", "a.yaml", "--format", "json").output.contains("\"title\":\"\\\"x\\\": [y] # é"))
  }

  @Test func nothingIsOverwritten() throws {
    try place.write("runbook.yaml", "mine")
    let result = try place.wct("init", "--yes")
    #expect(result.code == 2)
    #expect(result.error.contains("--force"), "\(result)")
    #expect(try place.directory.names() == ["runbook.yaml"])
    #expect(try place.bytes("runbook.yaml") == Array("mine".utf8))
    #expect(try place.wct("init", "--yes", "--force").code == 0)
    try expectClean("runbook.yaml")
  }

  @Test func withoutATerminalItSaysWhatIsMissing() throws {
    let result = try place.wct("init")
    #expect(result.code == 2)
    #expect(result.error.contains("--name and --path") && result.error.contains("--yes"), "\(result)")
    #expect(try place.directory.names().isEmpty)
  }

  @Test(arguments: [
    ["--connector", "filesytem"], ["--set", "pth=x"], ["--set", "path"], ["--kind", "all"], ["--name", ""],
    ["--connector", "mysql", "--path", "x"],
  ])
  func wrongFlagsAreUsageErrors(_ flags: [String]) throws {
    let result = try place.start(.wct, ["init", "--yes"] + flags).result()
    #expect(result.code == 2, "\(result)")
    #expect(try place.directory.names().isEmpty)
  }

  /// A value that makes a wrong runbook is said before anything is written.
  @Test func anAnswerThatCannotBeRightWritesNothing() throws {
    let result = try place.wct("init", "--yes", "--set", "max_files=none")
    #expect(result.code == 1)
    #expect(result.error.contains("WCT3002"), "\(result)")
    #expect(try place.directory.names().isEmpty)
  }

  // MARK: - On a terminal

  @Test func asksOnATerminal() throws {
    let session = try place.start(.wct, ["init", "shop.yaml"], output: .terminal)
    let answers = [
      ("Name [", "Shop"), ("What shall it do?", "7\r2"), ("Where does the data come from?", ""),
      ("path", "./inbox"),
      ("Contact", "Team <team@example.com>"), ("framework", "none"),
    ]
    for (question, answer) in answers {
      #expect(session.wait { $0.standardOutput.contains(question) }, "\(question): \(session.standardOutput)")
      session.type(Array("\(answer)\r".utf8))
    }
    let result = session.result()
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("expected a number from 1 to 4"))
    let text = try String(decoding: place.bytes("shop.yaml"), as: UTF8.self)
    #expect(text.contains("name: Shop\n") && text.contains("path: ./inbox\n"), "\(text)")
    #expect(text.contains("contact: \"Team <team@example.com>\"\n") && !text.contains("framework"))
    #expect(!text.contains("classified:"), "2 is 'detect'")
    try expectClean("shop.yaml")
  }

  @Test func anEndedSessionWritesNothing() throws {
    let session = try place.start(.wct, ["init"], output: .terminal)
    #expect(session.wait { $0.standardOutput.contains("Name [") })
    session.type([0x04])
    let result = session.result()
    #expect(result.code == 1)
    #expect(result.output.contains("nothing was written"), "\(result)")
    #expect(try place.directory.names().isEmpty)
  }
}
