// Makes the text that libyaml is given out of a file's bytes: UTF-8, without characters that YAML forbids.
// Does not know what the text says.
import Diagnostics

/// A file's bytes as libyaml may read them. Every byte stands at the offset that it has in the file.
struct ReadableText {
  /// Valid UTF-8; what was not is replaced byte for byte.
  var bytes: [UInt8]
  /// Offset of the first character: behind a byte order mark.
  var start: Int
  var isASCII: Bool

  private static let replacement = UInt8(ascii: "?")

  /// The text of a file; nil when it is in another encoding altogether.
  init?(bytes: [UInt8], source: SourceID, problems: inout [Diagnostic]) {
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    isASCII = false
    if let other = Self.otherEncoding(bytes) {
      let message = "the file is \(other) text, not UTF-8"
      let span = SourceSpan(source: source, start: 0, end: min(2, bytes.count))
      let note = "save it as UTF-8; 'iconv -t UTF-8' converts it"
      problems.append(Diagnostic(.notUTF8, message, at: span, notes: [note]))
      return nil
    }
    if let first = validate() { problems.append(Self.diagnostic(of: first, bytes, source)) }
  }

  /// Validates the text and replaces what is not UTF-8; gives the first faulty range.
  private mutating func validate() -> Range<Int>? {
    var first: Range<Int>?
    var position = 0
    while true {
      guard let fault = Self.fault(in: bytes, from: position, isASCII: &isASCII) else {
        isASCII = isASCII && first == nil
        return first
      }
      first = first ?? fault
      for index in fault { bytes[index] = Self.replacement }
      position = max(fault.upperBound, position + 1)
    }
  }

  /// The first range from an offset on that is not UTF-8; if there is none, says whether all is ASCII.
  private static func fault(in bytes: [UInt8], from position: Int, isASCII: inout Bool) -> Range<Int>? {
    do {
      isASCII = try UTF8Span(validating: bytes.span.extracting(position...)).isKnownASCII
      return nil
    } catch {
      return position + error.byteOffsets.lowerBound..<position + error.byteOffsets.upperBound
    }
  }

  private static func diagnostic(
    of fault: Range<Int>, _ bytes: [UInt8], _ source: SourceID
  ) -> Diagnostic {
    let byte = String(bytes[fault.lowerBound], radix: 16, uppercase: true)
    return Diagnostic(
      .notUTF8, "the file is not UTF-8: byte 0x\(byte) does not belong here",
      at: SourceSpan(source: source, start: fault.lowerBound, end: fault.upperBound),
      notes: ["save the file as UTF-8; a file in another encoding can be converted with 'iconv -t UTF-8'"])
  }

  /// UTF-16 and UTF-32, by their byte order mark or the zero bytes of their first characters.
  private static func otherEncoding(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE):
      return bytes.count >= 4 && bytes[2] == 0 && bytes[3] == 0 ? "UTF-32" : "UTF-16"
    case (0xFE, 0xFF): return "UTF-16"
    case (0, 0): return "UTF-32"
    case (0, 1...), (1..., 0): return "UTF-16"
    default: return nil
    }
  }
}

extension ReadableText {
  /// Replaces the control characters that YAML forbids and reports each, up to a bound.
  ///
  /// - Returns: Whether there were any.
  mutating func replaceControlCharacters(source: SourceID, problems: inout [Diagnostic]) -> Bool {
    var count = 0
    for index in bytes.indices {
      guard let width = forbiddenWidth(at: index) else { continue }
      count += 1
      if count <= 10 { problems.append(Self.diagnostic(ofControl: bytes[index..<index + width], source)) }
      for offset in index..<index + width { bytes[offset] = Self.replacement }
    }
    return count > 0
  }

  /// How many bytes the forbidden character at an offset takes; nil when it is allowed.
  private func forbiddenWidth(at index: Int) -> Int? {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0x09, 0x0A, 0x0D: return nil
    case 0..<0x20, 0x7F: return 1
    case 0xC2: return (0x80..<0xA0).contains(next) && next != 0x85 ? 2 : nil
    case 0xEF: return next == 0xBF && index + 2 < bytes.count && bytes[index + 2] >= 0xBE ? 3 : nil
    default: return nil
    }
  }

  private static func diagnostic(ofControl bytes: ArraySlice<UInt8>, _ source: SourceID) -> Diagnostic {
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0
    let digits = String(scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      .yamlSyntax, "the control character \(name) is not allowed in YAML",
      at: SourceSpan(source: source, start: bytes.startIndex, end: bytes.endIndex),
      notes: ["in a double-quoted text it can be written as an escape, such as \"\\x1B\""])
  }
}
