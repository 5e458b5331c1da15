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
    case .ascii: return try Self.decodeSingleBytes(bytes, errors, Array(repeating: [], count: 128))
    case .latin1: return try Self.decodeSingleBytes(bytes, errors, Self.latin1Letters)
    case .page(let page): return try Self.decodeSingleBytes(bytes, errors, page.letters)
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

  private static let latin1Letters: [[UInt8]] = (UInt8(0x80)...0xFF).map {
    Array(String(Unicode.Scalar($0)).utf8)
  }

  /// - Parameter letters: What the bytes from 80 on stand for, 128 of them; empty for nothing.
  private static func decodeSingleBytes(
    _ bytes: [UInt8], _ errors: DecodingErrors, _ letters: [[UInt8]]
  ) throws(UndecodableText) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 4)
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x80 {
        result.append(byte)
      } else if !letters[Int(byte) - 0x80].isEmpty {
        result += letters[Int(byte) - 0x80]
      } else if errors == .strict {
        throw UndecodableText(offset: offset)
      } else if errors == .replace {
        result += replacement
      }
    }
    return result
  }
}
