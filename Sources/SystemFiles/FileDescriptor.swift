// An open file. Owns the descriptor and closes it.
internal import Glibc

/// An open file that closes itself; every call retries when a signal interrupts it.
package struct FileDescriptor: ~Copyable {
  package let rawValue: Int32
  package let path: String

  /// How a file is opened.
  package enum Mode: Sendable {
    /// For reading; never blocks on a FIFO.
    case read
    /// Makes a new file for writing, readable by the owner alone; fails where one exists.
    case create
    /// For writing to what is there: a device, a FIFO.
    case write
    /// For reading and writing, made when missing.
    case readWrite
    /// For writing at the end, wherever that is then; made when missing, readable by the owner alone.
    case append
  }

  package init(opening path: String, _ mode: Mode) throws(SystemError) {
    try checkPath(path, "cannot open")
    let flags: Int32
    switch mode {
    case .read: flags = O_RDONLY | O_NONBLOCK | O_NOCTTY
    case .create: flags = O_WRONLY | O_CREAT | O_EXCL
    case .write: flags = O_WRONLY | O_NOCTTY
    case .readWrite: flags = O_RDWR | O_CREAT
    case .append: flags = O_WRONLY | O_CREAT | O_APPEND
    }
    let descriptor = retrying { unsafe open(path, flags | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else {
      let isOpened = mode == .read || mode == .write
      throw SystemError(isOpened ? "cannot open" : "cannot create", path)
    }
    rawValue = descriptor
    self.path = path
  }

  /// Takes a descriptor over.
  init(owning rawValue: Int32, path: String) {
    self.rawValue = rawValue
    self.path = path
  }

  deinit { _ = close(rawValue) }

  /// Reads up to `count` bytes from where the last read ended; empty at the end.
  package borrowing func read(upTo count: Int) throws(SystemError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      // The buffer lives for this closure and is `count` bytes long.
      let result = retrying { unsafe Glibc.read(rawValue, buffer.baseAddress, count) }
      if result < 0 { failure = errno }
      filled = max(0, result)
    }
    guard failure == 0 else { throw SystemError("cannot read", path, code: failure) }
    return bytes
  }

  /// Reads from where the last read ended into memory that is there, as much as fits or as there is.
  ///
  /// - Returns: How many bytes were read; 0 at the end.
  package borrowing func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
    let result = unsafe buffer.withUnsafeMutableBytes { bytes in
      // The buffer lives for this closure and is as long as it says.
      retrying { unsafe Glibc.read(rawValue, bytes.baseAddress, bytes.count) }
    }
    guard result >= 0 else { throw SystemError("cannot read", path) }
    return result
  }

  /// Writes all bytes.
  package borrowing func write(_ bytes: borrowing [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      // The pointer stays inside `bytes`: `written` is below its count.
      let result = unsafe bytes.withUnsafeBytes { buffer in
        retrying {
          unsafe Glibc.write(rawValue, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        }
      }
      guard result > 0 else { throw SystemError("cannot write", path) }
      written += result
    }
  }

  /// Waits until what was written is on the disk.
  package borrowing func synchronise() throws(SystemError) {
    guard retrying({ fsync(rawValue) }) == 0 else { throw SystemError("cannot sync", path) }
  }

  /// Where the next read begins.
  package borrowing func seek(to offset: Int) throws(SystemError) {
    guard lseek(rawValue, off_t(offset), SEEK_SET) >= 0 else { throw SystemError("cannot seek in", path) }
  }

  /// Where data begin at a place or behind it, beyond a hole of a sparse file; the next read begins there.
  ///
  /// - Returns: The size where nothing but a hole follows; nil where the file system tells no holes.
  package borrowing func seek(toDataFrom offset: Int) throws(SystemError) -> Int? {
    // SEEK_DATA of lseek(2).
    let found = lseek(rawValue, off_t(offset), 3)
    if found >= 0 { return Int(found) }
    guard errno == ENXIO else { return nil }
    let end = lseek(rawValue, 0, SEEK_END)
    guard end >= 0 else { throw SystemError("cannot seek in", path) }
    return Int(end)
  }

  /// What kind of file this is, its size and when it changed.
  package borrowing func status() throws(SystemError) -> FileStatus {
    var record = stat()
    guard unsafe fstat(rawValue, &record) == 0 else { throw SystemError("cannot inspect", path) }
    return FileStatus(record)
  }

  /// Takes the advisory lock of this file for as long as it is open; false when another process holds it.
  ///
  /// A shared one only keeps others from having it for themselves.
  package borrowing func tryLock(isShared: Bool = false) -> Bool {
    flock(rawValue, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0
  }

  /// Makes the file empty.
  package borrowing func truncate() throws(SystemError) {
    guard ftruncate(rawValue, 0) == 0 else { throw SystemError("cannot truncate", path) }
  }
}

/// Repeats a call while signals interrupt it.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
