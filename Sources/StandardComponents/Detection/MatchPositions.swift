// Tells where each match of a finding stands. Knows no finding.
internal import CanonicalJSON
internal import RuleMatching
internal import RulesetModel
internal import TextMatching

/// The matches that `match_positions` asks for, in the order of the text.
struct MatchPositions {
  private struct Match {
    let rule: String
    let isValue: Bool
    var range: Range<Int>

    var json: JSONValue {
      [
        "rule": .string(rule), "by": isValue ? "value" : "word", "start": .integer(range.lowerBound),
        "end": .integer(range.upperBound),
      ]
    }
  }

  /// As many of a pattern are told; the rest is a number.
  static let maximumCount = 1000

  private var matches: [Match] = []
  private var matchesLeftOut = 0

  /// - Parameters:
  ///   - found: By rule, the patterns that matched; their kept matches are byte ranges of `text`.
  ///   - text: Valid UTF-8.
  init(
    _ found: [(rule: DetectionRule, patterns: [(pattern: String, places: PatternPlaces)])],
    in text: Span<UInt8>
  ) {
    for (rule, patterns) in found {
      for (pattern, places) in patterns where !places.matches.isEmpty {
        let isValue = rule.valuePatterns.contains(pattern)
        matchesLeftOut += places.matchCount - places.matches.count
        matches += places.matches.map { Match(rule: rule.name, isValue: isValue, range: $0) }
      }
    }
    matches.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    countCodePoints(in: text)
  }

  /// Turns the byte ranges into ranges of code points, in one walk through the text.
  private mutating func countCodePoints(in text: Span<UInt8>) {
    var byte = 0
    var position = 0
    for index in matches.indices {
      let range = matches[index].range
      position += CodePointPositions.count(in: text, byte..<range.lowerBound)
      byte = range.lowerBound
      matches[index].range = position..<position + CodePointPositions.count(in: text, range)
    }
  }

  /// Adds `matches` and, where there are more, `matches_left_out` to what a finding says of its place.
  func write(to context: inout JSONObject) {
    if matches.isEmpty { return }
    context["matches"] = .array(matches.map(\.json))
    if matchesLeftOut > 0 { context["matches_left_out"] = .integer(matchesLeftOut) }
  }
}
