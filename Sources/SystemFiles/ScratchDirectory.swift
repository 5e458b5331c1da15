// A directory for files that nobody wants afterwards.
internal import Glibc

/// A new directory that only this user may enter, in the system's place for temporary files.
package struct ScratchDirectory: ~Copyable {
  /// Absolute.
  package let path: String

  /// Makes the directory below `$TMPDIR`, else below `/tmp`.
  package init() throws(SystemError) {
    var base = "/tmp"
    if let variable = unsafe getenv("TMPDIR") {
      // The environment's text lives as long as the process; it is copied here.
      let text = unsafe String(cString: variable)
      if PathText.isAbsolute(text) { base = text }
    }
    var template = Array("\(base)/wct-XXXXXX".utf8CString)
    // mkdtemp writes the name over the X's, inside the array.
    let isMade = unsafe template.withUnsafeMutableBufferPointer {
      unsafe $0.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
    }
    guard isMade else { throw SystemError("cannot create a directory below", base) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Removes a scratch directory whose owner can't, as where a signal ends the process.
  package static func remove(_ path: String) { remove(path, depth: 0) }

  /// Removes a directory and what is in it; links are removed, not followed. What can't be removed stays.
  private static func remove(_ directory: String, depth: Int) {
    guard depth < 64 else { return }
    for entry in (try? listDirectory(directory)) ?? [] {
      guard let name = entry.text else { continue }
      let path = PathText.join(directory, name)
      if (try? FileStatus.of(path, followingLinks: false).kind) == .directory {
        remove(path, depth: depth + 1)
      } else {
        try? removeFile(path)
      }
    }
    removeDirectory(directory)
  }
}

/// Makes a directory the working directory of this process.
package func enterDirectory(_ path: String) throws(SystemError) {
  try checkPath(path, "cannot enter")
  guard unsafe chdir(path) == 0 else { throw SystemError("cannot enter", path) }
}
