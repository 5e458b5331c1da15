// Decides which matches of value patterns count. Knows no places and no findings.
internal import RulesetModel
internal import TextMatching

/// The context words of one text, and the checks of values near them.
struct ValueFilter {
  private let rules: CompiledRules
  /// By rule: where its context words stand, in order of their ends. Empty for rules that ask for none.
  private var contextWords: [[Range<Int>]]

  init(_ rules: CompiledRules) {
    self.rules = rules
    contextWords = Array(repeating: [], count: rules.rules.count)
  }

  mutating func removeAll() {
    for rule in contextWords.indices where !contextWords[rule].isEmpty {
      contextWords[rule].removeAll(keepingCapacity: true)
    }
  }

  mutating func add(contextWord range: Range<Int>, of rule: Int) { contextWords[rule].append(range) }

  /// Whether no value of a rule can count, because a word that it needs is nowhere.
  func refusesAll(of rule: Int) -> Bool {
    rules.rules[rule].refinement.context != nil && contextWords[rule].isEmpty
  }

  /// Whether a match of a value pattern is what the rule means: a context word near it, and a valid value.
  func accepts(_ match: Range<Int>, of rule: Int, in text: Span<UInt8>) -> Bool {
    let refinement = rules.rules[rule].refinement
    if let context = refinement.context, !hasContextWord(of: rule, near: match, context.window, text) {
      return false
    }
    guard let validator = refinement.validator else { return true }
    return validator.accepts(text.extracting(match))
  }

  /// Whether a word lies wholly within the window around a match.
  private func hasContextWord(
    of rule: Int, near match: Range<Int>, _ distance: Int, _ text: Span<UInt8>
  ) -> Bool {
    let window = CodePointPositions.window(in: text, around: match, by: distance).range
    let words = contextWords[rule]
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].upperBound <= window.lowerBound { low = middle + 1 } else { high = middle }
    }
    return words[low...].prefix { $0.upperBound <= window.upperBound }
      .contains { $0.lowerBound >= window.lowerBound }
  }
}
