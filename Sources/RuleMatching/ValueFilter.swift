// Decides which matches of value patterns count. Knows no places and no findings.
internal import RulesetModel
internal import TextMatching

/// The context words of one text, and the checks of values near them.
struct ValueFilter: Sendable {
  /// What a match that counts rests on besides its form.
  struct Verdict {
    /// How far the nearest context word is, in bytes; nil for rules that ask for none.
    let contextDistance: Int?
  }

  private let rules: CompiledRules
  /// By rule: where its context words stand, in order of their ends. Empty for rules that ask for none.
  private var contextWords: [[Range<Int>]]
  /// The same for words that must not be there.
  private var excludingWords: [[Range<Int>]]
  /// The ends of what may begin tables in SQL.
  private var insertStatements: [Int] = []
  /// The text's columns, once somebody asked; nil inside for a text that is no table.
  private var columns: TextColumns??
  /// The columns that context words name, by rule, once asked for.
  private var namedColumns: [Int: Set<Int>] = [:]

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
    insertStatements.removeAll(keepingCapacity: true)
    columns = nil
    if !namedColumns.isEmpty { namedColumns.removeAll(keepingCapacity: true) }
  }

  mutating func add(contextWord range: Range<Int>, of rule: Int) { contextWords[rule].append(range) }

  mutating func add(excludingWord range: Range<Int>, of rule: Int) { excludingWords[rule].append(range) }

  mutating func add(insertStatement end: Int) { insertStatements.append(end) }

  /// Whether no value of a rule can count, because a word that it needs is nowhere.
  func refusesAll(of rule: Int) -> Bool {
    rules.rules[rule].refinement.context?.anyOf.isEmpty == false && contextWords[rule].isEmpty
  }

  /// Where a match of a rule that needs a word can begin, in order and apart; nil for everywhere.
  mutating func starts(of rule: Int, longest: Int, in text: Span<UInt8>) -> [Range<Int>]? {
    guard let context = rules.rules[rule].refinement.context, !context.anyOf.isEmpty,
      namedColumns(of: rule, in: text).isEmpty
    else { return nil }
    var starts: [Range<Int>] = []
    for word in contextWords[rule] {
      let reach = context.isBefore ? 0 : longest
      let window = CodePointPositions.window(in: text, around: word, by: context.window).range
      let first = context.isBefore ? word.upperBound : max(0, window.lowerBound - reach)
      if let last = starts.last, first <= last.upperBound {
        starts[starts.count - 1] = min(first, last.lowerBound)..<max(last.upperBound, window.upperBound)
      } else {
        starts.append(first..<max(first, window.upperBound))
      }
    }
    return starts
  }

  /// Whether a match of a value pattern is what the rule means: a context word near it, and a valid value.
  mutating func verdict(on match: Range<Int>, of rule: Int, in text: Span<UInt8>) -> Verdict? {
    var distance: Int?
    if let context = rules.rules[rule].refinement.context {
      let window = CodePointPositions.window(in: text, around: match, by: context.window).range
      if !context.anyOf.isEmpty {
        let near = context.isBefore ? window.lowerBound..<match.lowerBound : window
        distance = isInNamedColumn(match, of: rule, in: text) ? 0 : self.distance(of: match, rule, near)
        if distance == nil { return nil }
      }
      if isExcluded(match, of: rule, context, window, text) { return nil }
    }
    if let validator = rules.validators[rule] {
      guard validator.accepts(Self.bytes(text, match)) else { return nil }
    }
    return Verdict(contextDistance: distance)
  }

  /// How far the nearest context word within a window is from a match.
  private func distance(of match: Range<Int>, _ rule: Int, _ window: Range<Int>) -> Int? {
    let front = Self.last(of: contextWords[rule], within: window.lowerBound..<match.lowerBound)
    if let front { return match.lowerBound - front.upperBound }
    return Self.holds(contextWords[rule], window) ? ContextWords.defaultWindow : nil
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
    guard let other = Self.last(of: excludingWords[rule], within: front) else { return false }
    guard let nearest = Self.last(of: contextWords[rule], within: front) else { return true }
    // A longer word that ends alike says what the shorter one is about: 'file name', not 'name'.
    return other.upperBound > nearest.upperBound
      || other.upperBound == nearest.upperBound && other.lowerBound < nearest.lowerBound
  }

  /// The last word that lies wholly within a window.
  private static func last(of words: [Range<Int>], within window: Range<Int>) -> Range<Int>? {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].upperBound <= window.upperBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0, words[low - 1].lowerBound >= window.lowerBound else { return nil }
    return words[low - 1]
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

  private mutating func isInNamedColumn(_ match: Range<Int>, of rule: Int, in text: Span<UInt8>) -> Bool {
    let named = namedColumns(of: rule, in: text)
    guard !named.isEmpty, let column = table(of: text)?.column(of: match.lowerBound, in: text) else {
      return false
    }
    return named.contains(column)
  }

  private mutating func table(of text: Span<UInt8>) -> TextColumns? {
    if let columns { return columns }
    let found = TextColumns(text, inserts: insertStatements)
    columns = .some(found)
    return found
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
