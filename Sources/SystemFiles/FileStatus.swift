// What `stat` says of a path.
internal import Glibc

/// The kind, size and identity of a file.
package struct FileStatus: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case file, directory, symbolicLink = "symbolic link", fifo = "FIFO", socket, device, other
  }

  package let kind: Kind
  /// Bytes.
  package let size: Int
  /// Device and inode: two paths with the same identity are one file.
  package let identity: Identity
  /// Nanoseconds since 1970.
  package let modified: Int
  /// When its content, its name or its mode last changed, in nanoseconds since 1970; no program can set it.
  package let changed: Int

  /// The permission bits, set-id and sticky bits among them.
  package let permissions: UInt32
  let owner: UInt32
  let group: UInt32

  package struct Identity: Hashable, Sendable {
    package let device: UInt
    package let inode: UInt
  }

  init(_ record: stat) {
    switch record.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .directory
    case S_IFLNK: kind = .symbolicLink
    case S_IFIFO: kind = .fifo
    case S_IFSOCK: kind = .socket
    case S_IFCHR, S_IFBLK: kind = .device
    default: kind = .other
    }
    size = Int(record.st_size)
    permissions = UInt32(record.st_mode) & 0o7777
    (owner, group) = (record.st_uid, record.st_gid)
    identity = Identity(device: UInt(record.st_dev), inode: UInt(record.st_ino))
    modified = record.st_mtim.tv_sec &* 1_000_000_000 &+ record.st_mtim.tv_nsec
    changed = record.st_ctim.tv_sec &* 1_000_000_000 &+ record.st_ctim.tv_nsec
  }

  /// The status of what a path leads to, or of a symbolic link itself.
  package static func of(_ path: String, followingLinks: Bool = true) throws(SystemError) -> FileStatus {
    try checkPath(path, "cannot inspect")
    var record = stat()
    let result = unsafe followingLinks ? stat(path, &record) : lstat(path, &record)
    guard result == 0 else { throw SystemError("cannot inspect", path) }
    return FileStatus(record)
  }
}
