// Makes items of what is found in a file, and counts what is not seen. Knows no format.
internal import CanonicalJSON
internal import ComponentKit
internal import DocumentExtraction
internal import TextMatching

/// Where the texts of one file go: the file's own, and those of what lies inside it.
struct DocumentSink: ExtractionSink {
  /// Warnings that one file gives rise to; the others are counted.
  private static let warningLimit = 20

  private let context: any ComponentContext
  private let properties: FilesystemProperties
  private let encoder: ItemEncoder
  /// Where each item goes at once.
  private let emit: (EncodedItem) throws -> Void
  /// The path of the file itself.
  let source: String
  /// What was not seen, or not wholly.
  private(set) var omissionCount = 0
  /// What people should be told of it.
  private(set) var warnings: [String] = []
  /// Texts that are larger than an item may be.
  private(set) var splitCount = 0
  /// Bytes of one item.
  private let limit: Int

  init(
    _ context: any ComponentContext, _ properties: FilesystemProperties, source: String, limit: Int,
    _ encoder: ItemEncoder, emit: @escaping (EncodedItem) throws -> Void
  ) {
    self.context = context
    self.properties = properties
    self.limit = limit
    self.source = source
    self.encoder = encoder
    self.emit = emit
  }

  mutating func take(text: String, at path: String) throws {
    try emitPieces(of: UniversalNewlines.convert(text), at: path)
  }

  /// One item, or as many as a large text takes.
  private mutating func emitPieces(of text: String, at path: String) throws {
    guard text.utf8.count > limit else { return try emit(encoder(Self.item(text, at: path))) }
    var number = 0
    let count = try TextPieces.forEach(of: text, limit: limit) { piece, offset in
      try context.checkCancellation()
      number += 1
      let place: JSONValue = ["part": .integer(number), "offset": .integer(offset)]
      try emit(encoder(Self.item(piece, at: path, context: place)))
    }
    splitCount += 1
    guard splitCount <= Self.warningLimit else { return }
    warnings.append(
      "'\(path)' has \(text.utf8.count) bytes of text, and an item at most \(limit) (--memory): it was read in "
        + "\(count) parts; what spans two of them may be missed")
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
    try emitPieces(of: UniversalNewlines.text(ofValid: decoded), at: path)
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
      warnings.append(isWhole ? "skipped '\(path)': \(reason)" : "'\(path)': \(reason)")
    }
  }

  /// Says how many warnings were held back.
  mutating func finish() {
    guard omissionCount > Self.warningLimit else { return }
    warnings.append(
      "\(omissionCount - Self.warningLimit) more places in '\(source)' were not seen or not wholly")
  }

  func checkCancellation() throws { try context.checkCancellation() }

  /// The item of a text; `context` says more of its place.
  static func item(_ text: String, at path: String, context: JSONValue = [:]) -> JSONValue {
    [
      "content": .string(text),
      "metadata": [
        "connector_type": "filesystem_connector", "context": context, "file_path": .string(path),
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
