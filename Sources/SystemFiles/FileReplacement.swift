// Replaces the content of a file, unless somebody else has changed it meanwhile.

/// Why a file was not replaced.
package enum FileReplacementError: Error, Sendable, CustomStringConvertible {
  case system(SystemError)
  case read(ReadFileError)
  /// The file holds something else than what was read.
  case changedMeanwhile(path: String)

  package var description: String {
    switch self {
    case .system(let error): error.description
    case .read(let error): error.description
    case .changedMeanwhile(let path): "\(path) was changed by somebody else meanwhile; it is left as it is"
    }
  }
}

/// Replaces a file that still holds `old`, atomically. Its permissions stay, its owner where the system allows it,
/// and a symbolic link that leads to it.
///
/// The content is compared right before the new one takes its place: what was written until then is not lost.
package func replaceFile(
  _ path: String, holding old: [UInt8], with new: [UInt8]
) throws(FileReplacementError) {
  do {
    let status = try FileStatus.of(path)
    let file = try AtomicFile(replacing: path)
    try file.write(new)
    file.takeOwner(of: status)
    let found: [UInt8]
    do {
      found = try readFile(path, limit: max(old.count, 1))
    } catch {
      if case .tooLarge = error { throw FileReplacementError.changedMeanwhile(path: path) }
      throw FileReplacementError.read(error)
    }
    guard found == old else { throw FileReplacementError.changedMeanwhile(path: path) }
    try file.publish(permissions: status.permissions)
  } catch let error as FileReplacementError {
    throw error
  } catch let error as SystemError {
    throw .system(error)
  } catch {
    preconditionFailure("only the two errors above are thrown here")
  }
}
