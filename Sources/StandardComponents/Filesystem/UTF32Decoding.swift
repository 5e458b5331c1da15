// Decodes UTF-32 to UTF-8, as Python's codecs do.

/// One pass over UTF-32 in some byte order.
struct UTF32Decoding {
  private let bytes: [UInt8]
  private let isBigEndian: Bool
  private let errors: DecodingErrors
  private let start: Int

  init(_ bytes: [UInt8], _ order: TextEncoding.ByteOrder?, _ errors: DecodingErrors) {
    self.bytes = bytes
    self.errors = errors
    let hasLittleMark = bytes.starts(with: [0xFF, 0xFE, 0, 0])
    let hasBigMark = bytes.starts(with: [0, 0, 0xFE, 0xFF])
    isBigEndian = order.map { $0 == .bigEndian } ?? hasBigMark
    start = order == nil && (hasLittleMark || hasBigMark) ? 4 : 0
  }

  func decode() throws(UndecodableText) -> [UInt8] {
    var result: [UInt8] = []
    var position = start
    while position < bytes.count {
      let unit = bytes[position...].prefix(4)
      if unit.count == 4, let scalar = Unicode.Scalar(number(unit)) {
        result += String(scalar).utf8
      } else if errors == .strict {
        throw UndecodableText(offset: position)
      } else if errors == .replace {
        result += TextEncoding.replacement
      }
      position += unit.count
    }
    return result
  }

  private func number(_ unit: ArraySlice<UInt8>) -> UInt32 {
    isBigEndian
      ? unit.reduce(0) { $0 << 8 | UInt32($1) } : unit.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
