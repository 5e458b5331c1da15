// A directory that goes away with its owner.
internal import Glibc
internal import SystemFiles

/// A new directory below the system's directory for temporary files, removed with everything in it.
package final class TemporaryDirectory: Sendable {
  /// Absolute, without symbolic links.
  package let path: String

  package init() throws {
    var template = Array("/tmp/runbook-tests-XXXXXX".utf8CString)
    // mkdtemp writes the name over the X's, inside the array.
    let made = unsafe template.withUnsafeMutableBufferPointer {
      unsafe $0.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
    }
    guard made else { throw SystemError("cannot create", "/tmp/runbook-tests-XXXXXX") }
    path = try resolvePath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// By `rm`: names in it need not be text.
  deinit {
    _ = try? ChildProcess(
      "/bin/rm", ["-rf", "--one-file-system", path], directory: "/", environment: [:]
    ).result()
  }

  /// Writes a file, making the directories on the way; gives its absolute path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    let file = "\(path)/\(name)"
    try makeDirectory(PathText.parent(of: file))
    try writeFile(file, Array(text.utf8))
    return file
  }

  /// The names in the directory, sorted.
  package func names() throws -> [String] { try listDirectory(path).compactMap(\.text) }
}
