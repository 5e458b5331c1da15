// The flags of Python's `re` that change what a part of a pattern means. Knows no syntax.

/// Flags in force at a place of a pattern.
package struct PatternFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `i`: letters equal each other without regard to case.
  package static let ignoreCase = PatternFlags(rawValue: 1)
  /// `m`: `^` and `$` also match at line ends.
  package static let multiline = PatternFlags(rawValue: 2)
  /// `s`: `.` also matches a newline.
  package static let dotAll = PatternFlags(rawValue: 4)
  /// `x`: whitespace and comments in the pattern are skipped.
  package static let verbose = PatternFlags(rawValue: 8)
  /// `a`: `\w`, `\d`, `\s`, `\b` and case are those of ASCII.
  package static let ascii = PatternFlags(rawValue: 16)
  /// `u`: the opposite of `a`, and the default.
  static let unicode = PatternFlags(rawValue: 32)

  /// The flag that a letter stands for between `(?` and `)`.
  static func named(_ letter: UInt32) -> PatternFlags? {
    switch Unicode.Scalar(letter) {
    case "i": .ignoreCase
    case "m": .multiline
    case "s": .dotAll
    case "x": .verbose
    case "a": .ascii
    case "u": .unicode
    default: nil
    }
  }
}
