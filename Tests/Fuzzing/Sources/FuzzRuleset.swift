// The ruleset loader: a file in a provider's directory gives rules, or diagnostics inside the file.
internal import Diagnostics
internal import RulesetModel
internal import Rulesets
internal import TextMatching

enum FuzzRuleset {
  static func test(_ bytes: [UInt8]) {
    for kind in RulesetKind.all {
      var sources = SourceCollection()
      let found = RulesetLibrary.parse(bytes, name: "input", kind: kind, sources: &sources) { pattern in
        RegularExpression.fault(inPython: pattern)
      }
      if case .invalid(let diagnostics) = found { CheckDiagnostics.check(diagnostics, sources) }
    }
  }
}
