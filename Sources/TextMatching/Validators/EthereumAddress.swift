// Checks addresses of Ethereum. Knows no transactions.

/// `0x` and forty hexadecimal digits; where letters are of both cases, these are the checksum of EIP-55.
enum EthereumAddress {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard text.count == 42, text[0] == 0x30, text[1] | 0x20 == UInt8(ascii: "x") else { return false }
    let address = Array(text[2...])
    guard address.allSatisfy({ PatternDigits.isHexadecimal(UInt32($0)) }), Set(address).count > 6 else {
      return false
    }
    let hasLower = address.contains { $0 &- 0x61 < 6 }
    let hasUpper = address.contains { $0 &- 0x41 < 6 }
    guard hasLower, hasUpper else { return hasLower || hasUpper }
    let digest = Keccak256.hash(address.map { $0 &- 0x41 < 6 ? $0 + 0x20 : $0 })
    return address.enumerated().allSatisfy { index, byte in
      guard byte >= 0x41 else { return true }
      let nibble = index % 2 == 0 ? digest[index / 2] >> 4 : digest[index / 2] & 15
      return (nibble >= 8) == (byte &- 0x41 < 6)
    }
  }
}
