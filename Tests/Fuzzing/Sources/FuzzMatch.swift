// The matcher: a regular expression and a text give matches, or a refusal; every way of searching finds the same.
internal import RuleMatching
internal import RulesetModel
internal import Rulesets
internal import Diagnostics
internal import TextMatching

enum FuzzMatch {
  /// The first line is the pattern, the rest the text.
  static func test(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
    let pattern = String(decoding: bytes[..<end], as: UTF8.self)
    var text = String(decoding: bytes[end...].dropFirst(), as: UTF8.self)
    text.makeContiguousUTF8()
    scanBuiltInRules(text)
    guard let expression = try? RegularExpression(python: pattern) else { return }
    var plain: [Range<Int>] = []
    guard (try? expression.forEachMatch(in: text.utf8Span) { plain.append($0) }) != nil else { return }
    for match in plain { precondition(match.upperBound <= text.utf8.count) }
    compareWithIndex(expression, plain, text)
  }

  private static func compareWithIndex(_ expression: RegularExpression, _ plain: [Range<Int>], _ text: String)
  {
    let index = ValuePatternIndex([expression])
    guard index.isIndexed == [true] else { return }
    var search = index.makeSearch()
    search.run(over: text.utf8Span.span)
    var found: [Range<Int>] = []
    var digits = DigitRuns()
    let places = search.places(of: 0)
    guard
      (try? expression.forEachMatch(in: text.utf8Span, startingAt: places, &digits) { found.append($0) })
        != nil
    else { return }
    precondition(found == plain, "the index finds other matches than the search")
  }

  private static let rules: CompiledRules? = LeakCheck.keeping {
    var sources = SourceCollection()
    let lookup = RulesetLibrary().load(
      "wct/personal_data_indicator/1.0.0", kind: .personalDataIndicator, sources: &sources)
    guard case .found(let value, _, _) = lookup,
      let ruleset = DetectionRuleset.decode(value, .personalData).ruleset
    else { return nil }
    return try? CompiledRules(ruleset, fields: [])
  }

  private static let languages = [
    "javascript", "typescript", "python", "java", "kotlin", "go", "ruby", "csharp", "swift", "rust", "sql",
    "html",
  ]

  private static func scanBuiltInRules(_ text: String) {
    guard let rules else { return }
    var scan = RuleScan(rules, proximityThreshold: 200, maximumPlaceCount: 3, keptMatches: 10)
    // One language more each time: the length of the text chooses it.
    for language in [nil, "php", languages[text.utf8.count % languages.count]] {
      guard let found = try? scan.run(over: text.utf8Span, language: language, checkCancellation: {}) else {
        continue
      }
      for rule in found {
        for match in scan.matches(of: rule).flatMap(\.places.matches) {
          precondition(match.upperBound <= text.utf8.count)
        }
      }
    }
  }
}
