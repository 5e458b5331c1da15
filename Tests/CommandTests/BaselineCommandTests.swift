// Baselines through the built programs.
import CanonicalJSON
import TestSupport
import Testing

@Suite struct BaselineCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("books/a.yaml", ConfigurationCommandTests.runbook)
    try place.write(
      "books/broken.yaml", "name: B\ndescription: d\ncontact: c\nartifacts:\n  a: {inputs: gone}\n")
  }

  private func update() throws -> ProcessResult {
    try place.wct("check", "books", "--baseline", "base.json", "--update-baseline")
  }

  @Test func aBaselineIsMadeAndAcceptsErrorsToo() throws {
    #expect(try place.wct("check", "books").code == 1)
    let made = try update()
    #expect(made.code == 0, "\(made)")
    #expect(made.error.contains("wrote base.json: "), "\(made)")
    let first = try place.bytes("base.json")
    let checked = try place.wct("check", "books", "--baseline", "base.json", "--error-on-warnings")
    #expect(checked.code == 0 && checked.output.contains("no problems, "), "\(checked)")
    #expect(checked.output.contains(" in the baseline\n"))
    _ = try update()
    #expect(try place.bytes("base.json") == first)
    #expect(try place.wct("compile", "books/broken.yaml").code == 1)
  }

  @Test func itFollowsContentAndNamesAndShowsWhatIsNew() throws {
    _ = try update()
    try place.run("/bin/mv", "books/a.yaml", "books/renamed.yaml")
    try place.write("books/renamed.yaml", "# moved down\n\n" + ConfigurationCommandTests.runbook)
    let moved = try place.wct("check", "books", "--baseline", "base.json")
    #expect(moved.code == 0 && moved.output.hasPrefix("2 files checked: no problems"), "\(moved)")
    let more = ConfigurationCommandTests.runbook + "  more:\n    inputs: gone\n"
    try place.write("books/renamed.yaml", more)
    let new = try place.wct("check", "books", "--baseline", "base.json", "--format", "short")
    #expect(new.code == 1)
    #expect(
      new.output.split(separator: "\n").allSatisfy {
        $0.hasPrefix("books/renamed.yaml:9") || $0.hasPrefix("books/renamed.yaml:10")
      }, "\(new)")
  }

  @Test func aStaleEntryIsReportedAndUpdatedAway() throws {
    _ = try update()
    try place.write(
      "books/a.yaml",
      ConfigurationCommandTests.runbook.replacing("name: Lints", with: "name: Lints\ncontact: me"))
    let stale = try place.wct("check", "books", "--baseline", "base.json")
    #expect(stale.code == 0)
    #expect(
      stale.output.contains("warning[WCT9046]: WCT9005 missing-contact in books/a.yaml is no longer found"))
    #expect(stale.output.contains("--> base.json:"), "\(stale)")
    #expect(try update().error.contains("(0 new, 1 removed)"))
    #expect(try !place.wct("check", "books", "--baseline", "base.json").output.contains("WCT9046"))
    // What is not checked is not judged.
    let one = try place.wct("check", "books/broken.yaml", "--baseline", "base.json")
    #expect(one.code == 0 && !one.output.contains("WCT9046"), "\(one)")
  }

  @Test func theConfigurationMayNameIt() throws {
    try place.write("books/.wct.yaml", "baseline: ../conf/base.json\n")
    let missing = try place.wct("check", "books")
    #expect(missing.code == 2)
    #expect(missing.output.contains("error[WCT1051]: there is no baseline 'books/../conf/base.json'"))
    try place.write("conf/.keep", "")
    #expect(try place.wct("check", "books", "--update-baseline").code == 0)
    #expect(
      try String(decoding: place.bytes("conf/base.json"), as: UTF8.self).contains("\"../books/a.yaml\""))
    #expect(try place.wct("check", "books").code == 0)
    #expect(try place.wct("check", "books", "--no-config").code == 1)
    #expect(try place.wct("check", "books", "--no-config", "--update-baseline").code == 2)
  }

  @Test func whatIsNoBaselineIsRefusedAndLeftAlone() throws {
    let texts = ["{}", "<<<<<<< HEAD\n", #"{"format": "wct-baseline", "format_version": 9, "entries": []}"#]
    for text in texts {
      try place.write("base.json", text)
      for result in [try update(), try place.wct("check", "books", "--baseline", "base.json")] {
        #expect(result.code == 1)
        #expect(result.output.contains("--> base.json:1:"), "\(result)")
      }
      #expect(try place.bytes("base.json") == Array(text.utf8))
    }
    #expect(try place.wct("check", "books", "--baseline", "books").code == 2)
  }

  @Test func sarifSaysWhatIsNew() throws {
    func states(_ arguments: (String, String) = ("--color", "never")) throws -> [String?] {
      let sarif = try place.wct("check", "books", "--format", "sarif", arguments.0, arguments.1)
      return try JSONReader.read(sarif.standardOutput)["runs"]?.arrayValue?.first?["results"]?.arrayValue?.map
      {
        $0["baselineState"]?.stringValue
      } ?? []
    }
    #expect(try Set(states()) == [nil])
    _ = try update()
    #expect(try Set(states(("--baseline", "base.json"))) == ["unchanged"])
    try place.write(
      "books/new.yaml", "name: N\ndescription: d\ncontact: c\nartifacts:\n  a: {inputs: none}\n")
    #expect(try Set(states(("--baseline", "base.json"))) == ["unchanged", "new"])
  }

  @Test func whatIsAcceptedIsMarkedInSARIFAndCountedInJSON() throws {
    _ = try update()
    let sarif = try place.wct("check", "books", "--baseline", "base.json", "--format", "sarif")
    let results =
      try JSONReader.read(sarif.standardOutput)["runs"]?.arrayValue?.first?["results"]?.arrayValue ?? []
    #expect(!results.isEmpty && results.allSatisfy { $0["suppressions"] == [["kind": "external"]] })
    let json = try place.wct("check", "books", "--baseline", "base.json", "--json")
    let summary = try JSONReader.read(json.standardOutput)["summary"]
    #expect(summary?["in_baseline"] == .integer(results.count) && summary?["errors"] == 0)
  }

  @Test func aLintThatIsAcceptedDoesNotStopCompile() throws {
    try place.write("books/.wct.yaml", "profile: strict\nbaseline: base.json\n")
    #expect(try place.wct("check", "books", "--update-baseline").code == 0)
    #expect(try place.wct("compile", "books/a.yaml", "-o", "p.json").code == 0)
    let broken = try place.wct("compile", "books/broken.yaml", "-o", "q.json")
    #expect(broken.code == 1 && broken.error.contains("WCT2004"), "\(broken)")
  }
}
