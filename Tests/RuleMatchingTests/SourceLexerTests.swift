// Comments and strings of programs, language by language.
import RulesetModel
import Testing

@testable import RuleMatching

@Suite struct SourceLexerTests {
  /// The class of each place marked by `title`, in order.
  private func classes(_ text: String, _ language: String) -> [LexicalClass?] {
    var copy = text
    copy.makeContiguousUTF8()
    let bytes = copy.utf8Span.span
    let lexer = SourceLexer(bytes, language: language)
    let word = Array("title".utf8)
    var found: [LexicalClass?] = []
    for position in 0..<max(0, bytes.count - word.count + 1)
    where word.indices.allSatisfy({ bytes[position + $0] == word[$0] }) {
      found.append(lexer.lexicalClass(at: position, in: bytes))
    }
    return found
  }

  @Test(arguments: [
    ("javascript", "title = 'title'; // title\n/* title */ `title ${x}` \"a\\\" title\""),
    ("java", "title = \"title\"; // title\n/* title */ \"\"\"\ntitle\"\"\" + \"\\\"title\""),
    ("go", "title = \"title\" // title\n/* title */ `title\n` + 'title'"),
  ])
  func cLike(language: String, text: String) {
    #expect(classes(text, language) == [.identifier, .string, .comment, .comment, .string, .string])
  }

  @Test func pythonAndRuby() {
    #expect(
      classes("title = 'title' # title\n\"\"\"x 'title\n\"\"\"", "python")
        == [.identifier, .string, .comment, .string])
    #expect(
      classes("title = 'title' # title\n=begin\ntitle\n=end\ntitle", "ruby")
        == [.identifier, .string, .comment, .comment, .identifier])
  }

  @Test func phpIsOnlyBetweenItsMarks() {
    #expect(
      classes("<title><?php title('title'); # title ?> title <?= title ?>", "php")
        == [nil, .identifier, .string, .comment, nil, .identifier])
  }

  @Test func sqlDoublesItsQuotes() {
    #expect(
      classes("select \"title\", title from t where a = 'it''s title' -- title", "sql")
        == [.identifier, .identifier, .string, .comment])
  }

  @Test func nestedCommentsAndLifetimes() {
    #expect(classes("/* a /* b */ title */ title", "swift") == [.comment, .identifier])
    #expect(classes("fn f<'a>(title: &'a str)", "rust") == [.identifier])
  }

  @Test(arguments: ["javascript", "python", "php", "ruby", "sql", "swift", "rust", "cobol"])
  func whatIsNotClosedEndsWithTheText(language: String) {
    for text in ["/* title", "\"title", "'title\\", "`title", "'''title", "<?php /* title", "\\", ""] {
      _ = classes(text, language)
    }
  }
}
