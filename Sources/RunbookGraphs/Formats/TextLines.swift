// Breaks a text into lines.

enum TextLines {
  private static let maximumLines = 4

  /// The text in lines of at most `limit` pixels, broken between words; what is too much is cut.
  static func wrapped(_ text: String, size: Double, to limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in PlainText.line(text).split(separator: " ") {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if line.isEmpty || TextWidth.of(longer, size: size) <= limit {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > maximumLines {
      lines = lines.prefix(maximumLines - 1) + [lines[(maximumLines - 1)...].joined(separator: " ")]
    }
    return lines.map { TextWidth.cut($0, size: size, to: limit) }
  }
}
