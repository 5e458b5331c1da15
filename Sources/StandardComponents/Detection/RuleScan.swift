// Looks for all rules of a ruleset in one text after another. Knows no finding.
internal import RulesetModel
internal import TextMatching

/// The memory of a search; it is used for many texts, so that none needs its own.
struct RuleScan {
  private let rules: CompiledRules
  private let options: DetectorOptions
  /// By slot.
  private var places: [PatternPlaces]
  /// By rule: where its context words stand, in order of their ends. Empty for rules that ask for none.
  private var contextWords: [[Range<Int>]]
  private var touchedRules: Set<Int> = []
  /// The patterns whose search in the present text was given up for too much backtracking.
  private(set) var abandonedPatterns: [String] = []

  init(_ rules: CompiledRules, _ options: DetectorOptions) {
    self.rules = rules
    self.options = options
    places = Array(repeating: PatternPlaces(), count: rules.patterns.count)
    contextWords = Array(repeating: [], count: rules.rules.count)
  }

  /// Texts from this size on, in bytes, are worth a question between two patterns whether to go on.
  private static let largeText = 1 << 20

  /// Finds everything in a text and gives the rules that matched, in order.
  ///
  /// - Throws: what `checkCancellation` throws, which is called now and then while a large text is searched.
  mutating func run(over text: UTF8Span, checkCancellation: () throws -> Void) throws -> [Int] {
    reset()
    scanKeywords(text.span)
    for pattern in rules.valuePatterns {
      if text.span.count >= Self.largeText { try checkCancellation() }
      scanValues(pattern, text)
    }
    return touchedRules.sorted()
  }

  /// The patterns of a rule that matched, in order, with their places.
  func matches(of rule: Int) -> [(pattern: String, places: PatternPlaces)] {
    rules.slots[rule].filter { places[$0].matchCount > 0 }.map { (rules.patterns[$0], places[$0]) }
  }

  private mutating func reset() {
    for rule in touchedRules {
      for slot in rules.slots[rule] { places[slot].removeAll() }
    }
    touchedRules.removeAll(keepingCapacity: true)
    for rule in contextWords.indices where !contextWords[rule].isEmpty {
      contextWords[rule].removeAll(keepingCapacity: true)
    }
    abandonedPatterns = []
  }

  private mutating func scanKeywords(_ text: Span<UInt8>) {
    rules.automaton.forEachMatch(in: text) { match in
      let range = match.start..<match.end
      switch rules.keywordUses[match.patternIndex] {
      case .contextWord(let rule): contextWords[rule].append(range)
      case .pattern(let slot): add(range, in: text, slot: slot)
      }
    }
  }

  private mutating func scanValues(_ pattern: CompiledRules.ValuePattern, _ text: UTF8Span) {
    let refinement = rules.rules[pattern.rule].refinement
    if refinement.context != nil, contextWords[pattern.rule].isEmpty { return }
    let bytes = text.span
    do {
      try pattern.expression.forEachMatch(in: text) { match in
        if counts(match, pattern.rule, refinement, bytes) { add(match, in: bytes, slot: pattern.slot) }
      }
    } catch {
      abandonedPatterns.append(rules.patterns[pattern.slot])
    }
  }

  private mutating func add(_ match: Range<Int>, in text: Span<UInt8>, slot: Int) {
    if places[slot].matchCount == 0 { touchedRules.insert(rules.ruleOfSlot[slot]) }
    places[slot].add(
      match, in: text, threshold: options.proximityThreshold, limit: options.maximumEvidenceCount)
  }

  /// Whether a match of a value pattern is what the rule means: a context word near it, and a valid value.
  private func counts(
    _ match: Range<Int>, _ rule: Int, _ refinement: RuleRefinement, _ text: Span<UInt8>
  ) -> Bool {
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
