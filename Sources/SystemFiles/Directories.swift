// Directories: making, listing, removing, and resolving paths.
internal import Glibc

/// One entry of a directory.
package struct DirectoryEntry: Sendable {
  /// The name's bytes as the file system keeps them; they need not be UTF-8.
  package let name: [UInt8]
  /// The name as text; nil when it is not UTF-8.
  package var text: String? { String(validating: name, as: UTF8.self) }
  /// What it is, links not followed; nil where the file system does not tell.
  package let kind: FileStatus.Kind?
}

/// Makes a directory and those above it; fine when it exists. New ones get `permissions`.
///
/// - Parameter isDurable: Whether the name of a directory that was made survives the loss of power.
package func makeDirectory(
  _ path: String, permissions: UInt32 = 0o755, isDurable: Bool = false
) throws(SystemError) {
  try checkPath(path, "cannot create the directory")
  if unsafe mkdir(path, permissions) == 0 {
    if isDurable { synchroniseDirectory(of: path) }
    return
  }
  let code = errno
  switch code {
  case EEXIST:
    guard try FileStatus.of(path).kind == .directory else {
      throw SystemError("cannot create the directory", path, code: EEXIST)
    }
  case ENOENT where PathText.parent(of: path) != path && path != "":
    try makeDirectory(PathText.parent(of: path), permissions: permissions, isDurable: isDurable)
    guard unsafe mkdir(path, permissions) == 0 || errno == EEXIST else {
      throw SystemError("cannot create the directory", path)
    }
    if isDurable { synchroniseDirectory(of: path) }
  default: throw SystemError("cannot create the directory", path, code: code)
  }
}

/// The entries of a directory without `.` and `..`, sorted by the bytes of their names.
package func listDirectory(_ path: String) throws(SystemError) -> [DirectoryEntry] {
  try checkPath(path, "cannot list")
  guard let stream = unsafe opendir(path) else { throw SystemError("cannot list", path) }
  return try unsafe listDirectory(stream, path)
}

/// The entries of an open directory, which is closed.
func listDirectory(_ stream: OpaquePointer, _ path: String) throws(SystemError) -> [DirectoryEntry] {
  defer { _ = unsafe closedir(stream) }
  var entries: [DirectoryEntry] = []
  while true {
    errno = 0
    guard let record = unsafe readdir(stream) else {
      guard errno == 0 else { throw SystemError("cannot list", path) }
      break
    }
    // d_name ends with NUL and lives until the next readdir on this stream.
    let name = unsafe withUnsafeBytes(of: &record.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
    if name == [0x2E] || name == [0x2E, 0x2E] { continue }
    entries.append(DirectoryEntry(name: name, kind: kind(unsafe record.pointee.d_type)))
  }
  return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
}

/// The kind that a directory's entry carries, which spares a look at the file itself.
private func kind(_ type: UInt8) -> FileStatus.Kind? {
  switch Int(type) {
  case Int(DT_REG): .file
  case Int(DT_DIR): .directory
  case Int(DT_LNK): .symbolicLink
  case Int(DT_FIFO): .fifo
  case Int(DT_SOCK): .socket
  case Int(DT_CHR), Int(DT_BLK): .device
  default: nil
  }
}

/// Removes a file; fine when it is not there.
package func removeFile(_ path: String) throws(SystemError) {
  try checkPath(path, "cannot remove")
  guard unsafe unlink(path) == 0 || errno == ENOENT else { throw SystemError("cannot remove", path) }
}

/// Removes an empty directory; false when it is not there or not empty.
@discardableResult
package func removeDirectory(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

/// The absolute path with every symbolic link resolved.
package func resolvePath(_ path: String) throws(SystemError) -> String {
  try checkPath(path, "cannot resolve")
  guard let resolved = unsafe realpath(path, nil) else { throw SystemError("cannot resolve", path) }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// The working directory of this process.
package func currentDirectory() -> String {
  guard let path = unsafe getcwd(nil, 0) else { return "." }
  defer { unsafe free(path) }
  return unsafe String(cString: path)
}

/// Makes a symbolic link; false when something stands there already, or the text can't be a link.
package func makeSymbolicLink(_ path: String, to target: String) -> Bool {
  guard !path.utf8.contains(0), !target.utf8.contains(0) else { return false }
  return unsafe symlink(target, path) == 0
}
