// Windows counted in code points are those that counting one by one gives, whatever the text.
import Testing

@testable import TextMatching

@Suite struct CodePointWindowTests {
  /// The window by the borders of all characters.
  private static func window(_ text: String, around range: Range<Int>, by count: Int) -> Range<Int> {
    var borders = [0]
    for scalar in text.unicodeScalars { borders.append((borders.last ?? 0) + UTF8.width(scalar)) }
    let first = borders.firstIndex { $0 >= range.lowerBound } ?? 0
    let last = borders.firstIndex { $0 >= range.upperBound } ?? borders.count - 1
    return borders[max(0, first - count)]..<borders[min(borders.count - 1, last + count)]
  }

  @Test(arguments: 0..<30) func countsCodePoints(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    // Long runs of ASCII among a few characters beyond it.
    let parts = ["abcdefgh", "x", "é", "日", "😀", " 12 ", "ijklmnopqrstuvw"]
    for _ in 0..<40 {
      let count = Int.random(in: 0...30, using: &generator)
      let text = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      let borders = text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
      let start = borders.randomElement(using: &generator) ?? 0
      let end = borders.filter { $0 >= start }.randomElement(using: &generator) ?? start
      for reach in [0, 1, 7, 8, 9, 40] {
        let bytes = Array(text.utf8)
        let window = CodePointPositions.window(in: bytes.span, around: start..<end, by: reach)
        #expect(
          window.range == Self.window(text, around: start..<end, by: reach), "\(text) \(start)..<\(end)")
      }
    }
  }
}
