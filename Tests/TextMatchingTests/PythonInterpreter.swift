// Runs a script in the machine's python3, if there is one, to compare with. Knows nothing of what is compared.

import Glibc

/// The reference implementation of the semantics that this target promises.
enum PythonInterpreter {
  /// True if there is a python3 of version 3.11 or later.
  static let isAvailable: Bool = {
    let answer = output(of: "python3 -c 'import sys; print(sys.version_info >= (3, 11))' 2>/dev/null")
    return answer == "True\n"
  }()

  /// The lines that `script` prints when it gets `input` line by line on its standard input.
  static func run(_ script: String, input: [String]) throws -> [String] {
    let directory = try makeDirectory()
    defer { _ = output(of: "rm -r '\(directory)'") }
    try write(script, to: directory + "/script.py")
    try write(input.joined(separator: "\n"), to: directory + "/input")
    let text = output(of: "python3 -W ignore '\(directory)/script.py' < '\(directory)/input'")
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// A text as hexadecimal digits of its UTF-8, so that it fits on a line.
  static func hex(_ text: String) -> String {
    text.utf8.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  private struct Failure: Error {}

  private static func makeDirectory() throws -> String {
    var template = Array("/tmp/text-matching-XXXXXX".utf8CString)
    // Safe: the template is a terminated string that mkdtemp changes in place.
    guard unsafe mkdtemp(&template) != nil else { throw Failure() }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) throws {
    // Safe: the stream is checked and used within this function only.
    guard let file = unsafe fopen(path, "w") else { throw Failure() }
    defer { _ = unsafe fclose(file) }
    let bytes = Array(text.utf8)
    guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure() }
  }

  private static func output(of command: String) -> String {
    // Safe: the stream is checked and used within this function only.
    guard let pipe = unsafe popen(command, "r") else { return "" }
    defer { _ = unsafe pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
