// Looks for the words of a file in a text, as detectors do.
internal import SystemFiles
internal import TextMatching

enum KeywordScanProbe {
  /// Arguments: a file of words, one a line, and a file to search. Prints the number of matches.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw ProbeFailure("scan takes WORDS and TEXT") }
    let words = String(decoding: try readFile(arguments[0], limit: 1 << 24), as: UTF8.self)
    let automaton = try KeywordAutomaton(patterns: words.split(separator: "\n").map(String.init))
    let text = try readFile(arguments[1], limit: 1 << 31)
    var count = 0
    automaton.forEachMatch(in: text.span) { _ in count += 1 }
    print(count)
  }
}
