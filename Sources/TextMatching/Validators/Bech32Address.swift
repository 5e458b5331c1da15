// Checks addresses in Bech32 and Bech32m. Knows no transactions.

/// `bc1…`, `ltc1…` (BIP 173, BIP 350), and the addresses of Cardano and Cosmos in the same encoding.
enum Bech32Address {
  static func isValid(_ text: [UInt8]) -> Bool {
    let hasLower = text.contains { $0 &- 0x61 < 26 }
    let hasUpper = text.contains { $0 &- 0x41 < 26 }
    guard !(hasLower && hasUpper), (14...120).contains(text.count),
      let separator = text.lastIndex(of: UInt8(ascii: "1"))
    else { return false }
    let lowered = text.map { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }
    let part = Array(lowered[..<separator])
    let isSegWit = segWit.contains(part)
    guard isSegWit || others.contains(part) else { return false }
    guard let values = values(of: lowered[(separator + 1)...]), values.count >= 7 else { return false }
    // The human-readable part is expanded to the high bits, a zero, and the low bits.
    let expanded = part.map { Int($0 >> 5) } + [0] + part.map { Int($0 & 31) }
    let sum = polynomial(expanded + values)
    guard isSegWit else { return sum == 1 }
    return isProgram(values) && sum == (values[0] == 0 ? 1 : 0x2BC8_30A3)
  }

  private static let segWit = Set(["bc", "ltc"].map { Array($0.utf8) })
  private static let others = Set(["addr", "cosmos", "osmo"].map { Array($0.utf8) })
  private static let base32 = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  static func values(of text: ArraySlice<UInt8>) -> [Int]? {
    var values: [Int] = []
    for byte in text {
      guard let value = base32.firstIndex(of: byte) else { return nil }
      values.append(value)
    }
    return values
  }

  /// A version up to 16, and two to forty bytes; those of version 0 have twenty or thirty-two (BIP 141). Bits that fill up
  /// are zero.
  private static func isProgram(_ values: [Int]) -> Bool {
    let bits = (values.count - 7) * 5
    guard values[0] <= 16, bits % 8 < 5, (2...40).contains(bits / 8) else { return false }
    let filling = bits % 8
    guard values[values.count - 7] & (1 << filling - 1) == 0 || filling == 0 else { return false }
    return values[0] != 0 || bits / 8 == 20 || bits / 8 == 32
  }

  /// The checksum of BIP 173.
  private static func polynomial(_ values: [Int]) -> Int {
    let generators = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    return values.reduce(1) { sum, value in
      var next = (sum & 0x1FF_FFFF) << 5 ^ value
      for (bit, generator) in generators.enumerated() where sum >> (25 + bit) & 1 == 1 { next ^= generator }
      return next
    }
  }
}
