// Checks IPv4 addresses in dotted decimal form. Knows no networks.

/// Four numbers of 0 to 255 without leading zeros, joined by dots (`IPv4address` of RFC 3986, section 3.2.2).
enum IPv4Address {
  static func isValid(_ text: [UInt8]) -> Bool { isValid(text[...]) }

  static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy(isOctet)
  }

  private static func isOctet(_ part: ArraySlice<UInt8>) -> Bool {
    guard (1...3).contains(part.count), part.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
    guard part.count == 1 || part.first != 0x30 else { return false }
    return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
  }
}
