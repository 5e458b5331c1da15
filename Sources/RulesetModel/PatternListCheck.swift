// Notes patterns that can't do what they seem to. Knows no regular expressions.
internal import CanonicalJSON
internal import ComponentKit

/// Checks the lists of patterns of one rule. What it finds is odd, not wrong: the Python framework takes it.
enum PatternListCheck {
  static func check(_ patterns: [String], _ valuePatterns: [String], _ reader: inout RulesetFieldReader) {
    noteRepetitions(patterns.map(folded), of: "patterns", &reader)
    noteRepetitions(valuePatterns, of: "value_patterns", &reader)
    for (index, pattern) in patterns.enumerated() where hasWhiteSpaceAtEnd(pattern) {
      reader.fail(
        "the pattern '\(pattern)' begins or ends with white space, which must not stand beside a letter or "
          + "digit: it is hardly ever found; remove the white space",
        at: .key("patterns"), .index(index), warning: true)
    }
  }

  private static func noteRepetitions(_ texts: [String], of key: String, _ reader: inout RulesetFieldReader) {
    var seen: Set<[UInt8]> = []
    for (index, text) in texts.enumerated() where !seen.insert(Array(text.utf8)).inserted {
      reader.fail(
        "the pattern '\(text)' stands twice in '\(key)'; remove one", at: .key(key), .index(index),
        warning: true)
    }
  }

  /// Case does not matter to patterns.
  private static func folded(_ text: String) -> String { text.lowercased() }

  private static func hasWhiteSpaceAtEnd(_ text: String) -> Bool {
    func isSpace(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isWhitespace ?? false }
    return isSpace(text.unicodeScalars.first) || isSpace(text.unicodeScalars.last)
  }
}
