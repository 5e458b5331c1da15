// Looks for all rules of a ruleset in one text after another. Knows no finding.
internal import RulesetModel
internal import TextMatching

/// The memory of a search; it is used for many texts, so that none needs its own.
package struct RuleScan: Sendable {
  private let rules: CompiledRules
  /// Code points between two places that count as one.
  private let proximityThreshold: Int
  /// How many places of a pattern are kept.
  private let maximumPlaceCount: Int
  /// How many matches of a pattern are kept one by one.
  private let keptMatches: Int
  /// By slot.
  private var places: [PatternPlaces]
  private var filter: ValueFilter
  private var search: ValuePatternIndex.Search
  private var digits = DigitRuns()
  private var parts = LexicalFilter()
  private var touchedRules: Set<Int> = []
  /// Matches of values whose rules say how sure they are.
  private var contested: [ContestedMatch] = []
  /// The rules of which a match had a word of their context near it.
  package private(set) var rulesWithContext: Set<Int> = []
  /// The patterns whose search in the present text was given up for too much backtracking.
  package private(set) var abandonedPatterns: [String] = []

  package init(_ rules: CompiledRules, proximityThreshold: Int, maximumPlaceCount: Int, keptMatches: Int = 0)
  {
    self.keptMatches = keptMatches
    self.rules = rules
    self.proximityThreshold = proximityThreshold
    self.maximumPlaceCount = maximumPlaceCount
    places = Array(repeating: PatternPlaces(), count: rules.patterns.count)
    filter = ValueFilter(rules)
    search = rules.valueIndex.makeSearch()
  }

  /// Texts from this size on, in bytes, are worth a question between two patterns whether to go on.
  private static let largeText = 1 << 20

  /// Finds everything in a text and gives the rules that matched, in order.
  ///
  /// - Throws: what `checkCancellation` throws, which is called now and then while a large text is searched.
  package mutating func run(
    over text: UTF8Span, language: String?, checkCancellation: () throws -> Void
  ) throws -> [Int] {
    reset()
    parts = LexicalFilter(rules, text.span, language: language)
    scanKeywords(text.span)
    filter.addCamelCaseWords(in: text.span)
    if !rules.valueIndex.isEmpty { search.run(over: text.span) }
    try scanValues(text, checkCancellation)
    settle(in: text.span)
    return touchedRules.sorted()
  }

  /// The patterns of a rule that matched, in order, with their places.
  package func matches(of rule: Int) -> [(pattern: String, places: PatternPlaces)] {
    var found: [(pattern: String, places: PatternPlaces)] = []
    for slot in rules.slots[rule] where places[slot].matchCount > 0 {
      found.append((rules.patterns[slot], places[slot]))
    }
    return found
  }

  private mutating func reset() {
    for rule in touchedRules {
      for slot in rules.slots[rule] { places[slot].removeAll() }
    }
    touchedRules.removeAll(keepingCapacity: true)
    filter.removeAll()
    contested.removeAll(keepingCapacity: true)
    rulesWithContext.removeAll(keepingCapacity: true)
    abandonedPatterns = []
  }

  private mutating func scanKeywords(_ text: Span<UInt8>) {
    rules.automaton.forEachMatch(in: text) { match in
      let range = match.start..<match.end
      switch rules.keywordUses[match.patternIndex] {
      case .contextWord(let rule): filter.add(contextWord: range, of: rule)
      case .tableStatement(let kind): filter.add(kind, statement: match.end)
      case .excludingWord(let rule): filter.add(excludingWord: range, of: rule)
      case .pattern(let slot):
        if parts.admits(match.start, of: rules.ruleOfSlot[slot], rules, in: text) {
          add(range, in: text, slot: slot)
        }
      }
    }
  }

  private mutating func scanValues(_ text: UTF8Span, _ checkCancellation: () throws -> Void) throws {
    // Taken out for the time, since what is done with each match changes the rest.
    var digits = DigitRuns()
    swap(&digits, &self.digits)
    defer { swap(&digits, &self.digits) }
    digits.forget()
    // Most patterns have nothing to find in most texts, and are not even touched.
    for index in rules.valuePatterns.indices where !filter.refusesAll(of: rules.valuePatterns[index].rule) {
      if let number = rules.indexNumbers[index], search.places(of: number).isEmpty { continue }
      if text.span.count >= Self.largeText { try checkCancellation() }
      scanValues(rules.valuePatterns[index], index, text, &digits)
    }
  }

  private mutating func scanValues(
    _ pattern: CompiledRules.ValuePattern, _ index: Int, _ text: UTF8Span, _ digits: inout DigitRuns
  ) {
    let bytes = text.span
    do {
      if let number = rules.indexNumbers[index] {
        let places = search.places(of: number)
        try pattern.expression.forEachMatch(in: text, startingAt: places, &digits) {
          take($0, of: pattern, in: bytes)
        }
      } else if let starts = filter.starts(
        of: pattern.rule, longest: pattern.expression.longestMatch, in: bytes)
      {
        try pattern.expression.forEachMatch(in: text, startingIn: starts, &digits) {
          take($0, of: pattern, in: bytes)
        }
      } else {
        try pattern.expression.forEachMatch(in: text, &digits) { take($0, of: pattern, in: bytes) }
      }
    } catch {
      abandonedPatterns.append(rules.patterns[pattern.slot])
    }
  }

  private mutating func take(
    _ match: Range<Int>, of pattern: CompiledRules.ValuePattern, in text: Span<UInt8>
  ) {
    guard parts.admits(match.lowerBound, of: pattern.rule, rules, in: text),
      let verdict = filter.verdict(on: match, of: pattern.rule, in: text)
    else { return }
    guard let confidence = rules.rules[pattern.rule].refinement.confidence, !match.isEmpty else {
      if verdict.contextDistance != nil { rulesWithContext.insert(pattern.rule) }
      return add(verdict.range, in: text, slot: pattern.slot)
    }
    contested.append(
      ContestedMatch(
        range: verdict.range, slot: pattern.slot, confidence: confidence,
        contextDistance: verdict.contextDistance))
  }

  /// Adds the matches that no surer one overlaps, and names that come again.
  private mutating func settle(in text: Span<UInt8>) {
    let winners = MatchContest.winners(contested)
    var names = RepeatedNames()
    for match in winners where rules.rules[rules.ruleOfSlot[match.slot]].refinement.repeats {
      names.add(match.range, slot: match.slot, in: text)
    }
    let again = names.places(in: text, taken: winners)
    let all =
      again.isEmpty ? winners : (winners + again).sorted { $0.range.lowerBound < $1.range.lowerBound }
    for match in all {
      if match.contextDistance != nil { rulesWithContext.insert(rules.ruleOfSlot[match.slot]) }
      add(match.range, in: text, slot: match.slot)
    }
  }

  private mutating func add(_ match: Range<Int>, in text: Span<UInt8>, slot: Int) {
    if places[slot].matchCount == 0 { touchedRules.insert(rules.ruleOfSlot[slot]) }
    places[slot].add(
      match, in: text, threshold: proximityThreshold, limit: maximumPlaceCount, keptMatches: keptMatches)
  }
}
