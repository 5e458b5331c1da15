// Whether a text is in canonical form is found while it is read: just where writing the value again gives the text.
import CanonicalJSON
import TestSupport
import Testing

struct CanonicalFormTests {
  /// Whether a text is canonical as the reader sees it; nil where it is no JSON.
  private func form(_ bytes: [UInt8]) -> Bool? {
    guard var reader = try? JSONReader(bytes, checksForm: true) else { return nil }
    reader.skipWhitespace()
    guard (try? reader.readValue()) != nil, (try? reader.finish()) != nil else { return nil }
    return reader.isCanonical
  }

  private func expectAgreement(_ bytes: [UInt8]) {
    let value = try? JSONReader.read(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(form(bytes) == value.map { JSONWriter.bytes(of: $0) == bytes }, "\(text)")
  }

  @Test func ofEveryCase() {
    let texts =
      JSONAcceptanceTests.accepted.map(\.text) + JSONConformanceTests.mustAccept.values.flatMap(\.self)
    for text in texts + JSONConformanceTests.mustRefuse.values.flatMap(\.self) {
      expectAgreement(Array(text.utf8))
    }
  }

  @Test(arguments: [
    ("1", true), ("-0", false), ("1.0", false), ("1e2", false), ("1e+21", true), ("1e21", false),
    ("0.10", false),
    ("9007199254740993", true), ("100000000000000000000000", true), ("\"\\u001f\"", true),
    ("\"\\u001F\"", false),
    ("\"\\u000a\"", false), ("\"\\n\"", true), ("\"\\/\"", false), ("\"\\u0041\"", false),
    ("\"\u{7F}\"", true),
    ("\"\\ud83d\\ude00\"", false), ("{\"a\":1,\"b\":2}", true), ("{\"b\":1,\"a\":2}", false), ("[ ]", false),
    ("{\"\u{1F600}\":1,\"\u{FB33}\":2}", true), ("{\"\u{FB33}\":1,\"\u{1F600}\":2}", false), (" 1", false),
  ])
  func ofSpellings(_ text: String, isCanonical: Bool) { #expect(form(Array(text.utf8)) == isCanonical) }

  /// Random pieces of JSON, one after the other: most are no JSON, many are, some are canonical.
  @Test func ofRandomTexts() {
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "\"\\u0001\"", "\"\\u000A\"", "1", "-0", "1.50", "1.5",
      "1e3",
      " ", "null", "true", "\"é\"", "\"\\\\\"", "{\"a\":1}", "{\"a\":[1,2]}", "{\"b\":1,\"a\":2}", "[[]]",
      "\"\\/\"",
    ]
    var generator = SeededGenerator(seed: 31)
    var (read, canonical) = (0, 0)
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...7, using: &generator)
      let bytes = (0..<count).flatMap { _ in Array((pieces.randomElement(using: &generator) ?? "").utf8) }
      expectAgreement(bytes)
      switch form(bytes) {
      case true?:
        canonical += 1
        read += 1
      case false?: read += 1
      case nil: break
      }
    }
    #expect(canonical > 100 && read > canonical)
  }

  /// What is read by parts is what is read as a whole.
  @Test func ofParts() throws {
    let text = Array("{\"a\":1,\"long name of a key\":[true,\"x\"],\"z\":-12}".utf8)
    var reader = try JSONReader(text, checksForm: true)
    #expect(try reader.open(.object))
    #expect(try reader.readShortKey() == PackedName("a") && reader.readInteger() == 1)
    #expect(try reader.hasNext(in: .object))
    #expect(try reader.readShortKey() == nil)
    #expect(try reader.readKey() == "long name of a key")
    let start = reader.position
    try reader.skipValue()
    #expect(try reader.hasNext(in: .object))
    #expect(try reader.readKey() == "z" && reader.readBool() == nil && reader.readInteger() == -12)
    #expect(try !reader.hasNext(in: .object) && reader.isCanonical)
    reader.goBack(to: start)
    #expect(try reader.readValue() == [true, "x"])
  }
}
