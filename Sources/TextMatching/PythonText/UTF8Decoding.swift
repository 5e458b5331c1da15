// Decodes and encodes single code points in UTF-8. Knows nothing of their meaning.

/// UTF-8 (RFC 3629), one code point at a time, safe on text that is not valid.
enum UTF8Decoding {
  /// A code point and the number of bytes it takes, 1 to 4.
  struct Scalar {
    let codePoint: UInt32
    let length: Int
  }

  /// The code point that begins at `position`; nil if none does, or if `position` is not within the text.
  @inline(__always)
  static func scalar(in text: Span<UInt8>, at position: Int) -> Scalar? {
    guard position >= 0, position < text.count else { return nil }
    let byte = text[position]
    if byte < 0x80 { return Scalar(codePoint: UInt32(byte), length: 1) }
    return multibyte(in: text, at: position, lead: byte)
  }

  private static func multibyte(in text: Span<UInt8>, at position: Int, lead: UInt8) -> Scalar? {
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, position + length <= text.count else { return nil }
    var codePoint = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for index in position + 1..<position + length {
      guard text[index] & 0xC0 == 0x80 else { return nil }
      codePoint = codePoint << 6 | UInt32(text[index] & 0x3F)
    }
    return codePoint <= 0x10FFFF ? Scalar(codePoint: codePoint, length: length) : nil
  }

  /// The code point that ends just before `position`; nil at the beginning, or where the text is not valid.
  static func scalar(in text: Span<UInt8>, before position: Int) -> Scalar? {
    guard position > 0, position <= text.count else { return nil }
    var start = position - 1
    while start > 0, text[start] & 0xC0 == 0x80, position - start < 4 { start -= 1 }
    guard let scalar = scalar(in: text, at: start), start + scalar.length == position else { return nil }
    return scalar
  }

  /// The UTF-8 bytes of a code point; a surrogate or a number beyond U+10FFFF has none.
  static func encode(_ codePoint: UInt32) -> [UInt8] {
    guard let scalar = Unicode.Scalar(codePoint) else { return [] }
    return Array(String(scalar).utf8)
  }
}
