// Checks addresses of Monero. Knows no transactions.

/// Ninety-five letters of Base58 in blocks of eleven, which write eight bytes each: the network, two keys, and the first
/// four bytes of their Keccak hash.
enum MoneroAddress {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard text.count == 95 else { return false }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: 95, by: 11) {
      let end = min(start + 11, 95)
      guard let block = block(text[start..<end], count: end - start == 11 ? 8 : 5) else { return false }
      bytes += block
    }
    // 18 and 42 are the main network's addresses and their subaddresses.
    guard bytes.count == 69, bytes[0] == 18 || bytes[0] == 42 else { return false }
    return Keccak256.hash(Array(bytes[..<65])).prefix(4).elementsEqual(bytes[65...])
  }

  private static func block(_ text: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    var number: UInt64 = 0
    for character in text {
      guard let digit = Base58Address.bitcoin.firstIndex(of: character) else { return nil }
      let (product, hasOverflown) = number.multipliedReportingOverflow(by: 58)
      let (sum, hasCarried) = product.addingReportingOverflow(UInt64(digit))
      if hasOverflown || hasCarried { return nil }
      number = sum
    }
    if count < 8, number >> UInt64(8 * count) != 0 { return nil }
    return (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * (count - 1 - $0))) }
  }
}
