// Documents in every style are laid out without losing anything, and the second time nothing changes.
import RunbookFormatter
import Testing

@Suite struct RandomLayoutTests {
  @Test func laysOutWhateverCanBeRead() {
    var laidOut = 0
    for seed in 0..<400 as Range<UInt64> {
      let document = RandomDocument.text(seed: seed)
      let formatted = Formatted(document)
      #expect(!formatted.isBroken, "document \(seed)")
      #expect(!formatted.refusals.contains("WCT2043"), "document \(seed)")
      guard let text = formatted.text else { continue }
      laidOut += 1
      #expect(Formatted(text).isUnchanged, "document \(seed) changes twice")
      #expect(Self.comments(in: text) == Self.comments(in: Array(document.utf8)), "document \(seed)")
    }
    #expect(laidOut > 300, "most documents can be read")
  }

  /// The numbers of the comments of a text, in order: what stands behind the last `c` of a line.
  private static func comments(in text: [UInt8]) -> [Int] {
    text.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
      guard line.contains(UInt8(ascii: "#")), let letter = line.lastIndex(of: UInt8(ascii: "c")) else {
        return nil
      }
      return Int(String(decoding: line[(letter + 1)...], as: UTF8.self))
    }.sorted()
  }
}
