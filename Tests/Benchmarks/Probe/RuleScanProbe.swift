// Looks for all rules of the built-in detection rulesets together in a text, with their values or without.
internal import Diagnostics
internal import RuleMatching
internal import RulesetModel
internal import Rulesets
internal import SystemFiles

enum RuleScanProbe {
  /// Arguments: `words` or `all`, and a file to search. Prints the number of matches.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2, let withValues = ["words": false, "all": true][arguments[0]] else {
      throw ProbeFailure("rules takes words|all and TEXT")
    }
    let rules = try CompiledRules(try ruleset(withValues: withValues), fields: [])
    let bytes = try readFile(arguments[1], limit: 1 << 31)
    let text = try UTF8Span(validating: bytes.span)
    var scan = RuleScan(rules, proximityThreshold: 200, maximumPlaceCount: 3)
    let found = try scan.run(over: text, language: nil, checkCancellation: {})
    print(found.reduce(0) { $0 + scan.matches(of: $1).reduce(0) { $0 + $1.places.matchCount } })
  }

  /// The rules of all detection rulesets as one.
  private static func ruleset(withValues: Bool) throws -> DetectionRuleset {
    var rules: [DetectionRule] = []
    for kind in RulesetKind.all {
      guard case .detection(let fields) = kind.fields else { continue }
      var sources = SourceCollection()
      let lookup = RulesetLibrary().load("wct/\(kind.name)/1.0.0", kind: kind, sources: &sources)
      guard case .found(let value, _) = lookup, let ruleset = DetectionRuleset.decode(value, fields).ruleset
      else { throw ProbeFailure("the built-in ruleset \(kind.name) does not load") }
      rules += ruleset.rules.map { withValues ? $0 : $0.wordsOnly }
    }
    return DetectionRuleset(name: "all", version: "1", description: "", rules: rules)
  }
}

extension DetectionRule {
  /// The rule without values, and without what is said about them.
  fileprivate var wordsOnly: DetectionRule {
    DetectionRule(
      name: name, description: description, patterns: patterns, valuePatterns: [], fields: fields,
      confidenceWeight: confidenceWeight, refinement: RuleRefinement())
  }
}
