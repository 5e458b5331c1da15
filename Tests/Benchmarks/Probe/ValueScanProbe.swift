// Looks for the value patterns of a file in a text, one after the other, as detectors do.
internal import SystemFiles
internal import TextMatching

enum ValueScanProbe {
  /// Arguments: a file of regular expressions, one a line, and a file to search. Prints the number of matches.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw ProbeFailure("values takes PATTERNS and TEXT") }
    let patterns = String(decoding: try readFile(arguments[0], limit: 1 << 24), as: UTF8.self)
    let bytes = try readFile(arguments[1], limit: 1 << 31)
    let text = try UTF8Span(validating: bytes.span)
    var count = 0
    for pattern in patterns.split(separator: "\n") {
      try RegularExpression(python: String(pattern)).forEachMatch(in: text) { _ in count += 1 }
    }
    print(count)
  }
}
