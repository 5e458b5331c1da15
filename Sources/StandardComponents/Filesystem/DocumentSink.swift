// Makes items of what is found in a file, and counts what is not seen. Knows no format.
internal import CanonicalJSON
internal import ComponentKit
internal import DocumentExtraction
internal import TextMatching

/// Where the texts of one file go: the file's own, and those of what lies inside it.
struct DocumentSink: ExtractionSink {
  /// Warnings that one file gives rise to; the others are counted.
  private static let warningLimit = 20

  let items: any ItemSink
  let context: any ComponentContext
  let properties: FilesystemProperties
  /// The path of the file itself.
  let source: String
  /// What was not seen, or not wholly.
  private(set) var omissionCount = 0

  init(
    _ items: any ItemSink, _ context: any ComponentContext, _ properties: FilesystemProperties, source: String
  ) {
    self.items = items
    self.context = context
    self.properties = properties
    self.source = source
  }

  mutating func take(text: String, at path: String) throws {
    let lines = UniversalNewlines.convert(Array(text.utf8))
    try items.append(item(String(decoding: lines, as: UTF8.self), at: path))
  }

  /// - Throws: ``Unextractable`` where the file itself does not fit the encoding.
  mutating func take(plain bytes: consuming [UInt8], at path: String) throws {
    let decoded: [UInt8]
    do {
      decoded = try properties.encoding.decode(bytes, properties.errors)
    } catch {
      let reason = "byte \(error.offset) does not fit the encoding" + advice(bytes, path)
      if path == source { throw Unextractable(reason) }
      return omit("\(reason); \(bytes.count) bytes were not seen", at: path, isWhole: true)
    }
    try items.append(item(String(decoding: UniversalNewlines.convert(decoded), as: UTF8.self), at: path))
  }

  /// How a file of a known format could be read.
  private func advice(_ bytes: [UInt8], _ path: String) -> String {
    guard let format = DocumentFormat.of(bytes, name: path) else { return "" }
    let property =
      switch format {
      case .zip, .tar, .gzip: "'archives: true'"
      case .pdf: "'pdf: true'"
      case .word, .workbook, .compoundFile: "'documents: auto'"
      case .openDocumentText, .mail, .mailbox: "'documents: all'"
      }
    return "; it is \(format.title), which \(property) opens"
  }

  mutating func omit(_ reason: String, at path: String, isWhole: Bool) {
    omissionCount += 1
    if omissionCount <= Self.warningLimit {
      context.warn(isWhole ? "skipped '\(path)': \(reason)" : "'\(path)': \(reason)")
    }
  }

  /// Says how many warnings were held back.
  func finish() {
    guard omissionCount > Self.warningLimit else { return }
    context.warn(
      "\(omissionCount - Self.warningLimit) more places in '\(source)' were not seen or not wholly")
  }

  func checkCancellation() throws { try context.checkCancellation() }

  private func item(_ text: String, at path: String) -> JSONValue {
    [
      "content": .string(text),
      "metadata": [
        "connector_type": "filesystem_connector", "context": [:], "file_path": .string(path),
        "source": .string(path),
      ],
    ]
  }
}

/// The encodings of mail, which are those of files.
struct MailCharsets: CharsetDecoder {
  func text(_ bytes: [UInt8], charset: String) -> String? {
    guard let encoding = TextEncoding(pythonName: charset), let text = try? encoding.decode(bytes, .strict)
    else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
