// How wide text is, without any font: the advance widths of Helvetica, with a reserve for wider fonts.

enum TextWidth {
  /// Advance widths of U+0020 to U+007E in thousandths of the font size (Adobe's metrics of Helvetica).
  private static let widths: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
  /// Where the reader's machine has none of the fonts asked for, another is used, which may be this much wider.
  private static let reserve = 1.14

  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return Double(thousandths) / 1000 * size * reserve * (isBold ? 1.07 : 1)
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if (0x20...0x7E).contains(value) { return widths[value - 0x20] }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    // East Asian scripts and symbols, and emoji, fill a square.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 1000
    default: return 620
    }
  }

  /// The text, with an ellipsis where it is wider than `limit`.
  static func cut(_ text: String, size: Double, isBold: Bool = false, to limit: Double) -> String {
    guard of(text, size: size, isBold: isBold) > limit else { return text }
    var kept = ""
    var width = of("…", size: size, isBold: isBold)
    for character in text {
      width += of(String(character), size: size, isBold: isBold)
      if width > limit { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}
