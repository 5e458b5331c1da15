// Paths as the file system keeps them: bytes, which need not be UTF-8.
internal import Glibc

/// A path that may have names that are not UTF-8. What can be done with it is what a walk over a directory needs.
package struct BytePath: Sendable, Equatable {
  /// Without NUL.
  private let bytes: [UInt8]

  package init(_ path: String) { bytes = Array(path.utf8.prefix { $0 != 0 }) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// An entry of this directory.
  package func appending(_ name: [UInt8]) -> BytePath {
    let isSeparated = bytes.isEmpty || bytes.last == 0x2F
    return BytePath(bytes: bytes + (isSeparated ? [] : [0x2F]) + name)
  }

  /// The path as it is shown: what is not UTF-8 as `\xE9`.
  package var text: String { Self.text(of: bytes) }

  /// A name as it is shown.
  package static func text(of name: [UInt8]) -> String {
    if let text = String(validating: name, as: UTF8.self) { return text }
    var text = ""
    var rest = name[...]
    while let first = rest.first {
      let length = (1...4).first { String(validating: rest.prefix($0), as: UTF8.self) != nil } ?? 0
      if length == 0 || length > rest.count {
        text += "\\x" + (first < 16 ? "0" : "") + String(first, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      } else {
        text += String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
      }
    }
    return text
  }

  /// Calls `body` with the path as the system's calls take it.
  fileprivate func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    // Safe: the array ends with NUL, is never empty, and outlives the call.
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else {
        preconditionFailure("an array with an element has an address")
      }
      return unsafe body(start)
    }
  }

  /// What the path leads to, or a symbolic link itself.
  package func status(followingLinks: Bool = true) throws(SystemError) -> FileStatus {
    var record = stat()
    let result = unsafe withCString { path in
      // The record lives for the call.
      unsafe followingLinks ? stat(path, &record) : lstat(path, &record)
    }
    guard result == 0 else { throw SystemError("cannot inspect", text) }
    return FileStatus(record)
  }

  /// A descriptor for reading; opening never blocks.
  fileprivate func openDescriptor() -> Int32 {
    unsafe withCString { path in
      retrying { unsafe open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0) }
    }
  }

  /// The entries of a directory without `.` and `..`, sorted by the bytes of their names.
  package func entries() throws(SystemError) -> [DirectoryEntry] {
    guard let stream = unsafe withCString({ unsafe opendir($0) }) else {
      throw SystemError("cannot list", text)
    }
    return try unsafe listDirectory(stream, text)
  }
}

extension FileDescriptor {
  /// Opens a file for reading; never blocks on a FIFO.
  package init(reading path: BytePath) throws(SystemError) {
    let descriptor = path.openDescriptor()
    guard descriptor >= 0 else { throw SystemError("cannot open", path.text) }
    self.init(owning: descriptor, path: path.text)
  }
}
