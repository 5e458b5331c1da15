// How programming languages mark comments and strings, as a table. Knows no text.

/// The marks of one family of languages.
struct LexicalRules: Sendable {
  struct Comment: Sendable {
    let open: [UInt8]
    let close: [UInt8]
    var nests = false

    init(_ open: String, _ close: String, nests: Bool = false) {
      self.open = Array(open.utf8)
      self.close = Array(close.utf8)
      self.nests = nests
    }
  }

  struct Quote: Sendable {
    enum Escape: Sendable { case backslash, doubling, none }

    let open: [UInt8]
    let close: [UInt8]
    let escape: Escape
    /// Whether the string goes on after the end of a line.
    let spansLines: Bool

    init(_ open: String, _ close: String? = nil, _ escape: Escape = .backslash, spansLines: Bool = false) {
      self.open = Array(open.utf8)
      self.close = Array((close ?? open).utf8)
      self.escape = escape
      self.spansLines = spansLines
    }
  }

  /// Marks after which the rest of the line is a comment.
  let lineComments: [[UInt8]]
  let blockComments: [Comment]
  /// The longer marks first.
  let quotes: [Quote]
  /// Whether what stands outside of `<?` and `?>` is no program.
  var isEmbedded = false

  private init(
    line: [String], block: [Comment], quotes: [Quote], isEmbedded: Bool = false
  ) {
    lineComments = line.map { Array($0.utf8) }
    blockComments = block
    self.quotes = quotes
    self.isEmbedded = isEmbedded
  }

  /// The rules for a language as `source_code` names it; those of C for others.
  static func of(_ language: String) -> LexicalRules {
    switch language {
    case "php": php
    case "python": python
    case "ruby": ruby
    case "sql": sql
    case "swift", "kotlin", "rust", "java": nested(isRust: language == "rust")
    default: script
    }
  }

  private static let script = LexicalRules(
    line: ["//"], block: [Comment("/*", "*/"), Comment("<!--", "-->")],
    quotes: [Quote("`", spansLines: true), Quote("\""), Quote("'")])

  private static func nested(isRust: Bool) -> LexicalRules {
    LexicalRules(
      line: ["//"], block: [Comment("/*", "*/", nests: true)],
      // A single quote in Rust begins a lifetime more often than a character.
      quotes: [Quote("\"\"\"", spansLines: true), Quote("\"", spansLines: isRust)]
        + (isRust ? [] : [Quote("'")]))
  }

  private static let php = LexicalRules(
    line: ["//", "#"], block: [Comment("/*", "*/")],
    quotes: [Quote("\"", spansLines: true), Quote("'", spansLines: true)], isEmbedded: true)

  private static let python = LexicalRules(
    line: ["#"], block: [],
    quotes: [
      Quote("\"\"\"", spansLines: true), Quote("'''", spansLines: true), Quote("\""), Quote("'"),
    ])

  private static let ruby = LexicalRules(
    line: ["#"], block: [Comment("\n=begin", "\n=end")],
    quotes: [Quote("\"", spansLines: true), Quote("'", spansLines: true), Quote("`")])

  /// Double quotes and backquotes hold names in SQL.
  private static let sql = LexicalRules(
    line: ["--"], block: [Comment("/*", "*/")], quotes: [Quote("'", nil, .doubling, spansLines: true)])
}
