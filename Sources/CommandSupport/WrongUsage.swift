// What the argument parser says of a wrong command line, in the form of this toolchain's diagnostics.

/// A message that begins with a small letter, and how to do better.
struct WrongUsage {
  let message: String
  /// How the command is used, and where there is more.
  let notes: [String]

  /// Reads the parser's text: `Error: MESSAGE`, `Usage: …`, `See '… --help' for more information.`
  ///
  /// Lines of another form, such as help on an option, are notes as they are.
  ///
  /// - Parameter usage: How the command is used that was under way: the parser knows of the whole program only then.
  init(_ text: String, of usage: String? = nil) {
    let lines = text.split(whereSeparator: \.isNewline).map { String($0.drop { $0 == " " }) }
    let first = Self.dropping("Error: ", from: lines.first ?? "the command line is wrong")
    // Values that an option takes stand below, one a line.
    let values = lines.dropFirst().filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
    message = Self.oneSentence(Self.uncapitalised(first), values)
    notes = lines.dropFirst().filter { !$0.hasPrefix("- ") }.map { line in
      Self.uncapitalised(usage.map { Self.line(line, for: $0) } ?? line)
    }
  }

  private static func oneSentence(_ text: String, _ values: [String]) -> String {
    let text = text.split(separator: ". Did you mean ").joined(separator: "; did you mean ")
    let parts = text.split(separator: ". Please provide one of ")
    guard parts.count == 2 else { return text }
    return "\(parts[0]); it takes \(values.isEmpty ? String(parts[1]) : values.joined(separator: ", "))"
  }

  /// A line on the use of the program, as one on the use of a command.
  private static func line(_ line: String, for usage: String) -> String {
    let words = usage.split(separator: " ").prefix { word in !"[<-(".contains(word.first ?? "-") }
    if line.hasPrefix("Usage: ") { return "Usage: \(usage)" }
    return line.hasPrefix("See '")
      ? "See '\(words.joined(separator: " ")) --help' for more information." : line
  }

  private static func dropping(_ prefix: String, from text: String) -> String {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }

  /// `Unknown option` to `unknown option`; a name in capitals stays.
  private static func uncapitalised(_ text: String) -> String {
    guard let second = text.dropFirst().first, second.isLowercase else { return text }
    var text = text
    while text.hasSuffix(".") { text.removeLast() }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
