// Decides which matches of value patterns count. Knows no places and no findings.
internal import RulesetModel
internal import TextMatching

/// The context words of one text, and the checks of values near them.
struct ValueFilter: Sendable {
  /// What a match that counts rests on besides its form.
  struct Verdict {
    /// Where the value stands: the match, or the part of it that its check found.
    let range: Range<Int>
    /// How far the nearest context word is, in bytes; nil for rules that ask for none.
    let contextDistance: Int?
  }

  private let rules: CompiledRules
  /// By rule: whether its values count near a context word only.
  private let needsWord: [Bool]
  /// By rule: where its context words stand, in order of their ends. Empty for rules that ask for none.
  private var contextWords: [[Range<Int>]]
  /// The same for words that must not be there.
  private var excludingWords: [[Range<Int>]]
  /// What may begin tables in SQL.
  private var statements = TableStatements()
  /// The text's columns, once somebody asked; nil inside for a text that is no table.
  private var columns: TextColumns??
  /// The columns that context words name, by rule, once asked for.
  private var namedColumns: [Int: Set<Int>] = [:]
  private var names = CamelCaseWords()
  /// Where matches of a rule can begin, and how far before a window that was looked for; of the rule that was asked
  /// about last.
  private var starts: (rule: Int, byReach: [Int: [Range<Int>]]) = (-1, [:])
  private let usesContext: Bool

  init(_ rules: CompiledRules) {
    self.rules = rules
    needsWord = rules.rules.map { $0.refinement.context?.anyOf.isEmpty == false }
    usesContext = rules.rules.contains { $0.refinement.context != nil }
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
    statements.removeAll()
    columns = nil
    starts = (-1, [:])
    if !namedColumns.isEmpty { namedColumns.removeAll(keepingCapacity: true) }
  }

  mutating func add(contextWord range: Range<Int>, of rule: Int) { contextWords[rule].append(range) }

  mutating func add(excludingWord range: Range<Int>, of rule: Int) { excludingWords[rule].append(range) }

  /// Adds the words that only capital letters tell apart; after all others.
  mutating func addCamelCaseWords(in text: Span<UInt8>) {
    guard usesContext else { return }
    var touched: Set<Int> = []
    names.forEach(in: text, rules) { use, range in
      switch use {
      case .contextWord(let rule):
        contextWords[rule].append(range)
        touched.insert(rule)
      case .excludingWord(let rule):
        excludingWords[rule].append(range)
        touched.insert(rule)
      case .pattern, .tableStatement: break
      }
    }
    for rule in touched {
      contextWords[rule].sort(by: Self.endsBefore)
      excludingWords[rule].sort(by: Self.endsBefore)
    }
  }

  /// In the order of the automaton: by end, the longest first.
  private static func endsBefore(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.upperBound != second.upperBound
      ? first.upperBound < second.upperBound : first.lowerBound < second.lowerBound
  }

  mutating func add(_ kind: TableStatements.Kind, statement end: Int) { statements.add(kind, end: end) }

  /// Whether no value of a rule can count, because a word that it needs is nowhere.
  func refusesAll(of rule: Int) -> Bool { needsWord[rule] && contextWords[rule].isEmpty }

  /// Where a match of a rule that needs a word can begin, in order and apart; nil for everywhere.
  ///
  /// - Parameter longest: The most bytes that a match can take; nil where there is no bound.
  mutating func starts(of rule: Int, longest: Int?, in text: Span<UInt8>) -> [Range<Int>]? {
    guard let context = rules.rules[rule].refinement.context, !context.anyOf.isEmpty,
      let longest = context.side == .before ? 0 : longest
    else { return nil }
    // Patterns of one rule come one after the other, and a window that begins too early does no harm.
    let reach = (longest + 63) & ~63
    if starts.rule != rule { starts = (rule, [:]) }
    if let known = starts.byReach[reach] { return known }
    var found = contextWords[rule].map { word in
      let end = CodePointPositions.forward(from: word.upperBound, by: context.gap ?? context.window, in: text)
      if context.side == .before { return word.upperBound..<end }
      let start = CodePointPositions.back(from: word.lowerBound, by: context.window, in: text)
      return max(0, start - reach)..<end
    }
    let named = namedColumns(of: rule, in: text)
    if !named.isEmpty, let table = table(of: text) { found += table.values(of: named, in: text) }
    let ordered = found.inOrderAndApart()
    starts.byReach[reach] = ordered
    return ordered
  }

  /// Whether a match of a value pattern is what the rule means: a context word near it, and a valid value.
  mutating func verdict(on match: Range<Int>, of rule: Int, in text: Span<UInt8>) -> Verdict? {
    // Where no word is needed, the value itself is what most matches fail by.
    let place = needsWord[rule] ? nil : self.place(in: match, of: rule, in: text)
    if place == nil, !needsWord[rule] { return nil }
    var distance: Int?
    if let context = rules.rules[rule].refinement.context, needsWord[rule] || !excludingWords[rule].isEmpty {
      let window = CodePointPositions.window(in: text, around: match, by: context.window).range
      let column = column(of: match, in: text)
      let named = column == nil ? [] : namedColumns(of: rule, in: text)
      let isNamed = column.map(named.contains) ?? false
      // Where a column's name says what the rule asks for, other columns hold something else.
      if !named.isEmpty, !isNamed { return nil }
      if !context.anyOf.isEmpty {
        distance = isNamed ? 0 : self.distance(of: match, rule, context, window, in: text)
        if distance == nil { return nil }
      }
      if let column, !isNamed, isExcluded(column, for: rule, in: text) { return nil }
      if isExcluded(match, of: rule, context, window, text) { return nil }
    }
    guard let range = place ?? self.place(in: match, of: rule, in: text) else { return nil }
    return Verdict(range: range, contextDistance: distance)
  }

  /// Where in a match the value is; nil where its check finds none.
  private func place(in match: Range<Int>, of rule: Int, in text: Span<UInt8>) -> Range<Int>? {
    guard let validator = rules.validators[rule] else { return match }
    return validator.place(in: Self.bytes(text, match)).map {
      match.lowerBound + $0.lowerBound..<match.lowerBound + $0.upperBound
    }
  }

  /// How far the nearest context word within a window is from a match.
  private mutating func distance(
    of match: Range<Int>, _ rule: Int, _ context: ContextWords, _ window: Range<Int>, in text: Span<UInt8>
  ) -> Int? {
    let front = Self.last(of: contextWords[rule], within: window.lowerBound..<match.lowerBound)
    if let front, !isHeader(front, in: text),
      Self.isNear(front.upperBound..<match.lowerBound, context, in: text),
      !context.isBefore || !RowText.isSpent(front, before: match.lowerBound, in: text)
    {
      return match.lowerBound - front.upperBound
    }
    switch context.side {
    case .before: return nil
    case .either:
      return isNearBehind(match, rule, context, window, in: text) ? Self.behind : nil
    case .row: return isToldBehind(match, rule, window, in: text) ? Self.behind : nil
    }
  }

  /// Whether what is between a word and a value is short enough.
  private static func isNear(_ between: Range<Int>, _ context: ContextWords, in text: Span<UInt8>) -> Bool {
    context.gap.map { CodePointPositions.count(in: text, between) <= $0 } ?? true
  }

  /// Whether a context word stands behind a match, or over it, within the window and near enough.
  private func isNearBehind(
    _ match: Range<Int>, _ rule: Int, _ context: ContextWords, _ window: Range<Int>, in text: Span<UInt8>
  ) -> Bool {
    guard context.gap != nil else {
      return Self.holds(contextWords[rule], match.lowerBound..<window.upperBound)
    }
    let words = contextWords[rule]
    let first = words.partitioningIndex { $0.upperBound > match.upperBound }
    guard let word = words[first...].first(where: { $0.lowerBound >= match.upperBound }) else { return false }
    return word.upperBound <= window.upperBound
      && Self.isNear(match.upperBound..<word.lowerBound, context, in: text)
  }

  /// The distance of a word that stands behind a value, which says less than one in front of it.
  private static let behind = ContextWords.defaultWindow

  /// Whether the first context word behind a match is in its row and has no value of its own.
  private func isToldBehind(
    _ match: Range<Int>, _ rule: Int, _ window: Range<Int>, in text: Span<UInt8>
  ) -> Bool {
    let words = contextWords[rule]
    let first = words.partitioningIndex { $0.upperBound > match.upperBound }
    guard let word = words[first...].first(where: { $0.lowerBound >= match.upperBound }),
      word.upperBound <= window.upperBound
    else { return false }
    return RowText.isOneRow(match.upperBound..<word.lowerBound, in: text)
      && RowText.value(behind: word.upperBound, in: text) == nil
  }

  /// Whether a word is part of a table's head, where it speaks of its own column only.
  private mutating func isHeader(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    table(of: text)?.named(at: word.lowerBound, in: text) != nil
  }

  /// Whether a word that must not be there is: on the line of the match; in front of it and nearer than the word that
  /// speaks for it, where only words in front count.
  private func isExcluded(
    _ match: Range<Int>, of rule: Int, _ context: ContextWords, _ window: Range<Int>, _ text: Span<UInt8>
  ) -> Bool {
    guard !excludingWords[rule].isEmpty else { return false }
    let line = Self.line(of: match, in: window, text)
    guard context.isBefore else { return Self.holds(excludingWords[rule], line) }
    let front = line.lowerBound..<match.lowerBound
    guard let other = Self.last(of: excludingWords[rule], within: front),
      !RowText.isSpent(other, before: match.lowerBound, in: text)
    else { return false }
    guard let nearest = Self.last(of: contextWords[rule], within: front) else { return true }
    // A longer word that ends alike says what the shorter one is about: 'file name', not 'name'.
    return other.upperBound > nearest.upperBound
      || other.upperBound == nearest.upperBound && other.lowerBound < nearest.lowerBound
  }

  /// The last word that lies wholly within a window.
  private static func last(of words: [Range<Int>], within window: Range<Int>) -> Range<Int>? {
    let end = words.partitioningIndex { $0.upperBound > window.upperBound }
    guard end > 0, words[end - 1].lowerBound >= window.lowerBound else { return nil }
    return words[end - 1]
  }

  private static func bytes(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for position in range { bytes.append(text[position]) }
    return bytes
  }

  /// The columns of a table whose names hold a context word, and none that must not be there.
  private mutating func namedColumns(of rule: Int, in text: Span<UInt8>) -> Set<Int> {
    if let known = namedColumns[rule] { return known }
    var named: Set<Int> = []
    if !contextWords[rule].isEmpty, let table = table(of: text) {
      for word in contextWords[rule] {
        if let column = table.named(at: word.lowerBound, in: text) { named.insert(column) }
      }
      if !named.isEmpty {
        for word in excludingWords[rule] {
          if let column = table.named(at: word.lowerBound, in: text) { named.remove(column) }
        }
      }
    }
    namedColumns[rule] = named
    return named
  }

  private mutating func column(of match: Range<Int>, in text: Span<UInt8>) -> Int? {
    table(of: text)?.column(of: match.lowerBound, in: text)
  }

  /// Whether a column's name holds a word that must not be there.
  private mutating func isExcluded(_ column: Int, for rule: Int, in text: Span<UInt8>) -> Bool {
    guard !excludingWords[rule].isEmpty, let table = table(of: text) else { return false }
    return excludingWords[rule].contains { table.named(at: $0.lowerBound, in: text) == column }
  }

  private mutating func table(of text: Span<UInt8>) -> TextColumns? {
    if let columns { return columns }
    let found = TextColumns(text, statements)
    columns = .some(found)
    return found
  }

  /// Whether one of the words lies wholly within a window.
  private static func holds(_ words: [Range<Int>], _ window: Range<Int>) -> Bool {
    let first = words.partitioningIndex { $0.upperBound > window.lowerBound }
    return words[first...].prefix { $0.upperBound <= window.upperBound }
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
