// What the argument parser says of a wrong command line, in the form of this toolchain's diagnostics.

/// A message that begins with a small letter, and how to do better.
struct WrongUsage {
  let message: String
  /// How the command is used, and where there is more.
  let notes: [String]

  /// Reads the parser's text: `Error: MESSAGE`, `Usage: …`, `See '… --help' for more information.`
  ///
  /// Lines of another form, such as help on an option, are notes as they are.
  init(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let first = Self.dropping("Error: ", from: lines.first ?? "the command line is wrong")
    message = Self.uncapitalised(first).split(separator: ". Did you mean ").joined(
      separator: "; did you mean ")
    notes = lines.dropFirst().map { line in
      Self.uncapitalised(String(line.drop { $0 == " " }))
    }
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
