// Edits of one text: what they give, and which exclude each other.
import SourceEdits
import Testing

@Suite struct ByteEditTests {
  @Test func appliesInAnyOrderAndSaysWhereTheEditsAre() {
    let text = Array("one two three".utf8)
    let edits = [
      ByteEdit(8..<13, Array("3".utf8)), ByteEdit(0..<3, Array("first".utf8)), ByteEdit(3..<3, [0x2C]),
    ]
    let edited = EditedText(text, applying: edits)
    #expect(String(decoding: edited.bytes, as: UTF8.self) == "first, two 3")
    #expect(edited.edited == [0..<5, 5..<6, 11..<12])
  }

  @Test(arguments: [
    ("a\nb\n", "a\nx\ny\nb\n"), ("a\r\nb\r\n", "a\r\nx\r\ny\r\nb\r\n"), ("a\rb\r", "a\rx\ry\rb\r"),
  ])
  func writesTheTextsOwnLineBreaks(text: String, result: String) {
    let place = Array(text.utf8).count / 2
    let edited = EditedText(Array(text.utf8), applying: [ByteEdit(place..<place, Array("x\ny\n".utf8))])
    #expect(String(decoding: edited.bytes, as: UTF8.self) == result)
  }

  @Test func rangesBeyondTheTextAreClamped() {
    let edited = EditedText([0x61], applying: [ByteEdit(5..<9, [0x62]), ByteEdit(0..<7, [0x63])])
    #expect(edited.bytes == [0x63, 0x62])
  }

  @Test(arguments: [
    (0..<2, 1..<3, true), (0..<2, 2..<4, false), (1..<1, 1..<1, true), (1..<1, 0..<2, true),
    (2..<2, 0..<2, true),
    (3..<3, 0..<2, false), (0..<5, 1..<2, true),
  ])
  func conflicts(_ left: Range<Int>, _ right: Range<Int>, _ expected: Bool) {
    #expect(ByteEdit(left, []).conflicts(with: ByteEdit(right, [])) == expected)
    #expect(ByteEdit(right, []).conflicts(with: ByteEdit(left, [])) == expected)
  }
}
