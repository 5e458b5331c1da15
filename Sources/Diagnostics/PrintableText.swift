// Makes text from files safe to show: nothing in it can move the cursor, colour the terminal or reorder a line.

/// One scalar as shown: a tab as two blanks, control characters as their pictures, and what would reorder or hide
/// the text beside it as its number.
func printable(_ scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0x09: "  "
  // The pictures of the C0 controls (Unicode, "Control Pictures").
  case 0..<0x20: String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
  case 0x7F: "\u{2421}"
  case 0xFEFF: ""
  case 0x80...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xE0000...0xE007F:
    "<U+\(hexadecimal(scalar.value))>"
  default: String(scalar)
  }
}

/// A message as shown, on one line.
package func printable(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  return isPlain ? text : text.unicodeScalars.map { printable($0) }.joined()
}

/// At least four digits, as Unicode writes its code points.
private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
