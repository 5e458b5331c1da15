// Takes the texts out of a file: a document, an archive, or both within each other. Reads and writes no file.

/// Which formats are opened.
package struct ExtractionOptions: Sendable {
  /// DOCX and XLSX.
  package var readsOfficeDocuments = true
  /// ODT, mail, and the parts of office documents beside their bodies.
  package var readsFurtherDocuments = false
  package var readsPDF = false
  /// Nil where the program is not installed.
  package var pdf: PDFText?
  package var opensArchives = false
  package var limits = ExtractionLimits()

  package init() {}
}

/// Takes what is found in a file.
package protocol ExtractionSink {
  /// A text of a document, at a path such as `a.zip!/b.docx`.
  mutating func take(text: String, at path: String) throws
  /// A file that is no document, as it is; nobody has decoded it yet.
  mutating func take(plain bytes: consuming [UInt8], at path: String) throws
  /// Something that was not seen, or not wholly. `isWhole`: nothing at this path was.
  mutating func omit(_ reason: String, at path: String, isWhole: Bool)
  /// Throws when the work should stop.
  func checkCancellation() throws
}

/// Takes one file apart.
package struct DocumentExtractor<Sink: ExtractionSink> {
  let options: ExtractionOptions
  let charsets: any CharsetDecoder
  package var sink: Sink
  var budget: ExtractionBudget

  package init(_ options: ExtractionOptions, _ charsets: any CharsetDecoder, _ sink: Sink) {
    self.options = options
    self.charsets = charsets
    self.sink = sink
    budget = ExtractionBudget(options.limits)
  }

  /// Whether a format is opened, and not left to whoever reads plain texts.
  package static func opens(_ format: DocumentFormat, _ options: ExtractionOptions) -> Bool {
    switch format {
    case .zip, .tar, .gzip: options.opensArchives
    case .word, .workbook: options.readsOfficeDocuments
    case .compoundFile: options.readsOfficeDocuments
    case .openDocumentText, .mail, .mailbox: options.readsFurtherDocuments
    case .pdf: options.readsPDF
    }
  }

  /// Takes the texts of a file; hands it on as it is where it is none of the formats that are opened.
  ///
  /// - Throws: ``Unextractable`` when nothing of it could be read, and what the sink throws.
  package mutating func extract(_ bytes: consuming [UInt8], at path: String, depth: Int = 0) throws {
    try sink.checkCancellation()
    guard let format = DocumentFormat.of(bytes, name: path), Self.opens(format, options) else {
      return try sink.take(plain: bytes, at: path)
    }
    switch format {
    case .word, .workbook, .openDocumentText: try take(try packageText(bytes, format), at: path)
    case .pdf:
      guard let pdf = options.pdf else { throw Unextractable(PDFText.isMissing) }
      try take(try pdf.text(of: bytes, options.limits), at: path)
    case .compoundFile: throw Self.compoundFile(bytes)
    case .mail: try extractMail(bytes[...], at: path, depth: depth)
    case .mailbox: try extractMailbox(bytes, at: path, depth: depth)
    case .zip, .tar, .gzip:
      guard depth < options.limits.nesting else {
        throw Unextractable("archives within archives are opened \(options.limits.nesting) deep at most")
      }
      try extractArchive(bytes, format, at: path, depth: depth)
    }
  }

  private mutating func packageText(
    _ bytes: [UInt8], _ format: DocumentFormat
  ) throws(Unextractable) -> DocumentText {
    let parts = PackageParts(archive: try ZipArchive(bytes, entryLimit: options.limits.entries))
    switch format {
    case .word:
      return try WordDocument.text(parts, withParts: options.readsFurtherDocuments, &budget)
    case .workbook:
      return try Workbook.text(parts, withParts: options.readsFurtherDocuments, &budget)
    default: return try OpenDocumentText.text(parts, &budget)
    }
  }

  private mutating func take(_ document: DocumentText, at path: String) throws {
    for part in document.parts {
      try sink.take(text: part.text, at: part.name.map { "\(path)!/\($0)" } ?? path)
    }
    for omission in document.omissions { sink.omit(omission, at: path, isWhole: false) }
  }

  private static func compoundFile(_ bytes: [UInt8]) -> Unextractable {
    // The name of the stream that a protected document has, in UTF-16.
    let mark = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    let isProtected = bytes.prefix(1 << 20).firstRange(of: mark) != nil
    return Unextractable(
      isProtected
        ? "it is protected by a password"
        : "it is a compound file of the older form (.doc, .xls, .ppt, .msg), not read")
  }

  private mutating func extractMail(_ bytes: ArraySlice<UInt8>, at path: String, depth: Int) throws {
    let message = MailMessage(bytes, charsets)
    try sink.take(text: message.text, at: path)
    for omission in message.omissions { sink.omit(omission, at: path, isWhole: false) }
    guard depth < options.limits.nesting else {
      if !message.attachments.isEmpty {
        let count = message.attachments.count
        let subject = count == 1 ? "1 attachment was" : "\(count) attachments were"
        sink.omit("\(subject) not seen: messages within messages go too deep", at: path, isWhole: false)
      }
      return
    }
    for (index, attachment) in message.attachments.enumerated() {
      guard budget.takeEntry() else {
        return omitEntries(message.attachments.count - index, "attachments", at: path)
      }
      try extractInner(attachment.content, at: "\(path)!/\(attachment.name)", depth: depth + 1)
    }
  }

  private mutating func extractMailbox(_ bytes: [UInt8], at path: String, depth: Int) throws {
    let messages = Mailbox.messages(bytes)
    for (index, message) in messages.enumerated() {
      guard budget.takeEntry() else { return omitEntries(messages.count - index, "messages", at: path) }
      try sink.checkCancellation()
      try extractMail(message, at: "\(path)!/\(index + 1)", depth: depth + 1)
    }
  }

  private mutating func omitEntries(_ count: Int, _ things: String, at path: String) {
    sink.omit("\(tooManyEntries): \(count) \(things)", at: path, isWhole: false)
  }

  var tooManyEntries: String { "what comes after the first \(options.limits.entries) entries was not seen" }

  /// Extracts what lies inside something else: what goes wrong there is said and no more.
  mutating func extractInner(_ bytes: consuming [UInt8], at path: String, depth: Int) throws {
    do {
      try extract(bytes, at: path, depth: depth)
    } catch let error as Unextractable {
      sink.omit(error.reason, at: path, isWhole: true)
    }
  }
}
