// Undoes what mail does to bytes: base64, quoted-printable. Lenient, as mail programs are.

/// The transfer encodings of RFC 2045, section 6.
enum TransferEncoding {
  static func decode(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    switch name.trimmingBlanks.lowercased() {
    case "base64": base64Decoded(bytes)
    case "quoted-printable": quotedPrintableDecoded(bytes)
    default: Array(bytes)
    }
  }

  /// What is no letter of the alphabet is passed over.
  static func base64Decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      if byte == 0x3D { break }
      guard let value = sextet(byte) else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case 0x2B, 0x2D: 62
    case 0x2F, 0x5F: 63
    default: nil
    }
  }

  /// - Parameter isHeader: Whether `_` stands for a blank (RFC 2047, section 4.2).
  static func quotedPrintableDecoded(_ bytes: ArraySlice<UInt8>, isHeader: Bool = false) -> [UInt8] {
    escapesDecoded(bytes, escape: 0x3D, isHeader: isHeader)
  }

  static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    escapesDecoded(bytes[...], escape: 0x25, isHeader: false)
  }

  /// Two hexadecimal digits behind the escape are a byte, a line end behind it nothing.
  private static func escapesDecoded(_ bytes: ArraySlice<UInt8>, escape: UInt8, isHeader: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let byte = bytes[position]
      let rest = bytes[(position + 1)...].prefix(2)
      position += 1
      if byte != escape {
        result.append(isHeader && byte == 0x5F ? 0x20 : byte)
      } else if rest.count == 2, let high = nibble(rest[position]), let low = nibble(rest[position + 1]) {
        result.append(high << 4 | low)
        position += 2
      } else if rest.first == 0x0A {
        position += 1
      } else if rest.elementsEqual([0x0D, 0x0A]) {
        position += 2
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
