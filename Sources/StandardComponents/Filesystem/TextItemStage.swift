// Makes the item of one file, or of a part of one. Runs on any thread; knows no order.
internal import CanonicalJSON
internal import ComponentKit

/// What one thread does for the filesystem connector.
struct TextItemStage: Sendable {
  enum Input: Sendable {
    case file(path: String, source: String)
    case part(Part, source: String)
  }

  /// A part of a file and its number, from 1.
  struct Part: Sendable {
    let bytes: [UInt8]
    let offset: Int
    let encoding: TextEncoding
    let number: Int

    init(_ part: TextParts.Part, number: Int) {
      bytes = part.bytes
      offset = part.offset
      encoding = part.encoding
      self.number = number
    }
  }

  enum Output: Sendable {
    case item(EncodedItem, source: String, size: Int, changedMeanwhile: Bool)
    case skipped(source: String, reason: String)
    /// It has become larger than an item may be.
    case outgrown(path: String, source: String)
    case part(EncodedItem, size: Int)
    case unreadablePart(source: String, size: Int, reason: String)
  }

  let encoding: TextEncoding
  let errors: DecodingErrors
  /// Bytes of a file that are read as one item.
  let limit: Int
  let encoder: ItemEncoder

  /// Bytes of memory that a text takes while it is worked on: as bytes, as text, as JSON.
  static func weight(of size: Int) -> Int { 5 * size + (64 << 10) }

  func run(_ input: Input) -> Output {
    switch input {
    case .file(let path, let source):
      do {
        let file = try TextFile(reading: path, encoding, errors, sizeLimit: limit)
        return .item(
          encoder(item(file.text, source, context: [:])), source: source, size: file.size,
          changedMeanwhile: file.changedMeanwhile)
      } catch {
        return error.isTooLarge
          ? .outgrown(path: path, source: source) : .skipped(source: source, reason: error.reason)
      }
    case .part(let part, let source):
      do {
        let file = try TextFile(part: part.bytes, at: part.offset, part.encoding, errors)
        let context: JSONValue = ["part": .integer(part.number), "offset": .integer(part.offset)]
        return .part(encoder(item(file.text, source, context: context)), size: file.size)
      } catch {
        return .unreadablePart(source: source, size: part.bytes.count, reason: error.reason)
      }
    }
  }

  private func item(_ text: String, _ source: String, context: JSONValue) -> JSONValue {
    [
      "content": .string(text),
      "metadata": [
        "connector_type": "filesystem_connector", "context": context, "file_path": .string(source),
        "source": .string(source),
      ],
    ]
  }
}
