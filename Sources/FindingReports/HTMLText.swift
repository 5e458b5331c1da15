// Text from runbooks, components and data made fit for an HTML page: it comes from anybody.

package enum HTMLText {
  /// The text as element content or as an attribute value in quotes.
  ///
  /// Markup becomes entities; what would reorder or hide text, or can't stand in HTML, becomes its number.
  package static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      false
    default: (0x20..<0x7F).contains(byte)
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar.value {
    case 0x26: result += "&amp;"
    case 0x3C: result += "&lt;"
    case 0x3E: result += "&gt;"
    case 0x22: result += "&quot;"
    case 0x27: result += "&#39;"
    case 0x60: result += "&#96;"
    case 0x09, 0x0A, 0x0D: result += " "
    default:
      if isHarmful(scalar) {
        result += "&lt;U+\(hexadecimal(scalar.value))&gt;"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether it would reorder or hide the text beside it, or can't stand in HTML.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
      0xFFFE...0xFFFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// `1 finding`, `2 findings`.
  package static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  /// `0.35 s`, `2 min 5 s`.
  package static func duration(_ seconds: Double) -> String {
    let hundredths = Int((min(max(seconds.isFinite ? seconds : 0, 0), 1e12) * 100).rounded())
    if hundredths < 6_000 {
      return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
    }
    return "\(hundredths / 6_000) min \(hundredths / 100 % 60) s"
  }

  /// A share of a whole in per cent, with two places.
  package static func percent(_ part: Double, of whole: Double) -> String {
    guard whole > 0, part.isFinite else { return "0%" }
    let hundredths = Int((min(max(part / whole, 0), 1) * 10_000).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)%"
  }
}
