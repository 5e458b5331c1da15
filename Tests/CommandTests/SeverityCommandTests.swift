// `--profile` and `--rule`: what rules are worth, through the built program.
import CanonicalJSON
import TestSupport
import Testing

@Suite struct SeverityCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    // Two warnings: an older spelling, which is dated, and an unused artifact, which is a likely mistake.
    try place.write(
      "sample.yaml", SampleRunbook.extraction(of: ".") + "  copy: {from: files}\n")
  }

  /// The codes and severities, as the JSON format has them.
  private func severities(_ options: String...) throws -> (code: Int32?, found: [String]) {
    let result = try place.start(.wct, ["check", "--format", "json", "sample.yaml"] + options).result()
    let found = try JSONReader.read(result.standardOutput)["diagnostics"]?.arrayValue ?? []
    return (
      result.code,
      found.map { "\($0["code"]?.stringValue ?? "") \($0["severity"]?.stringValue ?? "")" }.sorted()
    )
  }

  @Test func profiles() throws {
    #expect(try severities() == (0, ["WCT9002 warning", "WCT9006 warning"]))
    #expect(try severities("--profile", "default") == (0, ["WCT9002 warning", "WCT9006 warning"]))
    #expect(try severities("--profile", "strict") == (1, ["WCT9002 warning", "WCT9006 error"]))
    #expect(try severities("--profile", "migration") == (0, ["WCT9002 note", "WCT9006 warning"]))
    #expect(try severities("--profile", "relaxed") == (0, ["WCT9002 note", "WCT9006 warning"]))
  }

  @Test func rules() throws {
    #expect(try severities("--rule", "WCT9006=off") == (0, ["WCT9002 warning"]))
    #expect(try severities("--rule", "unused-artifact=error") == (1, ["WCT9002 warning", "WCT9006 error"]))
    #expect(try severities("--rule", "WCT9=off") == (0, []))
    #expect(
      try severities("--rule", "WCT9=off", "--rule", "WCT9002=note") == (0, ["WCT9002 note"]),
      "a code counts more than a prefix")
    #expect(
      try severities("--profile", "strict", "--rule", "WCT9006=note") == (
        0, ["WCT9002 warning", "WCT9006 note"]
      ))
  }

  @Test func aWarningThatIsAnErrorPreventsAPlan() throws {
    let refused = try place.wct("compile", "sample.yaml", "--profile", "strict")
    #expect(refused.code == 1 && refused.error.contains("error[WCT9006]"), "\(refused)")
    #expect(!place.exists("sample.plan.json"))
    #expect(try place.wct("run", "sample.yaml", "--rule", "unused-artifact=error").code == 1)
    #expect(!place.exists(".wct"))
    #expect(try place.wct("compile", "sample.yaml").code == 0)
    #expect(place.exists("sample.plan.json"))
  }

  @Test(arguments: [
    ("WCT9999=off", "there is no rule 'WCT9999'"), ("unused-artefact=off", "did you mean 'unused-artifact'?"),
    ("WCT9006=of", "did you mean 'off'?"), ("WCT9006", "--rule takes CODE=LEVEL"),
    ("WCT2004=off", "is an error of the language and can't be switched off"),
  ])
  func wrongSettings(setting: String, message: String) throws {
    let result = try place.wct("check", "sample.yaml", "--rule", setting)
    #expect(result.code == 2 && result.output.isEmpty, "\(result)")
    #expect(result.error.hasPrefix("error[WCT1024]: ") && result.error.contains(message), "\(result)")
  }

  @Test func anUnknownProfile() throws {
    let result = try place.wct("check", "sample.yaml", "--profile", "stricter")
    #expect(result.code == 2 && result.error.contains("strict"), "\(result)")
  }
}

private func == (left: (code: Int32?, found: [String]), right: (Int32, [String])) -> Bool {
  left.code == right.0 && left.found == right.1
}
