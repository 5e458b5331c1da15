// Says where words of ASCII letters and digits begin and end, in bytes. Knows no patterns.

/// The boundary class `[a-zA-Z0-9]` under Python's `IGNORECASE`, on UTF-8 bytes.
///
/// Four characters outside ASCII equal an ASCII letter and so belong to the class:
/// U+0130 (C4 B0) and U+0131 (C4 B1) equal `i`, U+017F (C5 BF) `s`, U+212A (E2 84 AA) `k`.
enum WordBoundary {
  static func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// True if a character of the class begins at `position`; the end of the text is none.
  @inline(__always)
  static func isWordCharacter(in text: Span<UInt8>, at position: Int) -> Bool {
    guard position < text.count else { return false }
    let byte = text[position]
    guard byte >= 0x80 else { return isASCIIAlphanumeric(byte) }
    return isFoldedLetter(in: text, at: position)
  }

  /// True if one of the four characters beyond ASCII begins at `position`, which is within the text.
  static func isFoldedLetter(in text: Span<UInt8>, at position: Int) -> Bool {
    guard position + 1 < text.count else { return false }
    let second = text[position + 1]
    switch text[position] {
    case 0xC4: return second == 0xB0 || second == 0xB1
    case 0xC5: return second == 0xBF
    case 0xE2: return second == 0x84 && position + 2 < text.count && text[position + 2] == 0xAA
    default: return false
    }
  }

  /// True if one of the four characters beyond ASCII ends just before `position`.
  @inline(__always)
  static func followsFoldedLetter(in text: Span<UInt8>, at position: Int) -> Bool {
    guard position >= 2, text[position - 1] >= 0x80 else { return false }
    if isFoldedLetter(in: text, at: position - 2), text[position - 2] != 0xE2 { return true }
    return position >= 3 && text[position - 3] == 0xE2 && isFoldedLetter(in: text, at: position - 3)
  }
}
