// The syntax tree of a pattern in Python's `re` syntax. Knows no engine.

/// A part of a pattern.
indirect enum PatternNode: Sendable, Equatable {
  case literal(UInt32, PatternFlags)
  /// `.`
  case any(PatternFlags)
  case set(PatternSet, PatternFlags)
  case anchor(PatternAnchor, PatternFlags)
  case sequence([PatternNode])
  case alternation([PatternNode])
  /// A capturing group by its number in the pattern.
  case capture(Int, PatternNode)
  /// `(?:…)`, also with flags of its own.
  case group(PatternNode)
  /// `(?>…)`
  case atomic(PatternNode)
  case look(behind: Bool, negated: Bool, PatternNode)
  case repetition(PatternNode, PatternCount)
  case backreference(Int, PatternFlags)
  case conditional(Int, PatternNode, PatternNode?)
}

/// A place that a pattern can ask for without taking a character.
enum PatternAnchor: Sendable {
  case caret, dollar, textStart, textEnd, wordBoundary, notWordBoundary
}

/// How often a part may come.
struct PatternCount: Sendable, Equatable {
  enum Kind: Sendable { case greedy, lazy, possessive }

  let minimum: Int
  /// Nil: without end.
  let maximum: Int?
  let kind: Kind
}

/// A class of characters: `[…]`, or one of `\d \D \s \S \w \W`.
struct PatternSet: Sendable, Hashable {
  enum Item: Sendable, Hashable {
    case literal(UInt32)
    case range(UInt32, UInt32)
    case category(Category, negated: Bool)
  }

  enum Category: Sendable, Hashable { case digit, space, word }

  var items: [Item]
  var negated = false
}
