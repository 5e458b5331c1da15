// Decodes the bytes of a file to UTF-8, as Python's codecs do. Knows no files.

extension TextEncoding {
  /// The text in UTF-8, which is valid.
  ///
  /// - Throws: ``UndecodableText`` with the first fault, when errors are `.strict`.
  func decode(_ bytes: [UInt8], _ errors: DecodingErrors) throws(UndecodableText) -> [UInt8] {
    switch self {
    case .utf8(let dropsSignature):
      let signature: [UInt8] = [0xEF, 0xBB, 0xBF]
      let start = dropsSignature && bytes.starts(with: signature) ? signature.count : 0
      return try Self.decodeUTF8(bytes, from: start, errors)
    case .ascii: return try Self.decodeSingleBytes(bytes, errors) { $0 < 0x80 ? Unicode.Scalar($0) : nil }
    case .latin1: return try Self.decodeSingleBytes(bytes, errors) { Unicode.Scalar($0) }
    case .windows1252: return try Self.decodeSingleBytes(bytes, errors, Self.windows1252)
    case .utf16(let order): return try UTF16Decoding(bytes, order, errors).decode()
    case .utf32(let order): return try UTF32Decoding(bytes, order, errors).decode()
    case .detected: return try Self.detect(bytes).decode(bytes, errors)
    }
  }

  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func decodeUTF8(
    _ bytes: [UInt8], from start: Int, _ errors: DecodingErrors
  ) throws(UndecodableText) -> [UInt8] {
    guard var fault = fault(in: bytes, from: start) else {
      return start == 0 ? bytes : Array(bytes[start...])
    }
    var result: [UInt8] = []
    var position = start
    while true {
      if errors == .strict { throw UndecodableText(offset: fault.lowerBound) }
      result += bytes[position..<fault.lowerBound]
      if errors == .replace { result += replacement }
      position = fault.upperBound
      guard let next = Self.fault(in: bytes, from: position) else { return result + bytes[position...] }
      fault = next
    }
  }

  /// The first sequence that is not UTF-8: the longest beginning of a character, or one byte.
  private static func fault(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(droppingFirst: start))
      return nil
    } catch {
      let range = error.byteOffsets
      return (start + range.lowerBound)..<(start + max(range.upperBound, range.lowerBound + 1))
    }
  }

  private static func decodeSingleBytes(
    _ bytes: [UInt8], _ errors: DecodingErrors, _ scalar: (UInt8) -> Unicode.Scalar?
  ) throws(UndecodableText) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x80 {
        result.append(byte)
      } else if let scalar = scalar(byte) {
        result += String(scalar).utf8
      } else if errors == .strict {
        throw UndecodableText(offset: offset)
      } else if errors == .replace {
        result += replacement
      }
    }
    return result
  }

  /// Windows code page 1252: Latin-1 with other characters at 80–9F, five of them undefined.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = windows1252Block[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The characters at 80–9F; 0 where there is none.
  private static let windows1252Block: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0, 0x017E, 0x0178,
  ]
}
