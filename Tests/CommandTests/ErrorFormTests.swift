// Errors of the programs themselves: each has a code, and the same form; those of input are in every format's document.
import CanonicalJSON
import Diagnostics
import TestSupport
import Testing

@Suite struct ErrorFormTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("sample.yaml", SampleRunbook.extraction(of: "."))
    try place.write("bad.env", "GOOD=1\nTOKEN hunter2\n")
  }

  @Test(arguments: [
    (["chekc", "sample.yaml"], "WCT1024", "there is no command 'chekc'; did you mean 'check'?"),
    (["help", "chekc"], "WCT1024", "did you mean 'check'?"), (["runz"], "WCT1024", "did you mean 'run"),
    (["xyzzy"], "WCT1024", "there is no command 'xyzzy'"),
    (["check", "sample.yaml", "--fromat", "json"], "WCT1024", "; did you mean '--format'?"),
    (
      ["run", "sample.yaml", "--exporter", "jsno"], "WCT1024",
      "there is no exporter 'jsno'; did you mean 'json'?"
    ),
    (["compile", "sample.yaml", "-o", "gone/x.json"], "WCT1022", "gone/x.json"),
    (["compile", "sample.yaml", "-o", "sample.yaml"], "WCT1023", "is the runbook itself"),
    (["compile", "gone.yaml"], "WCT1001", "gone.yaml"),
    (["compile", "sample.yaml", "--env-file", "gone"], "WCT1020", "gone"),
    (["compile", "sample.yaml", "--rulesets", "x=gone"], "WCT1026", "there is no directory 'gone'"),
    (["init", "--yes", "sample.yaml"], "WCT1029", "exists already"),
    (["check", "sample.yaml", "--format", "sarif=gone/x.sarif"], "WCT1022", "gone/x.sarif"),
  ])
  func errorsOfTheCompiler(arguments: [String], code: String, message: String) throws {
    let result = try place.start(.wct, arguments).result()
    #expect(result.code == 2, "\(result)")
    #expect(result.error.hasPrefix("error[\(code)]: ") && result.error.contains(message), "\(result)")
  }

  @Test(arguments: [
    (["rnu", "x"], 2, "WCT1024", "there is no command 'rnu'; did you mean 'run'?"),
    (["resume", "latest"], 2, "WCT5004", "there is no store at '.wct'"),
    (["run", "gone.json"], 2, "WCT1001", "gone.json"),
    (["verify", "sample.yaml"], 4, "WCT4001", "refused: "),
    (["run", "sample.json", "--exporter", "jsno"], 2, "WCT1024", "did you mean 'json'?"),
  ])
  func errorsOfTheMachine(arguments: [String], status: Int32, code: String, message: String) throws {
    let result = try place.start(.machine, arguments).result()
    #expect(result.code == status, "\(result)")
    #expect(result.output.isEmpty, "\(result)")
    #expect(result.error.hasPrefix("error[\(code)]: ") && result.error.contains(message), "\(result)")
  }

  @Test func theMachinesOwnDirectoryAndVariables() throws {
    #expect(try place.wct("compile", "sample.yaml").code == 0)
    let directory = try place.machine("run", "sample.plan.json", "--base-dir", "gone")
    #expect(directory.code == 2 && directory.error.hasPrefix("error[WCT1026]: "), "\(directory)")
    let file = try place.machine("run", "sample.plan.json", "--env-file", "bad.env")
    #expect(file.code == 1 && file.error.hasPrefix("error[WCT1021]: "), "\(file)")
    #expect(!file.error.contains("hunter2"))
  }

  @Test func allMissingVariablesAreNotesOfOneError() throws {
    try place.write("database.yaml", SampleRunbook.database)
    #expect(try place.wct("compile", "database.yaml").code == 0)
    let result = try place.machine("run", "database.plan.json")
    #expect(result.code == 1 && result.error.hasPrefix("error[WCT5101]: "), "\(result)")
    #expect(result.error.contains("note: ") && result.error.contains("MYSQL_PASSWORD"), "\(result)")
  }

  /// An unusable environment file is a diagnostic of the document, with its line, and no value of it.
  @Test(arguments: ["json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "short", "text"])
  func environmentFilesInEveryFormat(format: String) throws {
    for command in ["check", "compile", "run"] {
      for (file, code, status) in [("bad.env", "WCT1021", Int32(1)), ("gone.env", "WCT1020", 2)] {
        let result = try place.wct(command, "sample.yaml", "--env-file", file, "--format", format)
        #expect(result.code == status, "\(command): \(result)")
        let isText = format == "text" || format == "short"
        let shown = isText && command != "check" ? result.error : result.output
        #expect(shown.contains(code) && shown.contains(file), "\(command): \(result)")
        #expect(!(result.output + result.error).contains("hunter2"), "\(command): \(result)")
        if format == "json" || format == "sarif" { _ = try JSONReader.read(result.standardOutput) }
      }
    }
  }

  @Test func theLineOfAnEnvironmentFileIsKnown() throws {
    let result = try place.wct("check", "sample.yaml", "--env-file", "bad.env", "--format", "json")
    let found = try JSONReader.read(result.standardOutput)["diagnostics"]?.arrayValue?.first
    #expect(found?["span"]?["start"]?["line"] == 2)
    #expect(found?["span"]?["file"] == "bad.env")
    let text = try place.wct("check", "sample.yaml", "--env-file", "bad.env").output
    #expect(text.contains("--> bad.env:2:1\n") && text.contains(" 2 | [REDACTED]\n"), "\(text)")
  }

  @Test func tooManyWarnings() throws {
    try place.write("unused.yaml", SampleRunbook.extraction(of: ".") + "  copy: {inputs: files}\n")
    let result = try place.wct("check", "unused.yaml", "--error-on-warnings")
    #expect(
      result.code == 1 && result.error == "error[WCT1028]: 1 warning, and at most 0 allowed\n", "\(result)")
  }

  /// Colour is for terminals.
  @Test func errorsAreColouredOnATerminal() throws {
    let result = try place.wct("chekc", output: .terminal)
    #expect(result.output.contains("\u{1B}[1;31merror[WCT1024]"), "\(result)")
  }
}
