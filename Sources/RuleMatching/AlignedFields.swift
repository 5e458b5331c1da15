// Splits a line where two spaces or more stand. Knows no tables.
internal import TextMatching

/// The fields of a line: what two spaces or more tell apart. Places in a line are in code points.
enum AlignedFields {
  private static let longestHeader = 1024
  private static let mostColumns = 64

  static func line(in text: Span<UInt8>, from start: Int) -> Range<Int> {
    start..<(text.firstIndex(of: 0x0A, from: start) ?? max(start, text.count))
  }

  /// The fields of a line that can name columns: two or more, with no long number and no address in them.
  static func names(in text: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>]? {
    guard line.count >= 4, line.count <= longestHeader, text[line.lowerBound] != 0x20 else { return nil }
    var digits = 0
    var hasGap = false
    for position in line {
      if text[position] == UInt8(ascii: "@") { return nil }
      digits = text[position] &- 0x30 < 10 ? digits + 1 : 0
      if digits == 4 { return nil }
      hasGap = hasGap || text[position] == 0x20 && text[position - 1] == 0x20
    }
    guard hasGap else { return nil }
    let fields = fields(in: text, line)
    return fields.count >= 2 && fields.count <= mostColumns ? fields : nil
  }

  static func fields(in text: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start: Int?
    var end = 0
    var place = 0
    for position in line where !isContinuation(text[position]) {
      if text[position] != 0x20, text[position] != 0x0D {
        if let first = start, place > end + 1 {
          fields.append(first..<end)
          start = place
        }
        start = start ?? place
        end = place + 1
      }
      place += 1
    }
    if let start { fields.append(start..<end) }
    return fields
  }

  /// The field that a place of a text is in, as a part of its line.
  static func field(at position: Int, in text: Span<UInt8>) -> Range<Int>? {
    var start = position
    while start > 0, text[start - 1] != 0x0A {
      guard position - start < 8192 else { return nil }
      start -= 1
    }
    var place = 0
    for byte in start..<position where !isContinuation(text[byte]) { place += 1 }
    return fields(in: text, line(in: text, from: start)).first { $0.contains(place) }
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
