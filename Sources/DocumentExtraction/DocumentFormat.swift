// Tells by its first bytes, and where they say too little by its name, what a file is.

/// A format whose text has to be taken out.
package enum DocumentFormat: Sendable, Hashable {
  case zip, tar, gzip
  case word, workbook, openDocumentText
  case pdf
  case mail, mailbox
  /// The container of older and of protected office documents.
  case compoundFile

  /// What warnings call it.
  package var title: String {
    switch self {
    case .zip: "a zip archive"
    case .tar: "a tar archive"
    case .gzip: "a gzip file"
    case .word: "a DOCX document"
    case .workbook: "an XLSX workbook"
    case .openDocumentText: "an ODT document"
    case .pdf: "a PDF document"
    case .mail: "a mail message"
    case .mailbox: "a mailbox"
    case .compoundFile: "an office document of the older or a protected form"
    }
  }

  package var isArchive: Bool { [.zip, .tar, .gzip].contains(self) }

  /// Nil for plain text, and for what is not known.
  package static func of(_ bytes: [UInt8], name: String) -> DocumentFormat? {
    let reader = ByteReader(bytes: bytes)
    let suffix = name.utf8.lastIndex(of: 0x2E).map { name[$0...].lowercased() } ?? ""
    if reader.hasPrefix(ZipArchive.magic) || reader.hasPrefix([0x50, 0x4B, 5, 6]) {
      switch suffix {
      case ".docx", ".docm", ".dotx": return .word
      case ".xlsx", ".xlsm", ".xltx": return .workbook
      case ".odt", ".ott": return .openDocumentText
      default: return .zip
      }
    }
    if reader.hasPrefix([0x1F, 0x8B]) { return .gzip }
    if reader.hasPrefix(PDFText.magic) { return .pdf }
    if reader.hasPrefix([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compoundFile }
    if suffix == ".tar" || reader.hasPrefix(Array("ustar".utf8), at: 257),
      TarHeader(Array(bytes.prefix(TarHeader.blockSize))) != nil
    {
      return .tar
    }
    if suffix == ".eml" { return .mail }
    return suffix == ".mbox" && reader.hasPrefix(Array("From ".utf8)) ? .mailbox : nil
  }
}
