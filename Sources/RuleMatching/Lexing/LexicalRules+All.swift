// The languages whose comments and strings are told apart, as a table. Knows no text.
internal import RulesetModel

extension LexicalRules {
  /// The rules for a language as `source_code` names it; those of C for others.
  ///
  /// - Parameter isMarkup: Whether the text begins with `<`, as templates do.
  static func of(_ language: String, isMarkup: Bool = false) -> LexicalRules {
    switch language {
    case "php": php
    case "javascript", "typescript": script
    case "python": python
    case "java": java
    case "kotlin": kotlin
    case "go": go
    case "ruby": isMarkup ? rubyTemplate : ruby
    case "csharp": csharp
    case "swift": swift
    case "rust": rust
    case "sql": sql
    default: other
    }
  }

  private static let block = Comment("/*", "*/")
  private static let nestedBlock = Comment("/*", "*/", nests: true)

  private static let script = LexicalRules(
    line: ["//", "#!"], block: [block, Comment("<!--", "-->")],
    quotes: [Quote("`", spansLines: true, .dollar), Quote("\""), Quote("'")], [.regularExpressions, .markup],
    keywords: [
      "return", "typeof", "instanceof", "in", "of", "new", "delete", "void", "throw", "case", "do", "else",
      "yield",
      "await", "default",
    ])

  private static let php = LexicalRules(
    line: ["//", "#"], block: [block],
    quotes: [
      Quote("\"", spansLines: true, .phpVariable, .dollar, namesVariables: true),
      Quote("'", spansLines: true),
      Quote("`", spansLines: true, .phpVariable, .dollar, namesVariables: true),
    ], [.phpDocuments], embedding: Embedding("<?", "?>"))

  private static let python = LexicalRules(
    line: ["#"], block: [],
    quotes: [
      Quote("\"\"\"", spansLines: true), Quote("'''", spansLines: true), Quote("\""), Quote("'"),
    ], [.python])

  private static let java = LexicalRules(
    line: ["//"], block: [block], quotes: [Quote("\"\"\"", spansLines: true), Quote("\""), Quote("'")])

  private static let kotlin = LexicalRules(
    line: ["//", "#!"], block: [nestedBlock],
    quotes: [
      Quote("\"\"\"", nil, .none, spansLines: true, .dollar, namesVariables: true),
      Quote("\"", nil, .backslash, .dollar, namesVariables: true), Quote("'"),
    ])

  private static let go = LexicalRules(
    line: ["//"], block: [block], quotes: [Quote("`", nil, .none, spansLines: true), Quote("\""), Quote("'")])

  private static let ruby = LexicalRules(
    line: ["#"], block: [Comment("\n=begin", "\n=end")], quotes: rubyQuotes, [.ruby, .regularExpressions],
    keywords: rubyKeywords)

  private static let rubyTemplate = LexicalRules(
    line: ["#"], block: [], quotes: rubyQuotes, [.regularExpressions], keywords: rubyKeywords,
    embedding: Embedding("<%", "%>"))

  private static let rubyQuotes = [
    Quote("\"", spansLines: true, .number), Quote("'", spansLines: true),
    Quote("`", spansLines: true, .number),
  ]

  private static let rubyKeywords: Set<String> = [
    "if", "elsif", "unless", "while", "until", "and", "or", "not", "when", "return", "then", "in", "do",
    "else",
  ]

  private static let csharp = LexicalRules(
    line: ["//"], block: [block], quotes: [Quote("\""), Quote("'")], [.csharp])

  private static let swift = LexicalRules(
    line: ["//", "#!"], block: [nestedBlock],
    quotes: [Quote("\"\"\"", spansLines: true, .parenthesis), Quote("\"", nil, .backslash, .parenthesis)],
    [.swift])

  private static let rust = LexicalRules(
    line: ["//"], block: [nestedBlock], quotes: [Quote("\"", spansLines: true)], [.rust])

  /// Double quotes and backquotes hold names in SQL.
  private static let sql = LexicalRules(
    line: ["--", "# "], block: [block],
    quotes: [
      Quote("'", nil, .sql, spansLines: true), Quote("\"", nil, .doubling, lexicalClass: .identifier),
      Quote("`", nil, .doubling, lexicalClass: .identifier),
    ])

  private static let other = LexicalRules(
    line: ["//"], block: [block], quotes: [Quote("`", spansLines: true), Quote("\""), Quote("'")])
}
