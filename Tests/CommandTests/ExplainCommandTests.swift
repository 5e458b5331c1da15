// `wct explain`: one rule, all rules, and the rules as data.
import CanonicalJSON
import Diagnostics
import TestSupport
import Testing

@Suite struct ExplainCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test(arguments: ["WCT2004", "wct2004", "unknown-artifact", "Unknown-Artifact"])
  func oneRule(_ name: String) throws {
    let result = try place.wct("explain", name)
    #expect(result.code == 0 && result.error.isEmpty, "\(result)")
    #expect(result.output.hasPrefix("WCT2004 unknown-artifact (error)\n"), "\(result)")
    #expect(result.output.contains("inputs: fiels"), "the bad example: \(result)")
    #expect(result.output.contains("error[WCT2004]: there is no artifact 'fiels'"), "\(result)")
    #expect(result.output.contains("did you mean 'files'?"), "\(result)")
    #expect(result.output.contains("inputs: files"), "the good example: \(result)")
    #expect(try place.directory.names().isEmpty)
  }

  @Test func aRuleOfTheMachine() throws {
    let result = try place.wct("explain", "WCT5002")
    #expect(result.code == 0 && result.output.contains("No example: it takes a full disk"), "\(result)")
  }

  @Test func aSessionOfSeveralCommands() throws {
    let result = try place.wct("explain", "WCT4004")
    let session = "$ wct compile runbook.yaml -o plan.json\n    $ sed -i s,./data,/home, plan.json\n"
    #expect(result.code == 0 && result.output.contains(session), "\(result)")
    #expect(
      result.output.contains("    error[WCT4004]: refused: plan.json: the file was altered"), "\(result)")
    #expect(result.output.hasSuffix("plan.json\n    $ wct-exec verify plan.json\n"), "\(result)")
  }

  @Test func allRulesByGroup() throws {
    let result = try place.wct("explain")
    for rule in Rule.all { #expect(result.output.contains("  \(rule.code)  "), "\(rule.code)") }
    for group in RuleGroup.all { #expect(result.output.contains("\(group.title)\n"), "\(group.title)") }
    #expect(RuleGroup.all.flatMap(\.rules) == Rule.all)
  }

  @Test func rulesAsData() throws {
    let document = try JSONReader.read(place.wct("explain", "--format", "json").standardOutput)
    #expect(document["format"] == "wct-rules")
    let rules = try #require(document["rules"]?.arrayValue)
    #expect(rules.compactMap { $0["code"]?.stringValue } == Rule.all.map(\.code))
    for rule in rules {
      let isShown = rule["bad"] != .null && rule["good"] != .null
      #expect(isShown != (rule["without_example"] != .null), "\(rule["code"] ?? .null)")
    }
    let one = try JSONReader.read(place.wct("explain", "WCT2004", "--format", "json").standardOutput)
    #expect(one["rules"]?.arrayValue?.count == 1)
    #expect(one["rules"]?.arrayValue?.first?["bad"]?["files"]?.arrayValue?.first?["path"] == "runbook.yaml")
  }

  @Test func aRuleThatThereIsNot() throws {
    let result = try place.wct("explain", "unknown-artefact")
    #expect(result.code == 2 && result.output.isEmpty, "\(result)")
    #expect(result.error.contains("did you mean 'unknown-artifact'?"), "\(result)")
  }

  /// Where the example can't be run, it is shown all the same.
  @Test func withoutAPlaceForFiles() throws {
    var place = place
    place.environment = ["TMPDIR": "/nonexistent"]
    let result = try place.wct("explain", "WCT2004")
    #expect(result.code == 0 && result.output.contains("inputs: fiels"), "\(result)")
    #expect(!result.output.contains("error[WCT2004]"), "\(result)")
  }
}
