// `wct check`: exit codes, both formats, and input of every kind.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct CheckCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("good.yaml", SampleRunbook.detection(of: "./data"))
  }

  @Test(arguments: ["check", "validate-runbook"])
  func acceptsAGoodRunbook(command: String) throws {
    let result = try place.wct(command, "good.yaml")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("1 file checked: no problems"))
    #expect(result.error.isEmpty)
  }

  /// Plain words are read without the argument parser, and mean what they mean to it.
  @Test func plainArgumentsMeanWhatTheParserTakesThemFor() throws {
    try place.write(
      "bad.yaml", SampleRunbook.detection(of: "./data").replacing("personal_data", with: "personal_dta"))
    let cache = place.path + "/cache"
    for words in [
      ["good.yaml"], ["bad.yaml", "good.yaml"], ["missing.yaml"], ["."], ["--cache", cache, "bad.yaml"],
    ] {
      let plain = try place.start(.wct, ["check"] + words).result()
      let parsed = try place.start(.wct, ["check"] + words + ["--jobs", "1"]).result()
      #expect(
        plain.code == parsed.code && plain.output == parsed.output && plain.error == parsed.error, "\(words)")
    }
    #expect((try? FileStatus.of(cache))?.kind == .directory)
    // What is not plain is the parser's.
    for words in [
      ["--cache"], ["--cache", "", "good.yaml"], ["--cahce", "x", "good.yaml"], ["--cache", "--quiet"],
    ] {
      #expect(try place.start(.wct, ["check"] + words).result().code == 2, "\(words)")
    }
  }

  /// A file's bytes, and what the message must speak of.
  struct BadFile: Sendable, CustomStringConvertible {
    let description: String
    let bytes: [UInt8]
    let place: String
    let words: String

    init(_ description: String, _ text: String, at place: String, _ words: String) {
      self.init(description, bytes: Array(text.utf8), at: place, words)
    }

    init(_ description: String, bytes: [UInt8], at place: String, _ words: String) {
      (self.description, self.bytes, self.place, self.words) = (description, bytes, place, words)
    }
  }

  static let badFiles = [
    BadFile("broken YAML", "name: [a\nartifacts: {}\n", at: "bad.yaml:1:7", "error["),
    BadFile("an empty file", "", at: "bad.yaml:1:1", "empty"),
    BadFile("only comments", "# nothing\n\n", at: "bad.yaml:", "empty"),
    BadFile("a scalar", "hello\n", at: "bad.yaml:1:1", "mapping"),
    BadFile("two documents", "name: a\n---\nname: b\n", at: "bad.yaml:2:1", "document"),
    BadFile("not UTF-8", bytes: Array("name: caf".utf8) + [0xE9, 0x0A], at: "bad.yaml:1:10", "UTF-8"),
    BadFile("UTF-16", bytes: [0xFF, 0xFE, 0x6E, 0, 0x61, 0], at: "bad.yaml:1:1", "UTF-8"),
    BadFile("a NUL", bytes: Array("name: a".utf8) + [0, 0x0A], at: "bad.yaml:1:8", "error["),
    BadFile(
      "an unknown component",
      """
      name: a
      description: b
      artifacts:
        files:
          source: {type: filesytem, properties: {path: .}}
      """, at: "bad.yaml:5:20", "filesystem"),
    BadFile(
      "a duplicate key", "name: a\ndescription: b\nname: c\nartifacts: {}\n", at: "bad.yaml:3:1", "name"),
    BadFile(
      "a cycle",
      """
      name: a
      description: b
      artifacts:
        one: {inputs: two}
        two: {inputs: one}
      """, at: "bad.yaml:4:", "two"),
  ]

  @Test(arguments: badFiles)
  func refusesBadContentAtItsPlace(_ file: BadFile) throws {
    try writeFile("\(place.path)/bad.yaml", file.bytes)
    let result = try place.wct("check", "bad.yaml")
    #expect(result.code == 1, "\(result)")
    #expect(result.output.contains("--> \(file.place)"), "\(result)")
    #expect(result.output.contains(file.words), "\(result)")
  }

  @Test func reportsEveryErrorOfAFileSortedByPlace() throws {
    try place.write(
      "bad.yaml",
      """
      name: a
      description: b
      artifcats: {}
      artifacts:
        data:
          inputs: nowhere
        more:
          source: {type: nothing, properties: {}}
        loop:
          inputs: loop
      """)
    let result = try place.wct("check", "--json", "bad.yaml")
    let diagnostics = try #require(JSONReader.read(result.standardOutput)["diagnostics"]?.arrayValue)
    let lines = diagnostics.compactMap { $0["span"]?["start"]?["line"]?.integerValue }
    #expect(result.code == 1)
    #expect(lines == lines.sorted())
    #expect(Set(lines).isSuperset(of: [3, 6, 8]), "\(lines)")
  }

  @Test func givesValidJSONWithSpans() throws {
    try place.write("bad.yaml", "name: a\ndescription: é\nartifacts:\n  x: {inputs: gone}\n")
    let result = try place.wct("check", "bad.yaml", "good.yaml", "--format", "json")
    let document = try JSONReader.read(result.standardOutput)
    let diagnostic = try #require(document["diagnostics"]?.arrayValue?.first { $0["severity"] == "error" })
    #expect(result.code == 1)
    #expect(result.error.isEmpty, "\(result)")
    #expect(document["format"] == "wct-diagnostics")
    #expect(diagnostic["file"] == "bad.yaml")
    #expect(
      diagnostic["span"]?["start"]
        == [
          "column": 15, "line": 4,
          "offset": .integer("name: a\ndescription: é\nartifacts:\n".utf8.count + 14),
        ])
    #expect(diagnostic["span"]?["end"]?["column"] == 19)
    #expect(diagnostic["code"]?.stringValue?.hasPrefix("WCT2") == true)
  }

  @Test func checksSeveralFilesAndFailsIfOneIsBad() throws {
    try place.write("bad.yaml", "")
    let result = try place.wct("check", "good.yaml", "bad.yaml", "good.yaml")
    #expect(result.code == 1)
    // Each file once, however often it is named.
    #expect(result.output.contains("2 files checked: 1 error"), "\(result)")
  }

  @Test(arguments: [
    "missing.yaml", "empty", "*.nothing", "fifo", "loop", "socket/", "/dev/null/x", "", "good.yaml/",
  ])
  func wrongPathsAreUsageErrors(path: String) throws {
    try place.makeFIFO("fifo")
    try place.link("loop", to: "loop")
    try makeDirectory("\(place.path)/empty")
    let result = try place.wct("check", path)
    #expect(result.code == 2, "\(result)")
    #expect((result.output + result.error).contains("rror"), "\(result)")
  }

  @Test func anUnreadablePathDoesNotHideTheOtherFiles() throws {
    try place.write("bad.yaml", "")
    let result = try place.wct("check", "missing.yaml", "bad.yaml")
    #expect(result.code == 2)
    #expect(result.output.contains("missing.yaml") && result.output.contains("bad.yaml"), "\(result)")
  }

  @Test func quietShowsErrorsOnly() throws {
    let good = try place.wct("check", "-q", "good.yaml")
    #expect(good.code == 0 && good.output.isEmpty && good.error.isEmpty, "\(good)")
    try place.write("bad.yaml", "")
    #expect(try place.wct("check", "-q", "bad.yaml").output.contains("bad.yaml"))
  }

  @Test func colourIsForTerminalsOnly() throws {
    try place.write("bad.yaml", "x")
    let plain = try place.wct("check", "bad.yaml")
    let asked = try place.wct("check", "--color", "always", "bad.yaml")
    let terminal = try place.wct("check", "bad.yaml", output: .terminal)
    var colourless = place
    colourless.environment["NO_COLOR"] = "1"
    let refused = try colourless.wct("check", "bad.yaml", output: .terminal)
    #expect(!plain.output.contains("\u{1B}"))
    #expect(asked.output.contains("\u{1B}["))
    #expect(terminal.output.contains("\u{1B}["))
    #expect(!refused.output.contains("\u{1B}"), "\(refused)")
  }

  @Test func aFileNameCannotDriveTheTerminal() throws {
    try place.write("a\u{1B}[31mb.yaml", "x")
    let result = try place.wct("check", "a\u{1B}[31mb.yaml")
    #expect(result.code == 1)
    #expect(!result.output.contains("\u{1B}"), "\(result)")
  }

  @Test func aFullStandardOutputIsAnError() throws {
    let result = try place.wct("check", "good.yaml", output: .file("/dev/full"))
    #expect(result.code == 1, "\(result)")
    #expect(result.error.contains("standard output"), "\(result)")
  }
}
