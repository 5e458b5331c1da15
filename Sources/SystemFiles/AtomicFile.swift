// A file that appears whole or not at all: written beside its place, synced, renamed.
internal import Glibc

/// A file being written; it takes its place at ``publish()`` and leaves nothing behind before that.
///
/// A device or a FIFO is no file to be replaced: what is written goes there at once. Where the path is a
/// symbolic link, the file that it leads to is replaced and the link stays.
package struct AtomicFile: ~Copyable {
  private let file: FileDescriptor
  private let path: String
  /// Nil when bytes go straight to their place.
  private let temporaryPath: String?
  private var isPublished = false
  /// What the names of unfinished files end with.
  static let suffix = ".partial"

  package init(replacing path: String) throws(SystemError) {
    let (target, isReplaced) = try Self.target(of: path)
    let temporaryPath =
      isReplaced ? "\(target).\(getpid()).\(UInt32.random(in: 0...UInt32.max))\(Self.suffix)" : nil
    let file = try Self.open(temporaryPath ?? target, isReplaced ? .create : .write, as: path)
    // Tells those who clean up that the file has a writer; a file system without locks has no cleaning up.
    if isReplaced { _ = file.tryLock() }
    self.file = file
    self.path = target
    self.temporaryPath = temporaryPath
  }

  /// Opens a file; an error names the path that was asked for.
  private static func open(
    _ path: String, _ mode: FileDescriptor.Mode, as name: String
  ) throws(SystemError) -> FileDescriptor {
    do {
      return try FileDescriptor(opening: path, mode)
    } catch {
      throw SystemError(error.action, name, code: error.code)
    }
  }

  /// The file that a path leads to, and whether it is one that is replaced.
  private static func target(of path: String) throws(SystemError) -> (path: String, isReplaced: Bool) {
    switch try? FileStatus.of(path).kind {
    case nil: (path, true)
    case .file: (try resolvePath(path), true)
    case .directory: throw SystemError("cannot write", path, code: EISDIR)
    default: (path, false)
    }
  }

  deinit {
    if !isPublished, let temporaryPath { _ = unsafe unlink(temporaryPath) }
  }

  package borrowing func write(_ bytes: borrowing [UInt8]) throws(SystemError) {
    do {
      try file.write(bytes)
    } catch {
      throw SystemError(error.action, path, code: error.code)
    }
  }

  /// Gives the new file the owner of another, where that is allowed.
  package borrowing func takeOwner(of status: FileStatus) {
    if temporaryPath != nil { _ = fchown(file.rawValue, status.owner, status.group) }
  }

  /// Makes the file visible under its own name, durably. With `permissions`, for more than its owner.
  ///
  /// - Parameter isDurable: False for what may get lost, whole or in part, when the power fails.
  package consuming func publish(permissions: UInt32 = 0o644, isDurable: Bool = true) throws(SystemError) {
    guard let temporaryPath else { return }
    guard fchmod(file.rawValue, permissions) == 0 else { throw SystemError("cannot set the mode of", path) }
    if isDurable { try file.synchronise() }
    guard unsafe rename(temporaryPath, path) == 0 else { throw SystemError("cannot replace", path) }
    isPublished = true
    if isDurable { synchroniseDirectory(of: path) }
  }

  /// Makes the file visible where there is none yet: an existing one is never replaced.
  ///
  /// - Throws: ``SystemError`` with `EEXIST` where there is one, be it a link that leads nowhere.
  package consuming func publishNew(permissions: UInt32) throws(SystemError) {
    guard let temporaryPath else { throw SystemError("cannot create", path, code: EEXIST) }
    guard fchmod(file.rawValue, permissions) == 0 else { throw SystemError("cannot set the mode of", path) }
    try file.synchronise()
    // Unlike a rename, a link fails where something is.
    guard unsafe link(temporaryPath, path) == 0 else { throw SystemError("cannot create", path) }
    synchroniseDirectory(of: path)
  }
}

/// Writes a new file atomically and durably; one that exists is never replaced.
package func writeNewFile(
  _ path: String, _ bytes: borrowing [UInt8], permissions: UInt32
) throws(SystemError) {
  let file = try AtomicFile(replacing: path)
  try file.write(bytes)
  try file.publishNew(permissions: permissions)
}

/// Writes a whole file atomically and, unless told otherwise, durably.
package func writeFile(
  _ path: String, _ bytes: borrowing [UInt8], permissions: UInt32 = 0o644, isDurable: Bool = true
) throws(SystemError) {
  let file = try AtomicFile(replacing: path)
  try file.write(bytes)
  try file.publish(permissions: permissions, isDurable: isDurable)
}

/// Makes a rename durable. File systems that can't sync a directory order renames themselves.
package func synchroniseDirectory(of path: String) {
  if let directory = try? FileDescriptor(opening: PathText.parent(of: path), .read) {
    try? directory.synchronise()
  }
}
