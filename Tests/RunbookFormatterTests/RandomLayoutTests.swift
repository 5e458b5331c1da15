// Documents in every style are laid out without losing anything, and the second time nothing changes.
import RunbookFormatter
import Testing

@Suite struct RandomLayoutTests {
  @Test func laysOutWhateverCanBeRead() {
    var laidOut = 0
    for seed in 0..<2_000 as Range<UInt64> {
      let formatted = Formatted(RandomDocument.text(seed: seed))
      #expect(!formatted.isBroken, "document \(seed)")
      #expect(!formatted.refusals.contains("WCT9050"), "document \(seed)")
      guard let text = formatted.text else { continue }
      laidOut += 1
      #expect(Formatted(text).isUnchanged, "document \(seed) changes twice")
      for comment in 1..<200 where Self.has(comment, in: RandomDocument.text(seed: seed)) {
        #expect(Self.has(comment, in: String(decoding: text, as: UTF8.self)), "document \(seed), c\(comment)")
      }
    }
    #expect(laidOut > 1_500, "most documents can be read")
  }

  /// Whether a text holds the comment of a number.
  private static func has(_ number: Int, in text: String) -> Bool {
    text.contains("c\(number)\n") || text.contains("c\(number)\r\n")
  }
}
