// Text from runbooks made fit for the files that graphs are written to: it comes from anybody.

enum PlainText {
  /// The text on one line, without characters that control a terminal, reorder text or can't stand in XML.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnfit) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace = scalar == "\n" || scalar == "\r" || scalar == "\t"
      result.append(isSpace ? " " : isUnfit(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// One line, as XML text or attribute.
  static func xml(_ text: String) -> String {
    escaped(line(text)) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }

  /// One line inside the quotes of a DOT string; a backslash would begin an escape there.
  static func dot(_ text: String) -> String {
    escaped(line(text)) { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      default: nil
      }
    }
  }

  /// One line inside the quotes of a Mermaid label: what could end it, or mean markup, as an entity.
  static func mermaid(_ text: String) -> String {
    let text = line(text)
    // "1. text" and "- text" would be lists, which labels can't hold.
    let number = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    let marker = text.unicodeScalars.dropFirst(number.count).first
    if let marker, number.isEmpty ? marker == "-" || marker == "+" : marker == "." || marker == ")" {
      let rest = text.unicodeScalars.dropFirst(number.count + 1)
      return "\(String(number))#\(marker.value);\(withEntities(String(rest)))"
    }
    return withEntities(text)
  }

  private static func withEntities(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "\"", "#", "&", "<", ">", "`", "\\", ";", "*", "_", "$", "[", "]", "{", "}", "%":
        "#\(scalar.value);"
      default: nil
      }
    }
  }

  static func escaped(_ text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let other = replacement(scalar) { result += other } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
