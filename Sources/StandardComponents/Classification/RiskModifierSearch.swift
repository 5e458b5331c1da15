// Looks for risk modifiers in the evidence of a finding. Knows no classification.
internal import ComponentKit
internal import RulesetModel
internal import TextMatching

/// The risk modifiers of a ruleset, made ready to match.
struct RiskModifierSearch: Sendable {
  private let modifiers: [RiskModifier]
  private let automaton: KeywordAutomaton
  /// By the index of the word in the automaton.
  private let modifierOfWord: [Int]
  private let expressions: [(modifier: Int, expression: RegularExpression)]

  /// - Throws: ``ComponentFailure`` that names the modifier whose pattern can't be used.
  init(_ modifiers: [RiskModifier]) throws(ComponentFailure) {
    self.modifiers = modifiers
    var words: [String] = []
    var owners: [Int] = []
    var expressions: [(modifier: Int, expression: RegularExpression)] = []
    for (index, modifier) in modifiers.enumerated() {
      words += modifier.patterns
      owners += Array(repeating: index, count: modifier.patterns.count)
      for pattern in modifier.valuePatterns {
        expressions.append((index, try Self.compile(pattern, modifier)))
      }
    }
    do {
      automaton = try KeywordAutomaton(patterns: words)
    } catch {
      throw ComponentFailure("the words of the risk modifiers can't be searched for: \(error)")
    }
    modifierOfWord = owners
    self.expressions = expressions
  }

  private static func compile(
    _ pattern: String, _ modifier: RiskModifier
  ) throws(ComponentFailure) -> RegularExpression {
    do {
      return try RegularExpression(python: pattern)
    } catch {
      throw ComponentFailure("the value pattern '\(pattern)' of the modifier '\(modifier.name)': \(error)")
    }
  }

  /// The names of the modifiers that any of the texts holds, sorted, each once.
  func names(in texts: [String]) -> [String] {
    var found: Set<Int> = []
    for text in texts { search(text, &found) }
    var names: [String] = []
    for name in found.map({ modifiers[$0].name }).sorted(by: DetectorSummary.precedes)
    where names.last.map({ $0.utf8.elementsEqual(name.utf8) }) != true {
      names.append(name)
    }
    return names
  }

  private func search(_ text: String, _ found: inout Set<Int>) {
    let content = text.utf8Span
    if PythonWhitespace.isBlank(content.span) { return }
    automaton.forEachMatch(in: content.span) { found.insert(modifierOfWord[$0.patternIndex]) }
    for (modifier, expression) in expressions where !found.contains(modifier) {
      // One part, the whole text: the first match is enough. What backtracks too much in so short a text is none.
      try? expression.forEachMatch(in: content, parts: [0..<content.count]) { _, _ in
        found.insert(modifier)
        return .nextPart
      }
    }
  }
}
