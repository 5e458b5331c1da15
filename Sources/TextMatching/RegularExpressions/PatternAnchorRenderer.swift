// Writes anchors for PCRE2. Knows no other parts of a pattern.

/// Renders `^ $ \A \Z \b \B` with Python's meaning.
///
/// PCRE2 runs with ALT_CIRCUMFLEX, so that `^` with `m` also matches after a newline that ends the text.
/// Python's `\B` does not match in an empty text.
enum PatternAnchorRenderer {
  static func render(_ anchor: PatternAnchor, _ flags: PatternFlags) -> String {
    let isMultiline = flags.contains(.multiline)
    switch anchor {
    case .caret: return isMultiline ? "(?m:^)" : "\\A"
    case .dollar: return isMultiline ? "(?m:$)" : "\\Z"
    case .textStart: return "\\A"
    case .textEnd: return "\\z"
    case .wordBoundary: return flags.contains(.ascii) ? asciiBoundary : "\\b"
    case .notWordBoundary: return "(?!\\A\\z)" + (flags.contains(.ascii) ? asciiNoBoundary : "\\B")
    }
  }

  private static let word = "[0-9A-Z_a-z]"
  private static let asciiBoundary = "(?:(?<=\(word))(?!\(word))|(?<!\(word))(?=\(word)))"
  private static let asciiNoBoundary = "(?:(?<=\(word))(?=\(word))|(?<!\(word))(?!\(word)))"
}
