// Writes scalars so that every YAML reader takes them for the text that they are.
internal import CanonicalJSON

enum YAMLScalar {
  /// The text as it is where that is safe, else in double quotes.
  static func text(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// JSON strings are YAML's double-quoted scalars; control characters are left out, as YAML forbids most.
  static func quoted(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isControl(scalar) { kept.append(scalar) }
    return JSONValue.string(String(kept)).canonicalText
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Letters, and what may follow them without meaning anything; no word that a reader takes for something else.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, last != 0x20 else { return false }
    guard isLetter(first) || ((first == 0x2E || first == 0x2F) && isPathStart(text)) else { return false }
    guard text.utf8.allSatisfy(isSafe) else { return false }
    return !reserved.contains(text.lowercased())
  }

  private static func isPathStart(_ text: String) -> Bool {
    text.utf8.first == 0x2F || text.hasPrefix("./") || text.hasPrefix("../")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || [0x20, 0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
  }

  private static let reserved: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf",
  ]
}
