// The examples that the built-in rules carry.
import CanonicalJSON
import Diagnostics
import RuleMatching
import RulesetModel
import Rulesets
import Testing
import TextMatching

@Suite struct BuiltInExampleTests {
  @Test(arguments: RulesetKind.all) func everyExampleHolds(kind: RulesetKind) throws {
    let ruleset = try RulesetLibrary().examine("wct/\(kind.name)/1.0.0")
    #expect(ruleset.diagnostics == [])
    guard case .detection(let fields) = kind.fields else { return }
    let rules = try #require(DetectionRuleset.decode(ruleset.value, fields).ruleset)
    var trial = try RuleExampleTrial(rules)
    #expect(trial.failures(of: RuleExamples.all(in: ruleset.value)).map(\.message) == [])
  }

  @Test(arguments: RulesetKind.all) func everyRuleWithValuesHasExamples(kind: RulesetKind) throws {
    let ruleset = try RulesetLibrary().examine("wct/\(kind.name)/1.0.0")
    let withExamples = Set(
      RuleExamples.all(in: ruleset.value).filter { !$0.match.isEmpty && !$0.noMatch.isEmpty }.map(\.rule))
    for rule in ruleset.value.objectValue?["rules"]?.arrayValue ?? [] where kind.isDetection {
      guard rule.objectValue?["value_patterns"]?.arrayValue?.isEmpty == false else { continue }
      let name = rule.objectValue?["name"]?.stringValue ?? ""
      #expect(withExamples.contains(name), "\(name)")
    }
  }

  @Test(arguments: RulesetKind.all) func patternsCanMatchAndAreNotSlow(kind: RulesetKind) throws {
    let ruleset = try RulesetLibrary().examine("wct/\(kind.name)/1.0.0")
    for rule in ruleset.value.objectValue?["rules"]?.arrayValue ?? [] {
      for pattern in rule.objectValue?["value_patterns"]?.arrayValue ?? [] {
        let text = try #require(pattern.stringValue)
        #expect(RegularExpression.fault(inPython: text) == nil, "\(text)")
      }
    }
  }

  @Test func anExampleThatDoesNotHoldIsNamed() throws {
    let rules = DetectionRuleset.sample(patterns: ["alpha"], valuePatterns: ["\\d{3}-\\d"])
    var trial = try RuleExampleTrial(rules)
    let failures = trial.failures(of: [
      RuleExamples(rule: "r", match: ["Alpha", "123-4", "beta"], noMatch: ["gamma", "alpha"])
    ])
    #expect(failures.map { "\($0.list) \($0.index) \($0.text)" } == ["match 2 beta", "no_match 1 alpha"])
  }
}

extension RulesetKind {
  fileprivate var isDetection: Bool { if case .detection = fields { true } else { false } }
}
