// Reads the bytes of one file. Knows neither directories nor what the bytes mean.
internal import SystemFiles

/// Why a file was not read, for people.
struct UnreadableFile: Error, Sendable { let reason: String }

/// The bytes of a file.
struct FileContent: Sendable {
  /// The largest file that is read: 256 MiB. A file is one item, and an item is held in memory whole.
  static let sizeLimit = 256 << 20

  let bytes: [UInt8]
  /// Whether the file was written to while it was read.
  let changedMeanwhile: Bool

  /// Reads a file. Opening never blocks; what is not a regular file is refused before it is opened, and again
  /// after, should it have been replaced meanwhile.
  init(reading path: BytePath, sizeLimit: Int = Self.sizeLimit) throws(UnreadableFile) {
    do {
      try Self.requireFile(try path.status())
      let file = try FileDescriptor(reading: path)
      let before = try file.status()
      try Self.requireFile(before)
      bytes = try Self.readAll(file, size: before.size, limit: sizeLimit)
      changedMeanwhile = try file.status() != before
    } catch let error as SystemError {
      throw UnreadableFile(reason: error.isMissing ? "it is not there any more" : error.reason)
    } catch let error as UnreadableFile {
      throw error
    } catch {
      throw UnreadableFile(reason: "\(error)")
    }
  }

  private static func requireFile(_ status: FileStatus) throws(UnreadableFile) {
    guard status.kind == .file else {
      throw UnreadableFile(reason: "it is a \(status.kind.rawValue), not a file")
    }
  }

  /// Everything up to the end, which need not be where the size says: files grow, and some of `/proc` say 0.
  private static func readAll(
    _ file: borrowing FileDescriptor, size: Int, limit: Int
  ) throws -> [UInt8] {
    guard size <= limit else { throw tooLarge(size, limit) }
    var bytes = try file.read(upTo: size + 1)
    while true {
      let more = try file.read(upTo: 65536)
      if more.isEmpty { return bytes }
      bytes += more
      guard bytes.count <= limit else { throw tooLarge(bytes.count, limit) }
    }
  }

  private static func tooLarge(_ size: Int, _ limit: Int) -> UnreadableFile {
    UnreadableFile(
      reason: "it is larger than the limit of \(limit) bytes; \(size) bytes or more were not seen")
  }
}
