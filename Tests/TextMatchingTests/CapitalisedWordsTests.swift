// Words with a capital letter, found 64 bytes at a time, are those that a plain walk finds.
import Testing

@testable import TextMatching

@Suite struct CapitalisedWordsTests {
  private static func words(_ text: String, _ range: Range<Int>? = nil) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    CapitalisedWords.forEach(in: bytes.span, range ?? 0..<bytes.count) {
      found.append(String(decoding: bytes[$0], as: UTF8.self))
    }
    return found
  }

  @Test func wordsBeginWithACapitalOrBeyondASCII() {
    #expect(
      Self.words("Anna met anna and Élodie, École2B at O'Brien’s") == [
        "Anna", "Élodie", "École", "B", "O", "Brien’s",
      ])
    #expect(Self.words("deBruin XAnna x") == ["XAnna"])
    #expect(Self.words("") == [])
  }

  /// A word that begins before the range is not one; one that ends behind it is cut.
  @Test func aRangeCutsWords() {
    #expect(Self.words("Anna Berta", 0..<7) == ["Anna", "Be"])
    #expect(Self.words("x Anna", 2..<6) == ["Anna"])
  }

  /// Every place in blocks of 64 bytes, words that cross from one to the next among them.
  @Test(arguments: 0..<140) func placesInBlocks(place: Int) {
    let text = String(repeating: ".", count: place) + "Anna" + String(repeating: " ", count: 70) + "Zoë"
    #expect(Self.words(text) == ["Anna", "Zoë"])
    #expect(Self.words(String(repeating: "a", count: place + 1) + "Anna Zoë") == ["Zoë"])
  }
}
