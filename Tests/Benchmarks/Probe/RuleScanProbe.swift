// Looks for all rules of the built-in detection rulesets together in a text, with their values or without.
internal import Diagnostics
internal import RuleMatching
internal import RulesetModel
internal import Rulesets
internal import SystemFiles

enum RuleScanProbe {
  /// Arguments: `words` or `all`, and a file to search. Prints the number of matches.
  ///
  /// With `each` it prints the milliseconds that each rule takes alone, the slowest last.
  static func run(_ arguments: [String]) throws {
    if arguments.count == 2, arguments[0] == "each" { return try runEach(over: arguments[1]) }
    guard arguments.count == 2, let withValues = ["words": false, "all": true][arguments[0]] else {
      throw ProbeFailure("rules takes words|all|each and TEXT")
    }
    let rules = try CompiledRules(try ruleset(withValues: withValues), fields: [])
    let bytes = try readFile(arguments[1], limit: 1 << 31)
    let text = try UTF8Span(validating: bytes.span)
    var scan = RuleScan(rules, proximityThreshold: 200, maximumPlaceCount: 3)
    let found = try scan.run(over: text, language: nil, checkCancellation: {})
    print(found.reduce(0) { $0 + scan.matches(of: $1).reduce(0) { $0 + $1.places.matchCount } })
  }

  private static func runEach(over path: String) throws {
    let bytes = try readFile(path, limit: 1 << 31)
    let parts = Self.parts(of: bytes)
    var times: [(name: String, time: Duration)] = []
    for rule in try ruleset(withValues: true).rules where !rule.valuePatterns.isEmpty {
      let rules = try CompiledRules(
        DetectionRuleset(name: "one", version: "1", description: "", rules: [rule]), fields: [])
      var scan = RuleScan(rules, proximityThreshold: 200, maximumPlaceCount: 3)
      let time = try ContinuousClock().measure {
        for part in parts {
          let piece = try UTF8Span(validating: bytes.span.extracting(part))
          _ = try scan.run(over: piece, language: nil, checkCancellation: {})
        }
      }
      times.append((rule.name, time))
    }
    for (name, time) in times.sorted(by: { $0.time < $1.time }) {
      print(Int(time / .microseconds(1)) / 1000, name)
    }
  }

  /// Parts of whole lines, about as large as most files are.
  private static func parts(of text: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = text[min(start + 8192, text.count)...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  /// The rules of all detection rulesets as one.
  private static func ruleset(withValues: Bool) throws -> DetectionRuleset {
    var rules: [DetectionRule] = []
    for kind in RulesetKind.all {
      guard case .detection(let fields) = kind.fields else { continue }
      var sources = SourceCollection()
      let lookup = RulesetLibrary().load("wct/\(kind.name)/1.0.0", kind: kind, sources: &sources)
      guard case .found(let value, _, _) = lookup,
        let ruleset = DetectionRuleset.decode(value, fields).ruleset
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
