// Strings are handled eight bytes at a time: what is special is found at every place of a word.
import Testing

@testable import CanonicalJSON

struct StringRunTests {
  private static let specials: [(raw: String, escaped: String)] = [
    ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\u{1F}", #"\u001f"#), ("\u{0}", #"\u0000"#),
  ]
  /// Not special, though they differ from something special by little.
  private static let plain = [
    " ", "!", "#", "[", "]", "\u{7F}", "é", "\u{A0}", "日", "😀", "ÜÜ", "\u{2022}\u{205C}",
  ]

  @Test(arguments: 0..<20) func specialsAreFoundAtEveryPlace(place: Int) throws {
    for special in Self.specials {
      for plain in Self.plain {
        let before = String(repeating: "x", count: place)
        let after = String(repeating: plain, count: 9)
        let value = JSONValue.string(before + special.raw + after + special.raw)
        let text = "\"\(before)\(special.escaped)\(after)\(special.escaped)\""
        #expect(value.canonicalText == text)
        #expect(try JSONReader.read(text: text) == value)
      }
    }
  }

  @Test(arguments: 0..<20) func controlCharactersAreRefusedAtEveryPlace(place: Int) {
    for control in UInt8(0)..<0x20 {
      let text = [UInt8](repeating: UInt8(ascii: "y"), count: place)
      let bytes = [UInt8(ascii: "\"")] + text + [control] + Array("zzzzzzzzzz\"".utf8)
      let error = #expect(throws: JSONReadError.self) { try JSONReader.read(bytes) }
      #expect(error?.offset == place + 1)
    }
  }

  @Test(arguments: 0..<20) func plainCharactersAreNotSpecial(place: Int) {
    for plain in Self.plain {
      let text = String(repeating: "x", count: place) + String(repeating: plain, count: 5)
      #expect(PlainRun.end(in: Array(text.utf8).span, from: 0) == text.utf8.count)
    }
  }
}
