// Waits for changes in directories: inotify (Linux, inotify(7)).
internal import Glibc

/// Directories that are watched, and what happens in them.
package final class DirectoryChanges {
  /// One thing that happened.
  package enum Change: Sendable, Hashable {
    /// A file or a directory in a watched one was written, made, removed, or moved; the watched one as it was given.
    case entry(directory: String, name: String, isDirectory: Bool)
    /// A watched directory itself went away or was moved.
    case directory(String)
    /// So much happened that some of it got lost.
    case overflow
  }

  private let descriptor: Int32
  private var directories: [Int32: String] = [:]
  private var watched: Set<String> = []

  package init() throws(SystemError) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else { throw SystemError("cannot watch", "directories") }
  }

  deinit { _ = close(descriptor) }

  /// Watches a directory from now on; false when it is not there, or was watched already.
  ///
  /// - Throws: The system's reason when it has no room for a further watch.
  package func watch(_ directory: String) throws(SystemError) -> Bool {
    guard !watched.contains(directory) else { return false }
    try checkPath(directory, "cannot watch")
    let mask =
      IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
      | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ONLYDIR
    let number = unsafe inotify_add_watch(descriptor, directory, UInt32(mask))
    guard number >= 0 else {
      if errno == ENOSPC || errno == ENOMEM { throw SystemError("cannot watch", directory) }
      return false
    }
    // Two paths to one directory have one watch; the later name is as good as the first.
    directories[number] = directory
    watched.insert(directory)
    return true
  }

  /// Waits until something happens, at most so many milliseconds; nil: as long as it takes.
  ///
  /// - Returns: What happened; empty when the time is over.
  package func wait(milliseconds: Int32?) throws(SystemError) -> [Change] {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let count = retrying { unsafe poll(&polled, 1, milliseconds ?? -1) }
    guard count >= 0 else { throw SystemError("cannot watch", "directories") }
    return count == 0 ? [] : try read()
  }

  private func read() throws(SystemError) -> [Change] {
    let size = 1 << 16
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      // The buffer lives for this closure and is `size` bytes long.
      let result = retrying { unsafe Glibc.read(descriptor, buffer.baseAddress, size) }
      if result < 0, errno != EAGAIN { failure = errno }
      filled = max(0, result)
    }
    guard failure == 0 else { throw SystemError("cannot watch", "directories", code: failure) }
    return changes(in: bytes)
  }

  /// The records that the kernel wrote: a watch, what happened, a cookie, and a name with its length.
  private func changes(in bytes: [UInt8]) -> [Change] {
    let headerSize = MemoryLayout<inotify_event>.size
    var changes: [Change] = []
    var rest = bytes[...]
    while rest.count >= headerSize {
      let header = (0..<4).map { word in
        rest.dropFirst(4 * word).prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      }
      let length = Int(header[3])
      let name = rest.dropFirst(headerSize).prefix(length).prefix { $0 != 0 }
      if let change = change(Int32(bitPattern: header[0]), header[1], name) { changes.append(change) }
      rest = rest.dropFirst(headerSize + length)
    }
    return changes
  }

  private func change(_ watch: Int32, _ mask: UInt32, _ name: ArraySlice<UInt8>) -> Change? {
    if mask & UInt32(IN_Q_OVERFLOW) != 0 { return .overflow }
    guard let directory = directories[watch] else { return nil }
    if mask & UInt32(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF) != 0 {
      // What was moved would go on being watched under a name that it does not have any more.
      if mask & UInt32(IN_MOVE_SELF) != 0 { _ = inotify_rm_watch(descriptor, watch) }
      directories[watch] = nil
      watched.remove(directory)
      return .directory(directory)
    }
    guard !name.isEmpty else { return nil }
    return .entry(
      directory: directory, name: String(decoding: name, as: UTF8.self),
      isDirectory: mask & UInt32(IN_ISDIR) != 0)
  }
}
