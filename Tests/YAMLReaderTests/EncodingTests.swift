// Bytes: encodings, line breaks, and the offsets of what stands behind long characters.
import Diagnostics
import Testing
import YAMLReader

struct EncodingTests {
  @Test func notUTF8() {
    let result = ReadResult(Array("a: é\nb: \"x".utf8) + [0xE9, 0x22, 0x0A] + Array("c: d".utf8))
    #expect(result.rules == ["not-utf-8"])
    #expect(result.diagnostics.first?.span?.start == 11)
    #expect(result.diagnostics.first?.message.contains("0xE9") == true)
    #expect(result.outline == #"{a: "é", b: "x?", c: "d"}"#)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x61, 0x00, 0x3A, 0x00], "UTF-16"),
      ([0x00, 0x00, 0x00, 0x61], "UTF-32"),
    ] as [([UInt8], String)])
  func otherEncodings(bytes: [UInt8], name: String) {
    let result = ReadResult(bytes)
    #expect(result.rules == ["not-utf-8"])
    #expect(result.diagnostics.first?.message.contains(name) == true)
    #expect(result.document == nil)
  }

  @Test(arguments: [
    "", "\u{FEFF}", "# é\n", "é: 日本語\n", "\u{FEFF}🐟🐠: '日本 🐡'\r\n", "x: |\n  ééé\n  日\n", "n: a\u{85}  b\n",
    "q: \"é\\\n  ü\"\r\n", "l: a\u{2028} b\n",
  ])
  func spansAfterAnything(prefix: String) throws {
    let result = ReadResult(prefix + "k: [plain, 'single', \"double\", &x anchored, !!str tagged]\n")
    #expect(result.rules == [])
    #expect(
      result.spans.suffix(6) == [
        "sequence|[plain, 'single', \"double\", &x anchored, !!str tagged]", "scalar|plain",
        "scalar|'single'",
        "scalar|\"double\"", "scalar|anchored", "scalar|tagged",
      ])
  }

  @Test func spansOfEveryKindOfNode() {
    let text = "a:\n  - b: &x\n      c: d # note\n\n  - !t |\n    text\n    more\n\n  - e\n    f\nz:\n"
    let result = ReadResult(text)
    #expect(
      result.spans == [
        "mapping|" + text.dropLast(), "scalar|a",
        "sequence|- b: &x\n      c: d # note\n\n  - !t |\n    text\n    more\n\n  - e\n    f",
        "mapping|b: &x\n      c: d", "scalar|b", "mapping|c: d", "scalar|c", "scalar|d",
        "scalar||\n    text\n    more", "scalar|e\n    f", "scalar|z", "scalar|",
      ])
  }
}
