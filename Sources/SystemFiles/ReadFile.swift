// Reads a whole regular file into memory, with a limit.

/// The largest file that is read whole unless told otherwise: 1 GiB.
package let defaultWholeFileLimit = 1 << 30

/// The most that is read of a file that has no size until it is read, as those below `/proc`: 16 MiB.
package let unsizedFileLimit = 16 << 20

/// Why a file was not read.
package enum ReadFileError: Error, Sendable, Equatable, CustomStringConvertible {
  case system(SystemError)
  /// The path leads to something that is not a regular file.
  case notAFile(path: String, kind: FileStatus.Kind)
  case tooLarge(path: String, limit: Int)

  package var description: String {
    switch self {
    case .system(let error): error.description
    case .notAFile(let path, let kind): "\(path) is a \(kind.rawValue), not a file"
    case .tooLarge(let path, let limit): "\(path) is larger than the limit of \(limit) bytes"
    }
  }
}

/// The bytes of a regular file; what grows while it is read is cut at the limit's error, never endless.
package func readFile(_ path: String, limit: Int = defaultWholeFileLimit) throws(ReadFileError) -> [UInt8] {
  do {
    let file = try FileDescriptor(opening: path, .read)
    let status = try file.status()
    guard status.kind == .file else { throw ReadFileError.notAFile(path: path, kind: status.kind) }
    let limit = status.size == 0 ? min(limit, unsizedFileLimit) : limit
    guard status.size <= limit else { throw ReadFileError.tooLarge(path: path, limit: limit) }
    var bytes = try file.read(upTo: status.size + 1)
    // One byte more was asked for than there should be, and there was none.
    if status.size > 0, bytes.count == status.size { return bytes }
    while true {
      let more = try file.read(upTo: 65536)
      if more.isEmpty { return bytes }
      bytes += more
      guard bytes.count <= limit else { throw ReadFileError.tooLarge(path: path, limit: limit) }
    }
  } catch let error as ReadFileError {
    throw error
  } catch let error as SystemError {
    throw .system(error)
  } catch {
    preconditionFailure("only the two errors above are thrown here")
  }
}
