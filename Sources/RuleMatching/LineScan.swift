// Looks for all rules of a ruleset in one source file after another, line by line. Knows no finding.
internal import RulesetModel
internal import TextMatching

/// What the rules of equal fields matched in one file.
package struct LineMatches: Sendable {
  /// The rules that matched, in order.
  package internal(set) var rules: [Int] = []
  /// The patterns that matched, in order of their first matches by rule, line and pattern, and on how many lines.
  package internal(set) var patterns: [(slot: Int, count: Int)] = []
  /// The index of the first match's line.
  package let firstLine: Int
  /// The weights of the rules, once for each line and pattern.
  package internal(set) var weight = 0
}

/// The memory of a search by lines; it is used for many files, so that none needs its own.
package struct LineScan: Sendable {
  private let rules: CompiledRules
  private let usesValuePatterns: Bool
  private var filter: ValueFilter
  private var parts = LexicalFilter()
  /// The lines of the present file, without their ends.
  package private(set) var lines: [Range<Int>] = []
  /// By slot: the indices of the lines that match, each once, in order.
  private var matchedLines: [[Int]]
  private var touchedRules: Set<Int> = []
  /// The patterns whose search in the present file was given up for too much backtracking.
  package private(set) var abandonedPatterns: [String] = []

  package init(_ rules: CompiledRules, usesValuePatterns: Bool) {
    self.rules = rules
    self.usesValuePatterns = usesValuePatterns
    filter = ValueFilter(rules)
    matchedLines = Array(repeating: [], count: rules.patterns.count)
  }

  /// Finds everything in a file and gives the matches by fields, in order of first occurrence.
  ///
  /// - Throws: what `checkCancellation` throws, which is called between two patterns.
  package mutating func run(
    over text: UTF8Span, language: String?, checkCancellation: () throws -> Void
  ) throws -> [LineMatches] {
    reset()
    parts = LexicalFilter(rules, text.span, language: language)
    lines = LineSplitting.lines(of: text.span)
    scanKeywords(text.span)
    filter.addCamelCaseWords(in: text.span)
    if usesValuePatterns, !rules.valuePatterns.isEmpty {
      let written = lines.indices.filter { !PythonWhitespace.isBlank(text.span.extracting(lines[$0])) }
      let ranges = written.map { lines[$0] }
      for index in rules.valuePatterns.indices where !filter.refusesAll(of: rules.valuePatterns[index].rule) {
        try checkCancellation()
        scanValues(rules.valuePatterns[index], text, written, ranges)
      }
    }
    return gather()
  }

  private mutating func reset() {
    for rule in touchedRules {
      for slot in rules.slots[rule] { matchedLines[slot].removeAll(keepingCapacity: true) }
    }
    touchedRules.removeAll(keepingCapacity: true)
    filter.removeAll()
    abandonedPatterns = []
  }

  /// Line ends are boundaries of words, so that one pass over the file finds what passes over its lines would.
  private mutating func scanKeywords(_ text: Span<UInt8>) {
    var line = 0
    rules.automaton.forEachMatch(in: text) { match in
      // Matches come in the order of their ends.
      while line < lines.count, lines[line].upperBound < match.end { line += 1 }
      switch rules.keywordUses[match.patternIndex] {
      case .contextWord(let rule): filter.add(contextWord: match.start..<match.end, of: rule)
      case .tableStatement(let kind): filter.add(kind, statement: match.end)
      case .excludingWord(let rule): filter.add(excludingWord: match.start..<match.end, of: rule)
      case .pattern(let slot):
        // A literal that holds a line end is on no line.
        if line < lines.count, match.start >= lines[line].lowerBound,
          parts.admits(match.start, of: rules.ruleOfSlot[slot], rules, in: text)
        {
          add(line, to: slot)
        }
      }
    }
  }

  private mutating func scanValues(
    _ pattern: CompiledRules.ValuePattern, _ text: UTF8Span, _ written: [Int], _ ranges: [Range<Int>]
  ) {
    let bytes = text.span
    do {
      try pattern.expression.forEachMatch(in: text, parts: ranges) { part, match in
        guard parts.admits(match.lowerBound, of: pattern.rule, rules, in: bytes),
          filter.verdict(on: match, of: pattern.rule, in: bytes) != nil
        else { return .next }
        add(written[part], to: pattern.slot)
        return .nextPart
      }
    } catch {
      abandonedPatterns.append(rules.patterns[pattern.slot])
    }
  }

  private mutating func add(_ line: Int, to slot: Int) {
    if matchedLines[slot].isEmpty { touchedRules.insert(rules.ruleOfSlot[slot]) }
    if matchedLines[slot].last != line { matchedLines[slot].append(line) }
  }

  private func gather() -> [LineMatches] {
    var gathered: [LineMatches] = []
    /// By the first rule of the fields.
    var places: [Int: Int] = [:]
    for rule in touchedRules.sorted() {
      let matches = matches(of: rule)
      guard let first = matches.first else { continue }
      let group = rules.firstRules[rule]
      if places[group] == nil {
        places[group] = gathered.count
        gathered.append(LineMatches(firstLine: first.line))
      }
      guard let place = places[group] else { continue }
      add(matches, of: rule, to: &gathered[place])
    }
    return gathered
  }

  /// All matches of a rule by line, then by pattern.
  private func matches(of rule: Int) -> [(line: Int, slot: Int)] {
    var matches = rules.slots[rule].flatMap { slot in matchedLines[slot].map { (line: $0, slot: slot) } }
    matches.sort { $0.line != $1.line ? $0.line < $1.line : $0.slot < $1.slot }
    return matches
  }

  private func add(_ matches: [(line: Int, slot: Int)], of rule: Int, to group: inout LineMatches) {
    group.rules.append(rule)
    // The sum may be large, what is asked of it is whether it reaches 100.
    let weight = rules.rules[rule].confidenceWeight ?? 0
    group.weight = min(100, group.weight + min(100, matches.count) * weight)
    var places: [Int: Int] = [:]
    for (place, pattern) in group.patterns.enumerated() { places[pattern.slot] = place }
    for match in matches {
      let slot = rules.firstSlots[match.slot]
      if let place = places[slot] {
        group.patterns[place].count += 1
      } else {
        places[slot] = group.patterns.count
        group.patterns.append((slot, 1))
      }
    }
  }
}
