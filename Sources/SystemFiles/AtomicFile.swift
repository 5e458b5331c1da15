// A file that appears whole or not at all: written beside its place, synced, renamed.
internal import Glibc

/// A file being written; it takes its place at ``publish()`` and leaves nothing behind before that.
package struct AtomicFile: ~Copyable {
  private let file: FileDescriptor
  private let path: String
  private let temporaryPath: String
  private var isPublished = false

  package init(replacing path: String) throws(SystemError) {
    self.path = path
    temporaryPath = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).partial"
    file = try FileDescriptor(opening: temporaryPath, .create)
  }

  deinit {
    if !isPublished { _ = unsafe unlink(temporaryPath) }
  }

  package borrowing func write(_ bytes: borrowing [UInt8]) throws(SystemError) { try file.write(bytes) }

  /// Makes the file visible under its own name, durably. With `permissions`, for more than its owner.
  package consuming func publish(permissions: UInt32 = 0o644) throws(SystemError) {
    guard fchmod(file.rawValue, permissions) == 0 else { throw SystemError("cannot set the mode of", path) }
    try file.synchronise()
    guard unsafe rename(temporaryPath, path) == 0 else { throw SystemError("cannot replace", path) }
    isPublished = true
    synchroniseDirectory(of: path)
  }
}

/// Writes a whole file atomically and durably.
package func writeFile(
  _ path: String, _ bytes: borrowing [UInt8], permissions: UInt32 = 0o644
) throws(SystemError) {
  let file = try AtomicFile(replacing: path)
  try file.write(bytes)
  try file.publish(permissions: permissions)
}

/// Makes a rename durable. File systems that can't sync a directory order renames themselves.
package func synchroniseDirectory(of path: String) {
  if let directory = try? FileDescriptor(opening: PathText.parent(of: path), .read) {
    try? directory.synchronise()
  }
}
