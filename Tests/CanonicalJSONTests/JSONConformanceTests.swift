// Texts by the categories of the public JSON parsing test suites: those that every reader must accept, those that
// every reader must refuse, and those that RFC 8259 leaves open, with what this one does.
import CanonicalJSON
import Testing

struct JSONConformanceTests {
  private static func accepts(_ text: String) -> Bool { (try? JSONReader.read(text: text)) != nil }
  private static func accepts(_ bytes: [UInt8]) -> Bool { (try? JSONReader.read(bytes)) != nil }

  static let mustAccept: [String: [String]] = [
    "arrays": [
      "[]", "[ ]", "[\n]", "[\t]", "[\r]", "[[]]", "[[],[]]", "[[[[]]]]", "[\"\"]", "[\"a\"]", "[false]",
      "[null]",
      "[1,null,1]", "[1,2]", "[1 , 2]", "[1\n,2]", " [1]", "[1] ", "[1]\n", "[2] \t\r\n", "[[1],{\"a\":2}]",
      "[null,null,null]", "[true,false]", "[\"a\",\"b\"]", "[{}]", "[{},{}]", "[-1]", "[1e5]",
    ],
    "objects": [
      "{}", "{ }", "{\n}", "{\"\":0}", "{\"a\":[]}", "{\"a\":{}}", "{\"a\":\"b\"}",
      "{\"a\":\"b\",\"c\":\"d\"}",
      "{\"a\":null}", "{\"a\\u0000b\":12}", "{\"\\u0430\\u0431\":1}", "{\"a\" : 1}", "{\"a\":\n1}",
      "{\n\"a\":\"b\"\n}", "{\"min\":-1.0e+28,\"max\":1.0e+28}",
      "{\"x\":[{\"id\":\"xxxx\"}],\"id\":\"xxxx\"}",
      "{\"a\":{\"a\":{\"a\":1}}}", "{\"b\":1,\"a\":2}", "{\"A\":1,\"a\":2}", "{\"a\":1,\"aa\":2}",
      "{\"\\\"\":1}",
      "{\"\\\\\":1}", "{\"/\":1}",
    ],
    "numbers": [
      "0", "-0", "1", "-1", "9", "10", "-10", "123", "0.1", "-0.1", "0.0", "-0.0", "1.5", "123.456", "1e1",
      "1E1",
      "1e+1", "1E+1", "1e-1", "1E-1", "0e1", "0e+1", "0E0", "0.5e5", "123e65", "123.456e78", "-123", "1e-2",
      "20e1", "-0.000000000000000000000000000000000000000000000000000000000000000000000000000001",
      "9007199254740991", "9007199254740993", "18446744073709551616", "-9223372036854775808",
      "1.7976931348623157e308",
      "5e-324", "0.000001", "1000000000000000000000", "3.141592653589793",
    ],
    "strings": [
      "\"\"", "\" \"", "\"a\"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"\\b\"", "\"\\f\"", "\"\\n\"", "\"\\r\"",
      "\"\\t\"", "\"\\u0000\"", "\"\\u0001\"", "\"\\u001F\"", "\"\\u0020\"", "\"\\u007F\"", "\"\\u00A0\"",
      "\"\\u0123\"", "\"\\u0821\"", "\"\\u2028\"", "\"\\u2029\"", "\"\\u2060\"", "\"\\uFB33\"", "\"\\uFDD0\"",
      "\"\\uFFFE\"", "\"\\uFFFF\"", "\"\\uD801\\uDC37\"", "\"\\ud83d\\ude39\"", "\"\\uDBFF\\uDFFE\"",
      "\"\\uD83F\\uDFFE\"", "\"\\u0060\\u012a\\u12AB\"", "\"\\\\u0000\"", "\"\\\\a\"", "\"\\\\n\"",
      "\"\\\"\\\\\\/\"",
      "\"\u{7F}\"", "\"\u{80}\"", "\"\u{2028}\"", "\"\u{2029}\"", "\"é\"", "\"ü\"", "\"€\"", "\"😀\"",
      "\"\u{10FFFF}\"",
      "\"\u{FFFF}\"", "\"\u{FEFF}\"", "\"a/*b*/c\"", "\"a//b\"", "\"{[\"", "\"]}\"", "\",\"", "\":\"",
      "\"null\"",
    ],
    "structure": [
      "null", "true", "false", "42", "\"asd\"", " null", "null ", "\tnull\n", "\r\n[]\r\n", "-0.1", "[true]",
      "\n{\n\"a\"\n:\n1\n}\n",
    ],
  ]

  static let mustRefuse: [String: [String]] = [
    "arrays": [
      "[", "]", "[1", "[1,", "[1,]", "[,", "[,1]", "[,]", "[1,,2]", "[1,,]", "[,,]", "[1 true]", "[a]",
      "[\"a\"",
      "[\"a\",", "[\"\"", "[1]]", "[[1]", "[1}", "[1:2]", "[\"a\":1]", "[3[4]]", "[-]", "[*]", "[1,\n1\n,1",
      "[\"\",]",
      "[\"x\"]]", "[\u{B}1]", "[1]a", "[;1]", "[1;2]", "[(1)]", "[...]",
    ],
    "objects": [
      "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{\"a\":1,,\"b\":2}",
      "{:1}", "{1:1}",
      "{a:1}", "{'a':1}", "{null:1}", "{true:1}", "{[]:1}", "{\"a\" 1}", "{\"a\",1}", "{\"a\"=1}",
      "{\"a\":1]",
      "{\"a\":1}}", "{\"a\":1}{", "{\"a\":1 \"b\":2}", "{\"a\":1;}", "{\"a\"::1}", "{\"a\":}", "{\"a\":a}",
      "{\"a\":\"b\"}#",
      "{\"a\":\"b\"}//", "{\"a\":/**/1}", "{\"a\":1,\"a\":1}", "{\"a\":1,\"b\":2,\"a\":3}",
      "{\"a\":1,\"\\u0061\":2}",
      "{\"a\":true}x", "{\"a\":1,9}", "{\"x\", null}",
    ],
    "numbers": [
      "+1", "-", "--1", "-a", "- 1", "01", "-01", "00", "-00", "012", "1.", "1.e1", "-1.", ".1", "-.1", ".",
      "1e", "1E",
      "1e+", "1e-", "1e1.5", "1ee1", "1e1e1", "0e", "0e+", "0.e1", "1.2.3", "1_0", "1,0", "0x1", "0b1", "0o1",
      "1a", "1.a",
      "1f", "1.0f", "Inf", "-Inf", "Infinity", "-Infinity", "NaN", "-NaN", "nan", "１", "٣", "1 000", "1e999",
      "-1e999",
      "1+2", "2.e+3", "-2.", "0.3e+", "9.e+",
    ],
    "strings": [
      "\"", "\"a", "\"\\\"", "\"\\", "'a'", "a", "\"\\a\"", "\"\\x00\"", "\"\\'\"", "\"\\0\"", "\"\\v\"",
      "\"\\e\"",
      "\"\\U0041\"", "\"\\u\"", "\"\\u0\"", "\"\\u00\"", "\"\\u000\"", "\"\\u00G0\"", "\"\\u 041\"",
      "\"\\u-041\"",
      "\"\\u004", "\"\\\n\"", "\"\n\"", "\"\t\"", "\"\r\"", "\"\u{0}\"", "\"\u{1}\"", "\"\u{1F}\"", "\"\\ \"",
      "\"\\\u{E9}\"", "\"\\😀\"", "\"a\" \"b\"", "\"a\"b", "\"\"x", "\\u0022a\\u0022", "“a”", "`a`",
      "\"\\u{41}\"",
    ],
    "structure": [
      "", " ", "\n", "nul", "nulll", "Null", "NULL", "tru", "True", "TRUE", "fals", "False", "undefined",
      "nil", "None",
      "//", "// x\n1", "/**/1", "1//", "#1", "1 2", "null null", "[] []", "{} {}", "[1]\u{0}", "\u{0}",
      "\u{FEFF}[]",
      "\u{A0}[]", "[\u{A0}]", "\u{2028}1", "\u{2060}[]", "\u{C}1", "\u{B}1", "<null>", "<.>", "é", "*", "@",
      "[\\n]",
      "{\"a\":\"\\", "[\"\\", "1]", "1}", "&b", ",", ":", "\"a\":1", "[1],", "{},", "(1)",
    ],
  ]

  @Test func everyReaderAccepts() {
    for (category, texts) in Self.mustAccept {
      for text in texts { #expect(Self.accepts(text), "\(category): \(text)") }
    }
  }

  @Test func everyReaderRefuses() {
    for (category, texts) in Self.mustRefuse {
      for text in texts { #expect(!Self.accepts(text), "\(category): \(text)") }
    }
  }

  /// What RFC 8259 leaves open, and what a plan needs: nothing is rounded, replaced or guessed.
  static let leftOpen: [(what: String, bytes: [UInt8], isAccepted: Bool)] = [
    ("a number beyond the largest double", Array("1.9e308".utf8), false),
    ("a negative number beyond it", Array("-1.9e308".utf8), false),
    ("an exponent of many digits", Array("1e00000000000000000000001".utf8), true),
    ("a huge exponent", Array("0.4e00669999999999999999999999999999999999999999969999999006".utf8), false),
    ("a number that becomes nought", Array("123.456e-789".utf8), true),
    ("a whole number beyond 64 bits", Array("100000000000000000000".utf8), true),
    ("a negative one", Array("-237462374673276894279832749832423479823246327846".utf8), true),
    ("a surrogate without its partner", Array("\"\\uD800\"".utf8), false),
    ("the second half alone", Array("\"\\uDFAA\"".utf8), false),
    ("two first halves", Array("\"\\uD888\\uD889\"".utf8), false),
    ("halves the wrong way round", Array("\"\\uDd1e\\uD834\"".utf8), false),
    ("a first half and a letter", Array("\"\\uD800abc\"".utf8), false),
    ("a first half and an escape", Array("\"\\uD800\\n\"".utf8), false),
    ("half an escaped partner", Array("\"\\uD800\\uDd\"".utf8), false),
    ("a byte order mark", [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], false),
    ("half a byte order mark", [0xEF, 0xBB, 0x7B, 0x7D], false),
    ("UTF-16, little endian", [0xFF, 0xFE, 0x5B, 0, 0x5D, 0], false),
    ("UTF-16, big endian", [0xFE, 0xFF, 0, 0x5B, 0, 0x5D], false),
    ("UTF-16 without a mark", [0x5B, 0, 0x5D, 0], false),
    ("Latin-1", [0x22, 0xE9, 0x22], false),
    ("a lone continuation byte", [0x22, 0x81, 0x22], false),
    ("an overlong slash", [0x22, 0xC0, 0xAF, 0x22], false),
    ("an overlong slash of three bytes", [0x22, 0xE0, 0x80, 0xAF, 0x22], false),
    ("a surrogate in UTF-8", [0x22, 0xED, 0xA0, 0x80, 0x22], false),
    ("a character beyond the last", [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], false),
    ("a cut character", [0x22, 0xE2, 0x82, 0x22], false),
    ("keys that are equal when composed", Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8), true),
    ("128 arrays", [UInt8](repeating: 0x5B, count: 128) + [UInt8](repeating: 0x5D, count: 128), true),
    ("129 arrays", [UInt8](repeating: 0x5B, count: 129) + [UInt8](repeating: 0x5D, count: 129), false),
    ("100,000 arrays", [UInt8](repeating: 0x5B, count: 100_000), false),
  ]

  @Test(arguments: leftOpen.indices)
  func whatIsLeftOpen(_ index: Int) {
    let (what, bytes, isAccepted) = Self.leftOpen[index]
    #expect(Self.accepts(bytes) == isAccepted, "\(what)")
  }

  /// A table that lost its rows would pass.
  @Test func thereAreEnoughCases() {
    let count = (Array(Self.mustAccept.values) + Array(Self.mustRefuse.values)).reduce(0) { $0 + $1.count }
    #expect(count + Self.leftOpen.count > 350)
  }
}
