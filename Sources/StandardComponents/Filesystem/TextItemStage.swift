// Makes the items of one file, or of a part of one. Runs on any thread; knows no order.
internal import CanonicalJSON
internal import ComponentKit
internal import DocumentExtraction
internal import SystemFiles
internal import TextMatching

/// What one thread does for the filesystem connector.
struct TextItemStage: Sendable {
  enum Input: Sendable {
    case file(path: BytePath, source: String)
    case part(TextParts.Part, number: Int, source: String)
  }

  enum Output: Sendable {
    case file(FileItems)
    /// An archive, whose items are many: they are made one by one when its turn has come.
    case container([UInt8], source: String, changedMeanwhile: Bool)
    /// It has become larger than an item may be.
    case outgrown(path: BytePath, source: String)
    case part(EncodedItem, size: Int)
    case unreadablePart(source: String, size: Int, reason: String)
  }

  /// What became of one file.
  struct FileItems: Sendable {
    let source: String
    var items: [EncodedItem] = []
    var size = 0
    var changedMeanwhile = false
    var warnings: [String] = []
    var omissionCount = 0
    /// Texts in it that are larger than an item may be.
    var splitCount = 0
    /// Why nothing of it was read.
    var skipReason: String?
    /// How large it is, where that is known of one that was not read.
    var unseenBytes = 0
  }

  let properties: FilesystemProperties
  /// Bytes of a file that are read as one item.
  let limit: Int
  let encoder: ItemEncoder
  let context: any ComponentContext

  /// Bytes of memory that a text takes while it is worked on: as bytes, as text, as JSON.
  static func weight(of size: Int) -> Int { 5 * size + (64 << 10) }

  func run(_ input: Input) throws -> Output {
    switch input {
    case .file(let path, let source):
      do {
        let file = try FileContent(reading: path, sizeLimit: limit, setBy: "--memory")
        if isContainer(file.bytes, source) {
          return .container(file.bytes, source: source, changedMeanwhile: file.changedMeanwhile)
        }
        var items: [EncodedItem] = []
        var made = try extract(file.bytes, source) { items.append($0) }
        made.items = items
        made.changedMeanwhile = file.changedMeanwhile
        return .file(made)
      } catch let error as UnreadableFile {
        if error.isTooLarge { return .outgrown(path: path, source: source) }
        return .file(FileItems(source: source, skipReason: error.reason))
      }
    case .part(let part, let number, let source):
      do {
        let text = UniversalNewlines.text(ofValid: try part.encoding.decode(part.bytes, properties.errors))
        let place: JSONValue = ["part": .integer(number), "offset": .integer(part.offset)]
        let item = DocumentSink.item(text, at: source, context: place)
        return .part(encoder(item), size: part.bytes.count)
      } catch {
        return .unreadablePart(
          source: source, size: part.bytes.count,
          reason: "byte \(part.offset + error.offset) does not fit the encoding")
      }
    }
  }

  /// What is opened, within the memory of the run: an entry, its text and its items are held at once.
  private var options: ExtractionOptions {
    var options = properties.extraction
    options.limits.entryBytes = min(options.limits.entryBytes, context.resources.memory / 8)
    return options
  }

  /// Takes a file apart and hands over its items.
  func extract(
    _ bytes: [UInt8], _ source: String, emit: @escaping (EncodedItem) throws -> Void
  ) throws -> FileItems {
    var made = FileItems(source: source)
    var extractor = DocumentExtractor(
      options, MailCharsets(),
      DocumentSink(context, properties, source: source, limit: limit, encoder, emit: emit))
    do {
      try extractor.extract(bytes, at: source)
      made.size = bytes.count
    } catch let error as Unextractable {
      made.skipReason = error.reason
      made.unseenBytes = bytes.count
    }
    extractor.sink.finish()
    made.splitCount = extractor.sink.splitCount
    made.warnings = extractor.sink.warnings
    made.omissionCount = extractor.sink.omissionCount
    return made
  }

  /// Whether a file is one that holds others and is opened.
  private func isContainer(_ bytes: [UInt8], _ source: String) -> Bool {
    switch opened(bytes, source) {
    case .zip, .tar, .gzip, .mailbox: true
    default: false
    }
  }

  /// The format of a file that is not read as plain text.
  func opened(_ bytes: [UInt8], _ source: String) -> DocumentFormat? {
    DocumentFormat.of(bytes, name: source).flatMap {
      DocumentExtractor<DocumentSink>.opens($0, properties.extraction) ? $0 : nil
    }
  }
}
