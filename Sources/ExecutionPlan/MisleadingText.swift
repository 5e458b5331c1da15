// What no name of a plan may hold, since it would show a reviewer something else than what stands there.

/// Characters that hide or reorder the text around them (N. Boucher, R. Anderson, "Trojan Source", 2021).
package enum MisleadingText {
  /// The same set as a class of a regular expression, for the published schema.
  static let pattern =
    "[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]"

  /// The first control character but tab and line breaks, or directional embedding, override or isolate, of a text.
  package static func firstScalar(of text: String) -> Unicode.Scalar? {
    isPlain(text.utf8Span.span) ? nil : text.unicodeScalars.first(where: isMisleading)
  }

  /// Whether a text is of printable ASCII alone, and so holds none of these.
  static func isPlain(_ text: Span<UInt8>) -> Bool {
    var isPlain = true
    for index in text.indices { isPlain = isPlain && text[index] &- 0x20 < 0x5F }
    return isPlain
  }

  /// The number of a character, as Unicode writes it.
  package static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func isMisleading(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
