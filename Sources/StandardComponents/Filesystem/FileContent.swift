// Reads the bytes of one file. Knows neither directories nor what the bytes mean.
internal import SystemFiles

/// Why a file was not read, for people.
struct UnreadableFile: Error, Sendable {
  let reason: String
  /// Whether it is larger than what may be read at once.
  var isTooLarge = false

  init(reason: String, isTooLarge: Bool = false) {
    self.reason = reason
    self.isTooLarge = isTooLarge
  }

  /// What the system says of a file that can't be read.
  init(_ error: any Error) {
    switch error {
    case let error as UnreadableFile: self = error
    case let error as SystemError:
      self.init(reason: error.isMissing ? "it is not there any more" : error.reason)
    default: self.init(reason: "\(error)")
    }
  }
}

/// The bytes of a file.
struct FileContent: Sendable {
  let bytes: [UInt8]
  /// Whether the file was written to while it was read.
  let changedMeanwhile: Bool

  /// Reads what was a regular file when its status was asked for. Opening never blocks; it is refused should it have
  /// been replaced by something else meanwhile.
  init(reading path: BytePath, sizeLimit: Int, setBy setting: String) throws(UnreadableFile) {
    do {
      let file = try FileDescriptor(reading: path)
      let before = try file.status()
      try Self.requireFile(before)
      bytes = try Self.readAll(file, size: before.size, limit: sizeLimit, setting)
      changedMeanwhile = try file.status() != before
    } catch {
      throw UnreadableFile(error)
    }
  }

  /// Opens a regular file.
  static func opened(_ path: BytePath) throws(UnreadableFile) -> FileDescriptor {
    do {
      return try open(path)
    } catch {
      throw UnreadableFile(error)
    }
  }

  /// What kind of file an open one is, its size and when it changed.
  static func status(of file: borrowing FileDescriptor) throws(UnreadableFile) -> FileStatus {
    do {
      return try file.status()
    } catch {
      throw UnreadableFile(error)
    }
  }

  private static func open(_ path: BytePath) throws -> FileDescriptor {
    try requireFile(try path.status())
    let file = try FileDescriptor(reading: path)
    try requireFile(try file.status())
    return file
  }

  private static func requireFile(_ status: FileStatus) throws(UnreadableFile) {
    guard status.kind == .file else {
      throw UnreadableFile(reason: "it is a \(status.kind.rawValue), not a file")
    }
  }

  /// Everything up to the end, which need not be where the size says: files grow, and some of `/proc` say 0.
  private static func readAll(
    _ file: borrowing FileDescriptor, size: Int, limit: Int, _ setting: String
  ) throws -> [UInt8] {
    guard size <= limit else { throw tooLarge(size, limit, setting) }
    var bytes = try file.read(upTo: size + 1)
    // What the size promised has come with its end: nothing more is asked for.
    if bytes.count == size, size > 0 { return bytes }
    while true {
      let more = try file.read(upTo: 65536)
      if more.isEmpty { return bytes }
      bytes += more
      guard bytes.count <= limit else { throw tooLarge(bytes.count, limit, setting) }
    }
  }

  private static func tooLarge(_ size: Int, _ limit: Int, _ setting: String) -> UnreadableFile {
    UnreadableFile(
      reason:
        "it is larger than the limit of \(limit) bytes (\(setting)); \(size) bytes or more were not seen",
      isTooLarge: true)
  }
}
