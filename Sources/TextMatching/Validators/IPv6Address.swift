// Checks IPv6 addresses in text form. Knows no networks.

/// The three text forms of RFC 4291, section 2.2: eight groups of up to four hexadecimal digits, `::` once for
/// one or more groups of zeros, and an IPv4 address for the last two groups. Zones (RFC 4007) are not part of it.
enum IPv6Address {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard text.contains(UInt8(ascii: ":")), let halves = halves(text[...]) else { return false }
    guard let first = groups(halves.first, mayEndInIPv4: halves.second == nil) else { return false }
    guard let second = halves.second else { return first == 8 }
    guard let last = groups(second, mayEndInIPv4: true) else { return false }
    return first + last <= 7
  }

  /// The text before and after `::`; nil if that comes twice.
  private static func halves(
    _ text: ArraySlice<UInt8>
  ) -> (first: ArraySlice<UInt8>, second: ArraySlice<UInt8>?)? {
    let colon = UInt8(ascii: ":")
    let gaps = text.indices.dropLast().filter { text[$0] == colon && text[$0 + 1] == colon }
    guard let gap = gaps.first else { return (text, nil) }
    return gaps.count == 1 ? (text[..<gap], text[(gap + 2)...]) : nil
  }

  /// The number of 16-bit groups; nil if one is malformed.
  private static func groups(_ text: ArraySlice<UInt8>, mayEndInIPv4: Bool) -> Int? {
    guard !text.isEmpty else { return 0 }
    var parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var count = 0
    if mayEndInIPv4, let last = parts.last, last.contains(UInt8(ascii: ".")) {
      guard IPv4Address.isValid(last) else { return nil }
      parts.removeLast()
      count = 2
    }
    guard parts.allSatisfy(isGroup) else { return nil }
    return count + parts.count
  }

  private static func isGroup(_ part: ArraySlice<UInt8>) -> Bool {
    (1...4).contains(part.count) && part.allSatisfy { PatternDigits.isHexadecimal(UInt32($0)) }
  }
}
