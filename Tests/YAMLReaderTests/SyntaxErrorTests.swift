// Broken YAML: the rule, the place, and the words.
import Diagnostics
import TestSupport
import Testing
import YAMLReader

struct SyntaxErrorTests {
  /// Sources with the place of the one error between 1️⃣ and 2️⃣.
  @Test(arguments: [
    ("a: b1️⃣:2️⃣ c", "a second ':'"),
    ("name: x\n1️⃣description2️⃣\nartifacts: 1\n", "a ':' is missing after"),
    ("name: x\ndescription1️⃣:2️⃣y\nartifacts: 1\n", "a space is missing"),
    ("a1️⃣:2️⃣b\nc: d", "a space is missing"),
    ("a: 1\n  1️⃣b2️⃣: 2\n", "this line is indented more"),
    ("key with\n  two1️⃣:2️⃣ lines\n", "a ':' is missing in the line above"),
    ("a: 1️⃣[2️⃣1, 2\nb: 3", "this '[' is not closed"),
    ("a: 1️⃣{2️⃣x: 1\nb: 3\n", "this '{' is not closed"),
    ("a: [1, 1️⃣[2️⃣2\n", "this '[' is not closed"),
    ("a: 1️⃣[2️⃣\n", "this '[' is not closed"),
    ("a: 1️⃣\"2️⃣b\nc: d\n", "this quote is not closed"),
    ("a: 1️⃣'2️⃣b\n", "this quote is not closed"),
    ("é: 日本\nb: 1️⃣'2️⃣🐟\n", "this quote is not closed"),
    ("a:\n1️⃣\t2️⃣- b\n", "a tab can't"),
    ("a:\n  b: 1\n1️⃣\t2️⃣c: 2\n", "a tab can't"),
    ("a: |\n1️⃣\t2️⃣b\n", "a tab can't"),
    ("a:\n  b: 1\n 1️⃣c: 22️⃣\n", "this line's indentation fits no line above"),
    ("a:\n  - x: 1\n   1️⃣y: 22️⃣", "this line's indentation fits no line above"),
    ("a: 1️⃣@2️⃣x", "a text can't begin with '@'"),
    ("a: 1️⃣`2️⃣x", "a text can't begin with '`'"),
    ("a: 1️⃣%2️⃣x", "a text can't begin with '%'"),
    ("1️⃣%x: 12️⃣\n", "a line that begins with '%'"),
    ("a: 1️⃣*.md2️⃣\n", "a text that begins with '*' must be quoted"),
    ("a: 1️⃣&2️⃣\n", "a text that begins with '&' must be quoted"),
    ("a: 1️⃣-2️⃣ b\n", "a list item can't begin here"),
    ("a: b\n1️⃣-2️⃣ c", "a list item can't stand here"),
    ("a: \"b\" 1️⃣c2️⃣\n", "the value ends before this"),
    ("a: 'it'1️⃣s'2️⃣", "the value ends before this"),
    ("a: \"1️⃣\\q2️⃣\"", "this is not an escape sequence"),
    ("a: [1,1️⃣,2️⃣2]", "a value is expected here"),
    ("a: 1️⃣!y!x 12️⃣", "this tag's handle"),
    ("a: b\n1️⃣:2️⃣ c", "a key is missing"),
    ("{1️⃣:2️⃣ c}", "a key is missing"),
    ("a: | 1️⃣x2️⃣\n  b", "the text of a block begins on the next line"),
    ("{a: 1} 1️⃣b2️⃣", "the document ends before this"),
    ("a: 1️⃣*x2️⃣", "the alias '*x' refers to no anchor"),
    ("a: &x [1️⃣*x2️⃣]", "the alias '*x' stands inside"),
    ("a: \"b1️⃣\u{0B}2️⃣\"", "the control character U+000B"),
    ("a: é\nb: \"1️⃣\u{9B}2️⃣\"", "the control character U+009B"),
  ])
  func syntaxError(marked: String, message: String) throws {
    let source = MarkedSource(marked)
    let result = ReadResult(source.bytes)
    let error = try #require(result.diagnostics.first)
    #expect(result.rules == ["yaml-syntax"])
    #expect(error.message.hasPrefix(message), "\(error.message)")
    #expect(error.span.map { $0.start..<$0.end } == source.range("1️⃣", "2️⃣"))
  }

  @Test(arguments: [
    ("a: 1\n1️⃣a2️⃣: 2", "duplicate-key"),
    ("a: 1\n1️⃣\"a\"2️⃣: 2", "duplicate-key"),
    ("{é: 1, 1️⃣é2️⃣: 2}", "duplicate-key"),
    ("a: {<<: {b: 1}, 1️⃣<<2️⃣: {c: 1}}", "duplicate-key"),
    ("1️⃣[a]2️⃣: b", "key-not-a-string"),
    ("? 1️⃣{a: b}2️⃣\n: c", "key-not-a-string"),
    ("?1️⃣2️⃣\n: b", "key-not-a-string"),
    ("a: &x [1]\n1️⃣*x2️⃣ : b", "key-not-a-string"),
    ("a: {<<: 1️⃣b2️⃣}", "wrong-node-kind"),
    ("a: {<<: [{b: c}, 1️⃣d2️⃣]}", "wrong-node-kind"),
    ("a: b\n1️⃣---2️⃣\nc: d", "several-documents"),
    ("a: b\n...\n1️⃣---2️⃣\nc: [", "several-documents"),
    ("1️⃣2️⃣", "empty-document"),
    ("1️⃣2️⃣# only a comment\n\n", "empty-document"),
    ("\u{FEFF}1️⃣2️⃣", "empty-document"),
    ("1️⃣2️⃣---\n", "empty-document"),
  ])
  func otherFault(marked: String, rule: String) throws {
    let source = MarkedSource(marked)
    let result = ReadResult(source.bytes)
    #expect(result.rules == [rule])
    #expect(result.diagnostics.first?.span.map { $0.start..<$0.end } == source.range("1️⃣", "2️⃣"))
  }

  @Test func duplicateKeepsTheFirstAndShowsIt() throws {
    let source = MarkedSource("1️⃣a2️⃣: 1\nb: 2\na: [3]\na: 4")
    let result = ReadResult(source.bytes)
    #expect(result.rules == ["duplicate-key", "duplicate-key"])
    #expect(result.outline == #"{a: "1", b: "2"}"#)
    let labels = result.diagnostics.flatMap(\.labels).map { $0.span.start..<$0.span.end }
    #expect(labels == [0..<1, 0..<1])
  }

  @Test func duplicatesAreFoundAmongManyKeys() {
    let lines = (0..<1000).map { "key_\($0): \($0)" } + ["key_500: again"]
    let result = ReadResult(lines.joined(separator: "\n"))
    #expect(result.rules == ["duplicate-key"])
    #expect(result.document?.root.count == 1000)
    #expect(result.document.map { Array($0.root.entries).count } == 1000)
  }

  @Test func whatComesBeforeAnErrorIsKept() {
    let result = ReadResult("a: 1\nb:\n  c: [2, 3]\n  d: [4, \"\n")
    #expect(result.rules == ["yaml-syntax"])
    #expect(result.outline == #"{a: "1", b: {c: ["2", "3"], d: ?}}"#)
    #expect(ReadResult("a: 1\nb: @\n").outline == #"{a: "1", b: ?}"#)
  }

  @Test func controlCharactersAreAllReportedAndTheRestIsRead() {
    let result = ReadResult("a: \"\u{01}\"\nb: \"\u{7F}x\"\nc: d")
    #expect(result.rules == ["yaml-syntax", "yaml-syntax"])
    #expect(result.outline == #"{a: "?", b: "?x", c: "d"}"#)
  }
}
