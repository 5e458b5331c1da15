// Keeps the capturing groups of a pattern while it is parsed. Knows no syntax.

/// Groups by number and by name, and what refers to them.
struct PatternGroups {
  /// For each number the group's content once it is closed; index 0 is the whole pattern.
  private(set) var contents: [PatternNode?] = [nil]
  /// For each number the width of the group once it is closed.
  private(set) var widths: [PatternWidth?] = [nil]
  /// Groups that a reference or a condition names; only these need capturing.
  private(set) var referenced: Set<Int> = []
  private var names: [String: Int] = [:]
  /// The number of groups when the outermost lookbehind began; nil outside of one.
  private var lookbehindStart: Int?
  /// Where a condition first names each group.
  private var conditions: [Int: Int] = [:]

  mutating func open(name: String?, at offset: Int) throws(RegularExpressionError) -> Int {
    let number = contents.count
    contents.append(nil)
    widths.append(nil)
    guard let name else { return number }
    guard names.updateValue(number, forKey: name) == nil else {
      throw .invalidPattern(message: "redefinition of group name \(name)", offset: offset)
    }
    return number
  }

  mutating func close(_ number: Int, _ content: PatternNode) {
    contents[number] = content
    widths[number] = PatternWidth(of: content, groups: self)
  }

  func number(named name: String, at offset: Int) throws(RegularExpressionError) -> Int {
    guard let number = names[name] else {
      throw .invalidPattern(message: "unknown group name \(name)", offset: offset)
    }
    return number
  }

  /// Marks a group as needed by a reference, and checks that it is closed.
  mutating func refer(to number: Int, at offset: Int) throws(RegularExpressionError) {
    guard number < contents.count else {
      throw .invalidPattern(message: "invalid group reference \(number)", offset: offset)
    }
    guard contents[number] != nil else {
      throw .invalidPattern(message: "cannot refer to an open group", offset: offset)
    }
    try checkLookbehind(number, at: offset)
    referenced.insert(number)
  }

  /// Marks a group as needed by a condition; it may come later in the pattern.
  mutating func condition(on number: Int, at offset: Int) throws(RegularExpressionError) {
    if conditions[number] == nil { conditions[number] = offset }
    try checkLookbehind(number, at: offset)
    referenced.insert(number)
  }

  private func checkLookbehind(_ number: Int, at offset: Int) throws(RegularExpressionError) {
    guard let lookbehindStart else { return }
    guard number < contents.count, contents[number] != nil else {
      throw .invalidPattern(message: "cannot refer to an open group", offset: offset)
    }
    guard number < lookbehindStart else {
      throw .invalidPattern(
        message: "cannot refer to group defined in the same lookbehind subpattern", offset: offset)
    }
  }

  /// Begins a lookbehind; gives true if it is the outermost, which must be ended.
  mutating func beginLookbehind() -> Bool {
    guard lookbehindStart == nil else { return false }
    lookbehindStart = contents.count
    return true
  }

  mutating func endLookbehind() { lookbehindStart = nil }

  /// Checks that every group a condition names exists.
  func checkConditions() throws(RegularExpressionError) {
    for (number, offset) in conditions.sorted(by: { $0.key < $1.key }) where number >= contents.count {
      throw .invalidPattern(message: "invalid group reference \(number)", offset: offset)
    }
  }
}
