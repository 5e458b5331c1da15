// Compares what a test made with a file that was reviewed, or records it.
internal import Glibc

/// A file that says what a fixture must give.
package struct GoldenFile: Sendable {
  package let file: FixtureFile

  package init(_ file: FixtureFile) { self.file = file }

  /// Whether `RECORD_GOLDENS=1` asks to write golden files. Recording is always a failure.
  package static var isRecording: Bool {
    guard let value = unsafe getenv("RECORD_GOLDENS") else { return false }
    return unsafe String(cString: value) == "1"
  }

  /// What is wrong with `actual`; nil when it is what the file says. No bytes at all stand for no file.
  package func mismatch(_ actual: [UInt8]) -> String? {
    let expected = file.bytes() ?? []
    if expected == actual { return nil }
    guard Self.isRecording else { return difference(expected, actual) }
    do {
      if actual.isEmpty { try file.remove() } else { try file.write(actual) }
    } catch {
      return "\(file) could not be recorded: \(error)"
    }
    return "\(file) was recorded; read it, then run the tests without RECORD_GOLDENS"
  }

  private func difference(_ expected: [UInt8], _ actual: [UInt8]) -> String {
    let old = lines(expected)
    let new = lines(actual)
    let first = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    return """
      \(file) differs from line \(first + 1) on (RECORD_GOLDENS=1 rewrites it)
      --- expected
      \(old.dropFirst(first).prefix(30).joined(separator: "\n"))
      --- found
      \(new.dropFirst(first).prefix(30).joined(separator: "\n"))
      """
  }

  private func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
