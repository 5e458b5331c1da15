// Decodes UTF-16 to UTF-8, as Python's codecs do.

/// One pass over UTF-16 in some byte order.
struct UTF16Decoding {
  private let bytes: [UInt8]
  private let isBigEndian: Bool
  private let errors: DecodingErrors
  private var position: Int
  private var result: [UInt8] = []

  init(_ bytes: [UInt8], _ order: TextEncoding.ByteOrder?, _ errors: DecodingErrors) {
    self.bytes = bytes
    self.errors = errors
    let hasLittleMark = bytes.starts(with: [0xFF, 0xFE])
    let hasBigMark = bytes.starts(with: [0xFE, 0xFF])
    isBigEndian = order.map { $0 == .bigEndian } ?? hasBigMark
    position = order == nil && (hasLittleMark || hasBigMark) ? 2 : 0
  }

  consuming func decode() throws(UndecodableText) -> [UInt8] {
    while let unit = unit(at: position) {
      if let scalar = Unicode.Scalar(unit) {
        append(scalar)
        position += 2
      } else if let low = self.unit(at: position + 2), unit < 0xDC00, (0xDC00...0xDFFF).contains(low) {
        // Both are surrogates, so the sum is a code point beyond U+FFFF.
        let codePoint = 0x10000 + ((UInt32(unit) - 0xD800) << 10) + (UInt32(low) - 0xDC00)
        append(Unicode.Scalar(codePoint) ?? "\u{FFFD}")
        position += 4
      } else {
        // A high surrogate at the end takes what is left of the text with it.
        let isCut = unit < 0xDC00 && self.unit(at: position + 2) == nil
        try fail(length: isCut ? bytes.count - position : 2)
      }
    }
    if position < bytes.count { try fail(length: bytes.count - position) }
    return result
  }

  private func unit(at position: Int) -> UInt16? {
    guard position + 1 < bytes.count else { return nil }
    let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  private mutating func append(_ scalar: Unicode.Scalar) { result += String(scalar).utf8 }

  private mutating func fail(length: Int) throws(UndecodableText) {
    if errors == .strict { throw UndecodableText(offset: position) }
    if errors == .replace { result += TextEncoding.replacement }
    position += length
  }
}
