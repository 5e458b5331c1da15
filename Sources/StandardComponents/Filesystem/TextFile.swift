// Reads one file as text, whole or part by part. Knows no directories.
internal import SystemFiles
internal import TextMatching

/// The text of a file, or of a part of one.
struct TextFile: Sendable {
  /// Line ends are LF.
  let text: String
  /// Bytes on the disk.
  let size: Int
  /// Whether the file was written to while it was read.
  let changedMeanwhile: Bool

  /// Why a file was not read, for people.
  struct Unreadable: Error, Sendable {
    let reason: String
    /// Whether it is larger than what may be read at once.
    var isTooLarge = false
  }

  /// Reads a file. Opening never blocks; what is not a regular file is refused before it is opened, and again
  /// after, should it have been replaced meanwhile.
  init(
    reading path: String, _ encoding: TextEncoding, _ errors: DecodingErrors, sizeLimit: Int
  ) throws(Unreadable) {
    let bytes: [UInt8]
    do {
      let file = try Self.open(path)
      let before = try file.status()
      bytes = try Self.readAll(file, size: before.size, limit: sizeLimit)
      changedMeanwhile = try file.status() != before
    } catch let error as Unreadable {
      throw error
    } catch {
      throw Self.unreadable(error)
    }
    text = try Self.decode(bytes, encoding, errors)
    size = bytes.count
  }

  /// A part of a file that was read already.
  init(
    part bytes: [UInt8], at offset: Int, _ encoding: TextEncoding, _ errors: DecodingErrors
  ) throws(Unreadable) {
    text = try Self.decode(bytes, encoding, errors, at: offset)
    size = bytes.count
    changedMeanwhile = false
  }

  private static func decode(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ errors: DecodingErrors, at offset: Int = 0
  ) throws(Unreadable) -> String {
    do {
      return String(decoding: UniversalNewlines.convert(try encoding.decode(bytes, errors)), as: UTF8.self)
    } catch {
      throw Unreadable(reason: "byte \(offset + error.offset) does not fit the encoding")
    }
  }

  private static func open(_ path: String) throws -> FileDescriptor {
    try requireFile(try FileStatus.of(path))
    let file = try FileDescriptor(opening: path, .read)
    try requireFile(try file.status())
    return file
  }

  static func opened(_ path: String) throws(Unreadable) -> FileDescriptor {
    do {
      return try open(path)
    } catch {
      throw unreadable(error)
    }
  }

  static func status(of file: borrowing FileDescriptor) throws(Unreadable) -> FileStatus {
    do {
      return try file.status()
    } catch {
      throw unreadable(error)
    }
  }

  private static func unreadable(_ error: any Error) -> Unreadable {
    switch error {
    case let error as Unreadable: error
    case let error as SystemError: unreadable(error)
    default: Unreadable(reason: "\(error)")
    }
  }

  static func unreadable(_ error: SystemError) -> Unreadable {
    Unreadable(reason: error.isMissing ? "it is not there any more" : error.reason)
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
    // What the size promised has come with its end: nothing more is asked for.
    if bytes.count == size, size > 0 { return bytes }
    while true {
      let more = try file.read(upTo: 65536)
      if more.isEmpty { return bytes }
      bytes += more
      guard bytes.count <= limit else { throw tooLarge(limit) }
    }
  }

  private static func tooLarge(_ limit: Int) -> Unreadable {
    Unreadable(reason: "it is larger than the limit of \(limit) bytes", isTooLarge: true)
  }
}
