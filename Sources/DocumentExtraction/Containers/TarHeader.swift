// Reads one header block of a tar file. Knows no stream.

/// A header of 512 bytes (POSIX.1 ustar, and GNU's additions).
struct TarHeader: Sendable {
  static let blockSize = 512

  var name: [UInt8]
  var size: Int
  let type: UInt8

  /// Nil where the block is no header.
  init?(_ block: [UInt8]) {
    guard block.count == Self.blockSize, Self.hasChecksum(block), let size = Self.number(block[124..<136])
    else { return nil }
    self.size = size
    type = block[156]
    moreHoles = block[482] != 0
    name = Self.text(block[0..<100])
    let isPOSIX = block[257..<263].elementsEqual("ustar\0".utf8)
    let prefix = isPOSIX ? Self.text(block[345..<500]) : []
    if !prefix.isEmpty { name = prefix + [0x2F] + name }
  }

  /// Whether data of a file follow. Links, devices, directories and FIFOs (1 to 6), directory dumps and labels (D, V)
  /// have none; of types that nobody knows POSIX says that they are files.
  var isFile: Bool { !(0x31...0x36 ~= type || type == 0x44 || type == 0x56) }

  /// Whether GNU tar stored a file without its holes, and a block with more of their places follows (S).
  var hasMoreHoles: Bool { type == 0x53 && moreHoles }
  private let moreHoles: Bool

  /// The sum of the bytes, the checksum itself counted as spaces.
  private static func hasChecksum(_ block: [UInt8]) -> Bool {
    guard let expected = number(block[148..<156]) else { return false }
    let sum = block.indices.reduce(0) { $0 + (148..<156 ~= $1 ? 0x20 : Int(block[$1])) }
    return sum == expected
  }

  /// Octal digits, or for large numbers the bytes themselves behind a set bit.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    if let first = field.first, first & 0x80 != 0 {
      var value = Int(first & 0x7F)
      for byte in field.dropFirst() {
        guard value < 1 << 54 else { return nil }
        value = value << 8 | Int(byte)
      }
      return value
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    return digits.isEmpty
      ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8).flatMap { $0 < 0 ? nil : $0 }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> [UInt8] { Array(field.prefix { $0 != 0 }) }
}
