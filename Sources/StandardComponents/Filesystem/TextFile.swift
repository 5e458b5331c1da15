// Reads one file as text. Knows no directories.
internal import SystemFiles
internal import TextMatching

/// The text of a file.
struct TextFile: Sendable {
  /// The largest file that is read: 256 MiB. A file is one item, and an item is held in memory whole.
  static let sizeLimit = 256 << 20

  /// Line ends are LF.
  let text: String
  /// Bytes on the disk.
  let size: Int
  /// Whether the file was written to while it was read.
  let changedMeanwhile: Bool

  /// Why a file was not read, for people.
  struct Unreadable: Error, Sendable { let reason: String }

  /// Reads a file. Opening never blocks; what is not a regular file is refused before it is opened, and again
  /// after, should it have been replaced meanwhile.
  init(
    reading path: String, _ encoding: TextEncoding, _ errors: DecodingErrors,
    sizeLimit: Int = Self.sizeLimit
  ) throws(Unreadable) {
    let bytes: [UInt8]
    do {
      try Self.requireFile(try FileStatus.of(path))
      let file = try FileDescriptor(opening: path, .read)
      let before = try file.status()
      try Self.requireFile(before)
      bytes = try Self.readAll(file, size: before.size, limit: sizeLimit)
      changedMeanwhile = try file.status() != before
    } catch let error as SystemError {
      throw Unreadable(reason: error.isMissing ? "it is not there any more" : error.reason)
    } catch let error as Unreadable {
      throw error
    } catch {
      throw Unreadable(reason: "\(error)")
    }
    do {
      let decoded = UniversalNewlines.convert(try encoding.decode(bytes, errors))
      text = String(decoding: decoded, as: UTF8.self)
    } catch {
      throw Unreadable(reason: "byte \(error.offset) does not fit the encoding")
    }
    size = bytes.count
  }

  private static func requireFile(_ status: FileStatus) throws(Unreadable) {
    guard status.kind == .file else {
      throw Unreadable(reason: "it is a \(status.kind.rawValue), not a file")
    }
  }

  /// Everything up to the end, which need not be where the size says: files grow, and some of `/proc` say 0.
  private static func readAll(
    _ file: borrowing FileDescriptor, size: Int, limit: Int
  ) throws -> [UInt8] {
    guard size <= limit else { throw tooLarge(limit) }
    var bytes = try file.read(upTo: size + 1)
    while true {
      let more = try file.read(upTo: 65536)
      if more.isEmpty { return bytes }
      bytes += more
      guard bytes.count <= limit else { throw tooLarge(limit) }
    }
  }

  private static func tooLarge(_ limit: Int) -> Unreadable {
    Unreadable(reason: "it is larger than the limit of \(limit) bytes")
  }
}
