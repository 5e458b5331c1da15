// What RFC 8259 accepts is read, what it refuses is refused, each with a place.
// In the spirit of the public parsing test suites (N. Seriot, "Parsing JSON is a Minefield", 2016).
import CanonicalJSON
import Testing

struct JSONAcceptanceTests {
  static let accepted: [(text: String, canonical: String)] = [
    ("null", "null"), ("true", "true"), ("false", "false"), (" \t\r\n null \n", "null"),
    ("0", "0"), ("-0", "0"), ("1", "1"), ("-1", "-1"), ("10", "10"), ("1.0", "1"), ("1.50", "1.5"),
    ("0e0", "0"), ("0E+1", "0"), ("-0e-1", "0"), ("1e2", "100"), ("1E-2", "0.01"), ("123.456e3", "123456"),
    ("-1.5e-10", "-1.5e-10"), ("1e-400", "0"), ("-0.0", "0"),
    ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
    ("9223372036854775808", "9223372036854775808"), ("-9223372036854775809", "-9223372036854775809"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("999999999999999999", "999999999999999999"), ("1000000000000000000", "1000000000000000000"),
    ("\"\"", "\"\""), ("\"a\"", "\"a\""), ("\"\u{7F}\"", "\"\u{7F}\""), ("\"\u{2028}\"", "\"\u{2028}\""),
    ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\""), ("\"\\u0000\"", "\"\\u0000\""),
    ("\"\\u001f\\u0020\\u00e9\"", "\"\\u001f é\""), ("\"\\uD83D\\uDE00\"", "\"😀\""),
    ("\"\\ud83d\\ude00\"", "\"😀\""), ("\"\\uFFFF\\uFFFE\"", "\"\u{FFFF}\u{FFFE}\""),
    ("\"\\uDBFF\\uDFFF\"", "\"\u{10FFFF}\""), ("\"\\u0065\\u0301\"", "\"e\u{301}\""),
    ("\"😀\"", "\"😀\""), ("\"\u{FEFF}\"", "\"\u{FEFF}\""),
    ("[]", "[]"), ("[ ]", "[]"), ("[1,[2,{}]]", "[1,[2,{}]]"), ("[null , 1]", "[null,1]"),
    ("{}", "{}"), ("{ }", "{}"), ("{\"a\":1}", "{\"a\":1}"), ("{\"\":0}", "{\"\":0}"),
    ("{\"b\":1,\"a\":[]}", "{\"a\":[],\"b\":1}"), ("{ \"a\" : 1 , \"b\" : 2 }", "{\"a\":1,\"b\":2}"),
    ("{\"a\\u0000b\":1}", "{\"a\\u0000b\":1}"), ("{\"e\u{301}\":1,\"é\":2}", "{\"e\u{301}\":1,\"é\":2}"),
    ("[1.0000000000000002]", "[1.0000000000000002]"), ("[\"\\u002c\"]", "[\",\"]"),
  ]

  @Test(arguments: accepted.indices)
  func isRead(_ index: Int) throws {
    let (text, canonical) = Self.accepted[index]
    let value = try JSONReader.read(text: text)
    #expect(value.canonicalText.utf8.elementsEqual(canonical.utf8), "\(text)")
    #expect(try JSONReader.read(text: canonical) == value)
  }

  /// The text, and the byte offset of the fault.
  static let refused: [(text: String, offset: Int)] = [
    ("", 0), (" ", 1), ("\u{FEFF}1", 0), ("nul", 0), ("nulll", 4), ("Null", 0), ("TRUE", 0), ("tru", 0),
    ("NaN", 0), ("Infinity", 0), ("-Infinity", 1), ("undefined", 0), ("'a'", 0), ("a", 0), ("\\u0031", 0),
    ("+1", 0), ("-", 1), ("--1", 1), ("01", 0), ("-01", 0), ("00", 0), ("1.", 2), (".5", 0), ("-.5", 1),
    ("1.e1", 2), ("1e", 2), ("1e+", 3), ("1e1.5", 3), ("1.2.3", 3), ("0x10", 1), ("1_000", 1), ("1 2", 2),
    ("1e400", 0), ("-1e400", 0), ("1,", 1), ("１", 0),
    ("\"", 0), ("\"a", 0), ("\"\\\"", 0), ("\"\\\"x", 0), ("\"\n\"", 1), ("\"\t\"", 1), ("\"\u{0}\"", 1),
    ("\"\u{1F}\"", 1), ("\"\\a\"", 1), ("\"\\x41\"", 1), ("\"\\'\"", 1), ("\"\\u\"", 3), ("\"\\u00\"", 5),
    ("\"\\u00G0\"", 5), ("\"\\U0041\"", 1), ("\"\\ud800\"", 1), ("\"\\udc00\"", 1), ("\"\\ud800\\n\"", 1),
    ("\"\\ud800x\"", 1), ("\"\\ud800\\ud800\"", 1), ("\"\\ud800\\u0041\"", 1), ("\"\\udc00\\ud800\"", 1),
    ("\"\\ud800\\u\"", 9), ("\"\\", 2), ("\"\\u12", 5),
    ("[", 1), ("]", 0), ("[1", 2), ("[1,", 3), ("[1,]", 3), ("[,1]", 1), ("[,]", 1), ("[1 2]", 3),
    ("[1,,2]", 3),
    ("[1}", 2), ("[]]", 2), ("[1]x", 3), ("[\"a\"", 4), ("[1,\n1\n,1", 8), ("[\u{B}1]", 1), ("[\u{A0}1]", 1),
    ("{", 1), ("}", 0), ("{\"a\"", 4), ("{\"a\":", 5), ("{\"a\":1", 6), ("{\"a\":1,", 7), ("{\"a\":1,}", 7),
    ("{\"a\" 1}", 5), ("{\"a\",1}", 4), ("{a:1}", 1), ("{'a':1}", 1), ("{1:1}", 1), ("{null:1}", 1),
    ("{,}", 1),
    ("{\"a\":1 \"b\":2}", 7), ("{\"a\":1]", 6), ("{\"a\":1}}", 7), ("{:1}", 1), ("{\"a\"::1}", 5),
    ("{\"a\":1,\"a\":1}", 0), ("{\"b\":1,\"a\":2,\"b\":3}", 0), ("{\"a\":1,\"\\u0061\":2}", 0),
    ("[{\"a\":1,\"a\":2}]", 1),
    ("// x\n1", 0), ("/* */1", 0), ("1 // x", 2), ("# x", 0), ("{} {}", 3), ("\u{2028}1", 0), ("1\u{0}", 1),
  ]

  @Test(arguments: refused.indices)
  func isRefused(_ index: Int) {
    let (text, offset) = Self.refused[index]
    let error = #expect(throws: JSONReadError.self, "\(text)") { try JSONReader.read(text: text) }
    #expect(error?.offset == offset, "\(text): \(error.map(\.description) ?? "")")
  }

  /// Sequences that are not UTF-8: lone, overlong, surrogate, too large, cut.
  static let malformedUTF8: [[UInt8]] = [
    [0x80], [0xFF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
  ]

  @Test(arguments: malformedUTF8)
  func isNotUTF8(_ bytes: [UInt8]) {
    let error = #expect(throws: JSONReadError.self) {
      try JSONReader.read([0x22, 0x61] + bytes + [0x22])
    }
    #expect(error?.offset == 2)
  }

  @Test func otherEncodings() {
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x31, 0], [0, 0x31], [0xEF, 0xBB, 0xBF, 0x31]] {
      #expect(throws: JSONReadError.self) { try JSONReader.read(bytes) }
    }
  }

  @Test func depth() throws {
    func nested(_ depth: Int, _ open: String, _ close: String) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      _ = try JSONReader.read(text: nested(128, open, close))
      #expect(throws: JSONReadError.self) { try JSONReader.read(text: nested(129, open, close)) }
      #expect(throws: JSONReadError.self) { try JSONReader.read(text: nested(1_000_000, open, close)) }
      _ = try JSONReader.read(text: nested(2, open, close), maximumDepth: 2)
      #expect(throws: JSONReadError.self) {
        try JSONReader.read(text: nested(3, open, close), maximumDepth: 2)
      }
    }
    // Depth counts what is open, not what was.
    _ = try JSONReader.read(text: "[" + String(repeating: "[[]],", count: 1000) + "[]]", maximumDepth: 3)
  }

  @Test func longNumbers() throws {
    let digits = String(repeating: "9", count: 4096)
    #expect(try JSONReader.read(text: digits) == .bigInteger(digits))
    #expect(throws: JSONReadError.self) { try JSONReader.read(text: digits + "9") }
    #expect(throws: JSONReadError.self) { try JSONReader.read(text: "0." + digits) }
    #expect(throws: JSONReadError.self) {
      try JSONReader.read(text: String(repeating: "9", count: 1_000_000))
    }
  }
}
