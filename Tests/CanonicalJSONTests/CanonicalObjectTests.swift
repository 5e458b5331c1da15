// Keys in the order of RFC 8785, section 3.2.3, each once; and values that survive the way through text.
import CanonicalJSON
import TestSupport
import Testing

struct CanonicalObjectTests {
  /// The example of RFC 8785, section 3.2.3.
  @Test func orderOfTheStandard() throws {
    let text = """
      {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
       "\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}
      """
    let object = try #require(try JSONReader.read(text: text).objectValue)
    #expect(object.keys == ["\r", "1", "\u{80}", "ö", "€", "😀", "\u{FB33}"])
  }

  @Test func orderIsThatOfUTF16() throws {
    var generator = SeededGenerator(seed: 9)
    let scalars: [UInt32] = [
      0, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xEE00, 0xFB33, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF,
    ]
    for _ in 0..<300 {
      let keys = Set(
        (0..<12).map { _ in
          let length = Int.random(in: 0...3, using: &generator)
          return Array((0..<length).compactMap { _ in scalars.randomElement(using: &generator) })
        })
      let texts = keys.map { key in String(String.UnicodeScalarView(key.compactMap(Unicode.Scalar.init))) }
      let object = JSONObject(texts.shuffled(using: &generator).map { ($0, 1) })
      #expect(object.keys.count == texts.count)
      for (left, right) in zip(object.keys, object.keys.dropFirst()) {
        #expect(left.utf16.lexicographicallyPrecedes(right.utf16))
      }
    }
  }

  /// Swift's `==` takes composed and decomposed letters for the same text; JSON does not.
  @Test func canonicallyEquivalentKeysAreTwo() throws {
    var object = JSONObject([("é", 1), ("e\u{301}", 2)])
    #expect(object.count == 2 && object["é"] == 1 && object["e\u{301}"] == 2)
    object["é"] = nil
    #expect(object.count == 1 && object["é"] == nil && object["e\u{301}"] == 2)
    #expect(try JSONReader.read(text: "{\"é\":1,\"e\u{301}\":2}").objectValue?.count == 2)
    #expect(JSONValue.string("é") != .string("e\u{301}"), "strings of other bytes are other values")
    #expect(JSONObject([("é", 1)]) != JSONObject([("e\u{301}", 1)]))
    #expect(Set<JSONValue>([.string("é"), .string("e\u{301}"), .string("é")]).count == 2)
  }

  @Test func laterValueHolds() {
    #expect(JSONObject([("a", 1), ("b", 2), ("a", 3)]) == JSONObject([("b", 2), ("a", 3)]))
  }

  @Test func settingAndRemoving() {
    var object = JSONObject()
    for key in ["b", "a", "c", "b"] { object[key] = .string(key) }
    #expect(object.keys == ["a", "b", "c"])
    object["b"] = nil
    object["x"] = nil
    #expect(object.keys == ["a", "c"] && object["b"] == nil && !object.isEmpty)
  }

  /// Random values survive writing, reading, pretty printing and reading again; equal values have equal bytes.
  @Test func roundTrips() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<500 {
      let value = Self.value(depth: 4, &generator)
      let bytes = JSONWriter.bytes(of: value)
      #expect(try JSONReader.read(bytes) == value)
      #expect(try JSONReader.read(PrettyJSONWriter.bytes(of: value)) == value)
      #expect(JSONWriter.bytes(of: try JSONReader.read(bytes)) == bytes)
    }
  }

  private static func value(depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .integer(Int(bitPattern: UInt(generator.next())))
    case 3: return .number(Double.random(in: -1e6...1e6, using: &generator))
    case 4: return .bigInteger("-" + String(generator.next() | 1 << 63) + "00")
    case 5: return .string(text(&generator))
    case 6:
      return .array(
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in value(depth: depth - 1, &generator) })
    default:
      return .object(
        JSONObject(
          (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            (text(&generator), value(depth: depth - 1, &generator))
          }))
    }
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let pool: [Unicode.Scalar] = [
      "a", "\"", "\\", "/", "\u{0}", "\n", "\u{1F}", "\u{7F}", "é", "\u{301}", "😀", "\u{FFFF}", "\u{2028}",
    ]
    return String(
      String.UnicodeScalarView(
        (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in pool.randomElement(using: &generator)
        }))
  }

  /// Random bytes are refused or read, and never a trap.
  @Test func noise() {
    var generator = SeededGenerator(seed: 77)
    let alphabet = Array("{}[]\",:\\u0123456789eE+-.tfn \u{0}aé".utf8)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...24, using: &generator)
      _ = try? JSONReader.read((0..<count).compactMap { _ in alphabet.randomElement(using: &generator) })
    }
  }
}
