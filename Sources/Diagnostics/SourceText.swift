// The text of one source file and where its lines begin. Does not know what language the text is in.

/// Which file of a ``SourceCollection`` a span lies in.
public struct SourceID: Hashable, Sendable, Comparable {
  package let index: UInt32

  package init(index: UInt32) { self.index = index }

  /// In the order in which the files were read.
  public static func < (left: SourceID, right: SourceID) -> Bool { left.index < right.index }
}

/// A half-open range of bytes in one source file. Kept small, as every part of a syntax tree holds some.
public struct SourceSpan: Hashable, Sendable {
  /// The file.
  public let source: SourceID
  private let first: UInt32
  private let last: UInt32

  /// Byte offset of the first byte.
  public var start: Int { Int(first) }
  /// Byte offset after the last byte; equal to `start` for a place between two characters.
  public var end: Int { Int(last) }

  /// Offsets beyond 4 GiB, which no reader accepts, are those of that bound.
  package init(source: SourceID, start: Int, end: Int) {
    self.source = source
    first = UInt32(clamping: start)
    last = UInt32(clamping: max(start, end))
  }
}

/// A place as people count: both from 1, columns in Unicode code points.
public struct SourceLocation: Hashable, Sendable {
  /// From 1.
  public let line: Int
  /// From 1, in code points.
  public let column: Int
}

/// One source file: its name as shown to people, its bytes, and the offsets at which its lines begin.
public struct SourceText: Sendable {
  /// The path as the user gave it.
  public let name: String
  /// The file as it was read.
  public let bytes: [UInt8]
  /// Byte ranges that no renderer shows, such as secrets: in order, none touching another.
  package private(set) var hiddenRanges: [Range<Int>] = []
  /// Found when somebody asks for the first place: most files have nothing to say about.
  private let lines = LineTable()

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// What stands in the place of hidden text.
  package static let redacted = "[REDACTED]"

  /// Sees to it that ranges are not shown.
  mutating func hide(_ ranges: [Range<Int>]) {
    let all = (hiddenRanges + ranges.map { $0.clamped(to: 0..<bytes.count) }).filter { !$0.isEmpty }
    hiddenRanges = []
    for range in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = hiddenRanges.last, range.lowerBound <= last.upperBound {
        hiddenRanges[hiddenRanges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        hiddenRanges.append(range)
      }
    }
  }

  /// What is hidden of a range, in order.
  func hiddenRanges(in range: Range<Int>) -> [Range<Int>] {
    var (low, high) = (0, hiddenRanges.count)
    while low < high {
      let middle = (low + high) / 2
      if hiddenRanges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return hiddenRanges[low...].prefix { $0.lowerBound < range.upperBound }.map { $0.clamped(to: range) }
  }

  /// Byte offset of the first byte of each line; line breaks are LF, CR LF and lone CR.
  private var lineStarts: [UInt32] { lines.starts(in: bytes) }

  /// The line and column of a byte offset; offsets beyond the end are those of the end.
  public func location(of offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    let lineStarts = lineStarts
    let line = Self.lineIndex(of: offset, in: lineStarts)
    let start = Int(lineStarts[line])
    var column = 1
    for byte in bytes[start..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), offset > 0 { column -= 1 }
    return SourceLocation(line: line + 1, column: column)
  }

  /// How many lines there are, at least one; what follows the last line break is a line.
  package var lineCount: Int { lineStarts.count }

  /// The byte range of a line (numbered from 1) without its line break.
  public func lineRange(_ line: Int) -> Range<Int> {
    let lineStarts = lineStarts
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The text of a byte range; bytes that are not UTF-8 show as U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private static func lineIndex(of offset: Int, in lineStarts: [UInt32]) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
