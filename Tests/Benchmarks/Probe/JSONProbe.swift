// Reads and writes a JSON text again and again.
internal import CanonicalJSON
internal import SystemFiles

enum JSONProbe {
  /// Arguments: `read` or `write`, a file of JSON, and how often. Prints the number of bytes that went through.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3, let rounds = Int(arguments[2]), rounds > 0 else {
      throw ProbeFailure("json takes read or write, FILE and ROUNDS")
    }
    let text = try readFile(arguments[1], limit: 1 << 31)
    var value = try JSONReader.read(text)
    var count = 0
    for _ in 0..<rounds {
      if arguments[0] == "read" {
        value = try JSONReader.read(text)
        count += text.count
      } else {
        count += JSONWriter.bytes(of: value).count
      }
    }
    print(count)
  }
}
