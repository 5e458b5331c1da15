// Finds out in which encoding a file is: by its mark, by being UTF-8, by what it declares. Guesses nothing.

extension TextEncoding {
  /// How much of a text may declare its encoding; XML, HTML, Python and Emacs do it at the top.
  private static let declarationLimit = 1024

  /// The encoding of these bytes; UTF-8 where nothing says otherwise.
  static func detect(_ bytes: [UInt8]) -> TextEncoding {
    if let marked = marked(bytes) { return marked }
    let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
    if isUTF8 { return .utf8(dropsSignature: false) }
    return declared(bytes) ?? .utf8(dropsSignature: false)
  }

  /// By the byte order mark; UTF-32 comes first, since its mark begins as that of UTF-16.
  private static func marked(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8(dropsSignature: true) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .utf32(nil)
    }
    return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? .utf16(nil) : nil
  }

  /// By a declaration such as `encoding="iso-8859-1"`, `charset=windows-1252` or `coding: latin-1`.
  private static func declared(_ bytes: [UInt8]) -> TextEncoding? {
    let head = String(decoding: bytes.prefix(declarationLimit).filter { $0 < 0x80 }, as: UTF8.self)
      .lowercased()
    for keyword in ["encoding", "charset", "coding"] {
      guard let range = head.firstRange(of: keyword) else { continue }
      let value = head[range.upperBound...].drop { " =:\"'".contains($0) }
      let name = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      switch TextEncoding(pythonName: String(name)) {
      case .ascii?, .latin1?: return name.hasPrefix("us") || name == "ascii" ? nil : .latin1
      case .page(let page)?: return .page(page)
      default: continue
      }
    }
    return nil
  }
}
