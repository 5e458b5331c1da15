// Decides which matches of value patterns count. Knows no places and no findings.
internal import RulesetModel
internal import TextMatching

/// The context words of one text, and the checks of values near them.
struct ValueFilter {
  private let rules: CompiledRules
  /// By rule: where its context words stand, in order of their ends. Empty for rules that ask for none.
  private var contextWords: [[Range<Int>]]
  /// The same for words that must not be there.
  private var excludingWords: [[Range<Int>]]

  init(_ rules: CompiledRules) {
    self.rules = rules
    contextWords = Array(repeating: [], count: rules.rules.count)
    excludingWords = contextWords
  }

  mutating func removeAll() {
    for rule in contextWords.indices where !contextWords[rule].isEmpty {
      contextWords[rule].removeAll(keepingCapacity: true)
    }
    for rule in excludingWords.indices where !excludingWords[rule].isEmpty {
      excludingWords[rule].removeAll(keepingCapacity: true)
    }
  }

  mutating func add(contextWord range: Range<Int>, of rule: Int) { contextWords[rule].append(range) }

  mutating func add(excludingWord range: Range<Int>, of rule: Int) { excludingWords[rule].append(range) }

  /// Whether no value of a rule can count, because a word that it needs is nowhere.
  func refusesAll(of rule: Int) -> Bool {
    rules.rules[rule].refinement.context?.anyOf.isEmpty == false && contextWords[rule].isEmpty
  }

  /// Whether a match of a value pattern is what the rule means: a context word near it, and a valid value.
  func accepts(_ match: Range<Int>, of rule: Int, in text: Span<UInt8>) -> Bool {
    let refinement = rules.rules[rule].refinement
    if let context = refinement.context {
      let window = CodePointPositions.window(in: text, around: match, by: context.window).range
      if !context.anyOf.isEmpty, !Self.holds(contextWords[rule], window) { return false }
      if Self.holds(excludingWords[rule], Self.line(of: match, in: window, text)) { return false }
    }
    guard let validator = refinement.validator else { return true }
    return validator.accepts(text.extracting(match))
  }

  /// Whether one of the words lies wholly within a window.
  private static func holds(_ words: [Range<Int>], _ window: Range<Int>) -> Bool {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].upperBound <= window.lowerBound { low = middle + 1 } else { high = middle }
    }
    return words[low...].prefix { $0.upperBound <= window.upperBound }
      .contains { $0.lowerBound >= window.lowerBound }
  }

  /// The part of a window that is on the line of the match.
  private static func line(of match: Range<Int>, in window: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    var start = match.lowerBound
    while start > window.lowerBound, text[start - 1] != newline { start -= 1 }
    var end = match.upperBound
    while end < window.upperBound, text[end] != newline { end += 1 }
    return start..<end
  }
}
