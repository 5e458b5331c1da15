// `.wct.yaml` through the built programs.
import CanonicalJSON
import TestSupport
import Testing

@Suite struct ConfigurationCommandTests {
  private let place: Workplace

  /// A runbook with two lints: WCT9005 (no contact) and WCT9006 (an artifact that nothing uses).
  static let runbook = """
    name: Lints
    description: Has two of them
    artifacts:
      files:
        source: {type: filesystem, properties: {path: ./data}}
        output: true
      spare:
        source: {type: filesystem, properties: {path: ./other}}

    """

  init() throws {
    place = try Workplace()
    try place.write("a.yaml", Self.runbook)
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("other/letter.txt", SampleRunbook.letter)
  }

  /// The codes that a check gives, in order, each with its severity.
  private func codes(_ arguments: String...) throws -> [String] {
    let result = try place.start(.wct, ["check", "--json"] + arguments).result()
    let diagnostics = try JSONReader.read(result.standardOutput)["diagnostics"]?.arrayValue ?? []
    return diagnostics.map { "\($0["code"]?.stringValue ?? "") \($0["severity"]?.stringValue ?? "")" }
  }

  @Test func rulesAreSet() throws {
    #expect(try codes("a.yaml") == ["WCT9005 warning", "WCT9006 warning"])
    try place.write(".wct.yaml", "rules: {missing-contact: off, WCT9006: error}\n")
    #expect(try codes("a.yaml") == ["WCT9006 error"])
    #expect(try place.wct("check", "a.yaml").code == 1)
    #expect(try codes("a.yaml", "--no-config") == ["WCT9005 warning", "WCT9006 warning"])
    #expect(try codes("a.yaml", "--rule", "WCT9=note") == ["WCT9005 note", "WCT9006 note"])
  }

  @Test func theNearestFileWinsAndAnotherCanBeNamed() throws {
    try place.write(".wct.yaml", "rules: {WCT9: off}\n")
    try place.write("sub/.wct.yaml", "rules: {WCT9006: off}\n")
    try place.write("sub/deep/b.yaml", Self.runbook)
    try place.write("other.yml", "rules: {WCT9005: off}\n")
    #expect(try codes("a.yaml") == [])
    #expect(try codes("sub") == ["WCT9005 warning"])
    #expect(try codes("sub", "--config", "other.yml") == ["WCT9006 warning"])
  }

  @Test func overridesHoldForTheirPaths() throws {
    try place.write(".wct.yaml", "overrides:\n  - paths: [old/]\n    rules: {WCT9: off}\n")
    try place.write("old/b.yaml", Self.runbook)
    #expect(try codes("old", "a.yaml") == ["WCT9005 warning", "WCT9006 warning"])
  }

  @Test func filesAreIncludedAndExcluded() throws {
    try place.write("drafts/b.yaml", Self.runbook)
    try place.write("books/c.yaml", "description: not finished\n")
    try place.write(".wct.yaml", "exclude: [drafts/]\n")
    #expect(try place.wct("check").output.hasSuffix("1 file checked: 2 warnings\n"))
    #expect(try place.wct("check", "drafts/b.yaml").output.hasSuffix("1 file checked: 2 warnings\n"))
    try place.write(".wct.yaml", "include: [books/]\n")
    let included = try place.wct("check")
    #expect(included.code == 1 && included.output.contains("books/c.yaml"), "\(included)")
    #expect(!included.output.contains("a.yaml"))
  }

  /// A configuration that nobody meets has nothing said about it.
  @Test func excludedDirectoriesAreNotSearched() throws {
    let deep = "vendor/" + String(repeating: "d/", count: 3)
    try place.write("\(deep)b.yaml", Self.runbook)
    try place.write("vendor/d/.wct.yaml", "no such setting: here\n")
    try place.write(".wct.yaml", "exclude: [vendor/]\n")
    let result = try place.wct("check")
    #expect(result.code == 0 && result.output.hasSuffix("1 file checked: 2 warnings\n"), "\(result)")
    try place.write(".wct.yaml", "exclude: [vendor/, \"!keep.yaml\"]\n")
    try place.write("\(deep)keep.yaml", Self.runbook)
    // The configuration below counts again, since something below is selected.
    let kept = try place.wct("check")
    #expect(kept.code == 1 && kept.output.contains("vendor/d/.wct.yaml"), "\(kept)")
  }

  @Test func itsErrorsAreShownInEveryFormatAndTheRestIsChecked() throws {
    try place.write(".wct.yaml", "profil: strict\nrules: {WCT9999: off, WCT9005: off}\n")
    let text = try place.wct("check", "a.yaml")
    #expect(text.code == 1)
    #expect(text.output.contains("--> .wct.yaml:1:1"), "\(text)")
    #expect(text.output.contains("did you mean 'profile'?"))
    #expect(text.output.hasSuffix("1 file checked: 2 errors, 1 warning\n"))
    #expect(try codes("a.yaml") == ["WCT2001 error", "WCT1041 error", "WCT9006 warning"])
    for format in ["short", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle"] {
      let result = try place.wct("check", "a.yaml", "--format", format)
      #expect(result.code == 1 && result.output.contains("WCT1041"), "\(format): \(result)")
    }
  }

  @Test func aConfigurationThatCannotBeReadIsWrongUsage() throws {
    let missing = try place.wct("check", "a.yaml", "--config", "none.yaml")
    #expect(missing.code == 2)
    #expect(missing.output.contains("error[WCT1001]: cannot open none.yaml"), "\(missing)")
    #expect(try place.wct("check", "a.yaml", "--config", "x", "--no-config").code == 2)
    #expect(try place.wct("compile", "a.yaml", "--config", "none.yaml").code == 2)
  }

  @Test func variablesRulesetsAndLimitsAreTaken() throws {
    let source = "    source: {type: filesystem, properties: {path: '${DIRECTORY}'}}\n    output: true\n"
    try place.write("b.yaml", "name: B\ndescription: d\ncontact: c\nartifacts:\n  files:\n" + source)
    #expect(try codes("b.yaml") == ["WCT2009 error"])
    try place.write("conf/ci.env", "DIRECTORY=./data\n")
    try place.write(".wct.yaml", "env_files: [conf/ci.env]\n")
    #expect(try codes("b.yaml") == [])
    let compiled = try place.wct("compile", "b.yaml", "-o", "-")
    #expect(compiled.code == 0 && compiled.output.contains("\"path\":\"./data\""), "\(compiled)")
    try place.write(".wct.yaml", "env_files: [conf/ci.env]\nlate_bind: [DIRECTORY]\n")
    #expect(try place.wct("compile", "b.yaml", "-o", "-").output.contains("${DIRECTORY}"))
    try place.write(".wct.yaml", "env_files: [conf/ci.env]\nlimits: {nesting: 2}\n")
    #expect(try codes("b.yaml").contains("WCT1007 error"))
    #expect(try codes("b.yaml", "--limit", "nesting=9") == [])
    try place.write(".wct.yaml", "env_files: [conf/none.env]\nrulesets: {local: conf/ci.env}\n")
    #expect(try codes("b.yaml") == ["WCT1040 error", "WCT1040 error", "WCT2009 error"])
  }

  @Test func itsPolicyHolds() throws {
    try place.write(".wct.yaml", "policy: {forbid_components: [filesystem]}\n")
    let result = try place.wct("check", "a.yaml")
    #expect(result.code == 1)
    #expect(result.output.contains(".wct.yaml:1"), "\(result)")
    #expect(try place.wct("compile", "a.yaml", "-o", "p.json").code == 1)
    #expect(!place.exists("p.json"))
  }

  @Test func compileAndRunObeyItsRules() throws {
    try place.write(".wct.yaml", "rules: {WCT9005: off, WCT9006: error}\n")
    let compiled = try place.wct("compile", "a.yaml", "-o", "p.json")
    #expect(compiled.code == 1 && !place.exists("p.json"), "\(compiled)")
    #expect(compiled.error.contains("error[WCT9006]"))
    #expect(try place.wct("run", "a.yaml").code == 1)
    try place.write(".wct.yaml", "rules: {WCT9: off}\n")
    let silent = try place.wct("run", "a.yaml")
    #expect(silent.code == 0 && !silent.error.contains("WCT9"), "\(silent)")
    try place.write(".wct.yaml", "rules: {WCT9: of}\n")
    #expect(try place.wct("compile", "a.yaml", "-o", "p.json").code == 1)
    #expect(!place.exists("p.json"))
  }

  @Test func standardInputHasAConfigurationToo() throws {
    try place.write("sub/.wct.yaml", "rules: {WCT9: off}\n")
    let result = try place.wct("check", "-", "--stdin-name", "sub/x.yaml", input: Self.runbook)
    #expect(result.output == "1 file checked: no problems\n", "\(result)")
  }
}
