// The encodings that text files are read in, by the names that Python gives them.

/// What happens to bytes that are not text in the encoding.
enum DecodingErrors: String, Sendable {
  /// The file is refused.
  case strict
  /// Each faulty sequence becomes U+FFFD.
  case replace
  /// Faulty sequences are left out.
  case ignore
}

/// An encoding of text.
enum TextEncoding: Sendable, Equatable {
  /// With `dropsSignature`, without the byte order mark at the beginning.
  case utf8(dropsSignature: Bool)
  case ascii
  case latin1
  /// One byte for each character.
  case page(CodePage)
  /// Without a byte order, the mark at the beginning says it; little-endian when there is none.
  case utf16(ByteOrder?)
  /// Likewise.
  case utf32(ByteOrder?)
  /// By the mark at the beginning, or UTF-8, or as the text declares. Python has no such name.
  case detected

  enum ByteOrder: Sendable { case littleEndian, bigEndian }

  static let supportedNames =
    ["utf-8", "utf-8-sig", "ascii", "latin-1"] + CodePage.allCases.map(\.rawValue)
    + ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "auto"]

  /// The encoding that Python knows under a name: case, `-`, `_` and spaces do not matter.
  init?(pythonName: String) {
    let name = pythonName.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch name {
    case "utf8", "u8", "utf": self = .utf8(dropsSignature: false)
    case "utf8sig": self = .utf8(dropsSignature: true)
    case "ascii", "usascii", "646": self = .ascii
    case "latin1", "latin", "iso88591", "l1", "88591", "cp819": self = .latin1
    case "utf16", "u16": self = .utf16(nil)
    case "utf16le": self = .utf16(.littleEndian)
    case "utf16be": self = .utf16(.bigEndian)
    case "utf32", "u32": self = .utf32(nil)
    case "utf32le": self = .utf32(.littleEndian)
    case "utf32be": self = .utf32(.bigEndian)
    case "auto": self = .detected
    default:
      guard let page = CodePage(normalisedName: name) else { return nil }
      self = .page(page)
    }
  }
}

/// Text that is not in the encoding it was said to be in.
struct UndecodableText: Error, Sendable, Equatable {
  /// Bytes from the beginning of the file.
  let offset: Int
}
