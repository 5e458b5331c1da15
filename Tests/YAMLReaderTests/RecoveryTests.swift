// Reading on after a syntax error: the tree of what survives, and each fault once.
import Diagnostics
import TestSupport
import Testing
import YAMLReader

struct RecoveryTests {
  /// One mistake on a line of its own, its place between 1️⃣ and 2️⃣, and the tree that is left.
  @Test(arguments: [
    ("r:\n  a:\n    b: 1️⃣[2️⃣\n      1\n  c: 2\n", #"{r: {a: {b: ["1"…]}, c: "2"}}"#),
    ("r:\n  a: 1️⃣{2️⃣x: 1\n    y: 2\n  c: 2\n", #"{r: {a: {x: "1"…}, c: "2"}}"#),
    (
      "r:\n  a:\n    b: 1\n  f: 1️⃣[2️⃣\n    b: 1\n    d: 2\n  l: 3\n",
      #"{r: {a: {b: "1"}, f: {b: "1", d: "2"}, l: "3"}}"#
    ),
    ("r:\n  a:\n    b: 1️⃣@2️⃣x\n  c: 2\n", #"{r: {a: {b: ?}, c: "2"}}"#),
    // Quotes.
    ("r:\n  a: 1️⃣\"2️⃣x\n  b: \"y\"\n  c: 2\n", #"{r: {a: ?, b: "y", c: "2"}}"#),
    ("r:\n  a: 1️⃣'2️⃣x\n  c: 2\n", #"{r: {a: ?, c: "2"}}"#),
    ("r:\n  a: 1️⃣\"2️⃣x\n     more\n  c: 'd'\n  e: \"f\"", #"{r: {a: ?, c: "d", e: "f"}}"#),
    ("r:\n  a: [1, 1️⃣\"2️⃣x]\n  b: [\"y\"]\n  c: 2\n", #"{r: {a: ?, b: ["y"], c: "2"}}"#),
    ("r:\n  a: 1\n1️⃣\"2️⃣\n  b: \"y\"\n  c: 2\n", #"{r: {a: "1", b: "y", c: "2"…}…}"#),
    ("r:\n  a: 'it'1️⃣s'2️⃣\n  c: 2\n", #"{r: {a: ?, c: "2"}}"#),
    // Brackets.
    ("r:\n  a: 1️⃣[2️⃣1, [2]\n  c: 2\n", #"{r: {a: ["1", ["2"]…], c: "2"}}"#),
    (
      "r:\n  a: {\n    x: [1, 2],\n    y: 1️⃣[2️⃣3\n  }\n  c: 2\n",
      #"{r: {a: {x: ["1", "2"], y: ["3"…]…}, c: "2"}}"#
    ),
    ("r:\n  a: [1,1️⃣,2️⃣ 2]\n  c: 2\n", #"{r: {a: ["1"…], c: "2"}}"#),
    ("r:\n  a: 1\n1️⃣[2️⃣\n  b: 2\n  c: 2\n", #"{r: {a: "1", b: "2", c: "2"…}…}"#),
    ("r:\n  a: 1\n1️⃣}2️⃣\n  c: 2\n", #"{r: {a: "1", c: "2"…}…}"#),
    ("a: [1,\n  b: 1️⃣[2️⃣2\nc: [3]\nd: 4\n", #"{a: ["1", {b: ["2"…]…}…], c: ["3"], d: "4"}"#),
    // Colons.
    ("r:\n  1️⃣a2️⃣\n    b: 1\n  c: 2\n", #"{r: {a: {b: "1"}, c: "2"}}"#),
    ("r:\n  x: 0\n  1️⃣a2️⃣\n  c: 2\n", #"{r: {x: "0", a: ?, c: "2"}}"#),
    ("r:\n  x:\n    y: 0\n  1️⃣a2️⃣\n    b: 1\n  c: 2\n", #"{r: {x: {y: "0"}, a: {b: "1"}, c: "2"}}"#),
    ("r:\n  a: b1️⃣:2️⃣ x\n  c: 2\n", #"{r: {a: ?, c: "2"}}"#),
    ("r:\n  1️⃣:2️⃣ x\n  c: 2\n", #"{r: {c: "2"…}}"#),
    // Indentation.
    ("r:\n  a:\n    b: 1\n 1️⃣f:2️⃣\n    b: 2\n  c: 2\n", #"{r: {a: {b: "1"}, f: {b: "2"}, c: "2"}}"#),
    ("r:\n  a:\n    b: 1\n   1️⃣d: 32️⃣\n    e: 4\n  c: 2\n", #"{r: {a: {b: "1", d: "3", e: "4"}, c: "2"}}"#),
    (" a: 1\n1️⃣b: 22️⃣\nc: 3\n", #"{a: "1", b: "2", c: "3"}"#),
    ("r:\n  a:\n    b: 1\nkey: 'abc'\n    1️⃣d: 12️⃣\n  c: 2\n", #"{r: {a: {b: "1", d: "1"…}, c: "2"…}…}"#),
    ("r:\n  a: 1\n1️⃣\t2️⃣- x\n  c: 2\n", #"{r: {a: "1", c: "2"…}…}"#),
    // Lists.
    ("r:\n  - a: 1\n  - b: 1️⃣@2️⃣\n  - c: 2\n", #"{r: [{a: "1"}, {b: ?}, {c: "2"}]}"#),
    ("r:\n- a\n- 1️⃣@2️⃣\n- c\ns: 1\n", #"{r: ["a", "c"…], s: "1"}"#),
    ("r:\n  - a\n  - b: 1\n    c: 1️⃣[2️⃣2\n    d: 3\n  - e\n", #"{r: ["a", {b: "1", c: ["2"…], d: "3"}, "e"]}"#),
    // Documents in brackets.
    ("{\n  \"a\": 1\n  1️⃣\"2️⃣b\": 2,\n  \"c\": 3\n}\n", #"{a: "1", b: "2", c: "3"}"#),
    ("{\n  \"a\": [1]\n  1️⃣\"2️⃣b\": 2,\n  \"c\": 3\n}\n", #"{a: ["1"], b: "2", c: "3"}"#),
    ("{\"a\": \"x\" 1️⃣\"2️⃣b\": 2, \"c\": 3}", #"{a: "x", b: "2", c: "3"}"#),
    ("{1️⃣\"a\"2️⃣ 1, \"b\": 2}", #"{a: "1", b: "2"}"#),
    ("{\"a\": [1, 21️⃣}2️⃣, \"b\": 3}", #"{a: ["1", "2"], b: "3"}"#),
    ("{\"r\": {\"a\": 1️⃣[2️⃣1, 2}, \"b\": 3}", #"{r: {a: ["1", "2"]}, b: "3"}"#),
    ("{\n \"a\": 1️⃣\"2️⃣x,\n \"b\": \"y\",\n \"c\": {\"d\": 1}\n}\n", #"{a: ?, b: "y", c: {d: "1"}}"#),
    ("{\"a\": 1,1️⃣,2️⃣ \"b\": 2}", #"{a: "1", b: "2"}"#),
    ("{\"a\": {\"x\": 1️⃣@2️⃣, \"y\": 1}, \"b\": 2}", #"{a: {x: ?, y: "1"}, b: "2"}"#),
    ("{\"a\": {\"x\": 1}}1️⃣, \"b\": 2}2️⃣\n", #"{a: {x: "1"}, b: "2"}"#),
    ("[{\"a\": 1} 1️⃣{2️⃣\"b\": 2}, 3]", #"[{a: "1"}, {b: "2"}, "3"]"#),
    // A root that is nothing but the damage.
    ("1️⃣[2️⃣\na: 1\nb: 2\n", #"{a: "1", b: "2"…}"#),
    ("1️⃣a2️⃣\nb: 2\n", #"{a: ?, b: "2"}"#),
  ])
  func oneMistake(marked: String, outline: String) {
    let source = MarkedSource(marked)
    let result = ReadResult(source.bytes)
    #expect(result.rules == ["yaml-syntax"], "\(result.diagnostics.map(\.message))")
    #expect(result.diagnostics.first?.span.map { $0.start..<$0.end } == source.range("1️⃣", "2️⃣"))
    #expect(result.outline == outline)
  }

  @Test func independentMistakesAreAllReported() {
    let result = ReadResult("a: [1\nb: 'x\nc:\n  d\n    e: 1\n f: @\ng: \"y\"\nh: 1\n")
    #expect(result.rules == Array(repeating: "yaml-syntax", count: 5))
    #expect(result.outline == #"{a: ["1"…], b: ?, c: {d: {e: "1"}, f: ?}, g: "y", h: "1"}"#)
  }

  @Test func lostAnchorsAreNotReportedAgain() {
    #expect(ReadResult("a: [&x\nb: *x\nc: *y\n").diagnostics.map(\.message.count).count == 2)
  }

  @Test func keysInLostLinesAreKnown() throws {
    let document = try #require(ReadResult("r:\n  a: 1\n    b:\n      x: 1\n  c: 2\n").document)
    #expect(document.lostKeys == ["b"])
    let inner = try #require(document.root.entries.first { _ in true }).value
    #expect(inner.isIncomplete && !inner.hasLostKeys)
    #expect(!document.root.isIncomplete)
  }

  @Test func nothingKnownOfTheLostLine() throws {
    let document = try #require(ReadResult("r:\n  a: 1\n  }: :\n  c: 2\n").document)
    let inner = try #require(document.root.entries.first { _ in true }).value
    #expect(inner.isIncomplete && inner.hasLostKeys)
    #expect(!document.root.hasLostKeys)
  }

  @Test func tagHandlesStayKnown() {
    let result = ReadResult("%TAG !y! tag:yaml.org,2002:\n---\na: @\nb: !y!str 12\n")
    #expect(result.rules == ["yaml-syntax"])
    #expect(result.outline == #"{a: ?, b: "12"}"#)
  }

  @Test func errorsAreCapped() {
    var limits = YAMLLimits()
    limits.syntaxErrors = 3
    let text = (0..<10).map { "a\($0): @\n" }.joined()
    let result = ReadResult(text, limits: limits)
    #expect(result.rules == ["yaml-syntax", "yaml-syntax", "yaml-syntax", "limit-exceeded"])
    #expect(result.document?.isIncomplete == true)
  }

  /// Each line is wrong in a way that would have a careless reader look through the rest of the file.
  @Test(arguments: ["k: [\n", "k: \"\n", "k: '\n", " k:\n", "- @\n", "k: {a: [\n", "[\n", "? [\n"])
  func damageOnEveryLine(line: String) {
    let text = String(repeating: line, count: 20_000) + String(repeating: "x,\n", count: 20_000)
    let result = ReadResult(text)
    #expect(!result.diagnostics.isEmpty)
    #expect(result.diagnostics.count <= 101 + 20_000)
    for span in result.diagnostics.compactMap(\.span) { #expect(span.end <= text.utf8.count) }
  }
}
