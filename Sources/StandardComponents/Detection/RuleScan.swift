// Looks for all rules of a ruleset in one text after another. Knows no finding.
internal import RulesetModel
internal import TextMatching

/// The memory of a search; it is used for many texts, so that none needs its own.
struct RuleScan {
  private let rules: CompiledRules
  private let options: DetectorOptions
  /// By slot.
  private var places: [PatternPlaces]
  private var filter: ValueFilter
  private var touchedRules: Set<Int> = []
  /// The patterns whose search in the present text was given up for too much backtracking.
  private(set) var abandonedPatterns: [String] = []

  init(_ rules: CompiledRules, _ options: DetectorOptions) {
    self.rules = rules
    self.options = options
    places = Array(repeating: PatternPlaces(), count: rules.patterns.count)
    filter = ValueFilter(rules)
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
    filter.removeAll()
    abandonedPatterns = []
  }

  private mutating func scanKeywords(_ text: Span<UInt8>) {
    rules.automaton.forEachMatch(in: text) { match in
      let range = match.start..<match.end
      switch rules.keywordUses[match.patternIndex] {
      case .contextWord(let rule): filter.add(contextWord: range, of: rule)
      case .excludingWord(let rule): filter.add(excludingWord: range, of: rule)
      case .pattern(let slot): add(range, in: text, slot: slot)
      }
    }
  }

  private mutating func scanValues(_ pattern: CompiledRules.ValuePattern, _ text: UTF8Span) {
    if filter.refusesAll(of: pattern.rule) { return }
    let bytes = text.span
    do {
      try pattern.expression.forEachMatch(in: text) { match in
        if filter.accepts(match, of: pattern.rule, in: bytes) { add(match, in: bytes, slot: pattern.slot) }
      }
    } catch {
      abandonedPatterns.append(rules.patterns[pattern.slot])
    }
  }

  private mutating func add(_ match: Range<Int>, in text: Span<UInt8>, slot: Int) {
    if places[slot].matchCount == 0 { touchedRules.insert(rules.ruleOfSlot[slot]) }
    places[slot].add(
      match, in: text, threshold: options.proximityThreshold, limit: options.maximumEvidenceCount,
      keptMatches: options.keptMatches)
  }
}
