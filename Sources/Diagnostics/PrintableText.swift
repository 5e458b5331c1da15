// Makes text from files safe to show: nothing in it can move the cursor, colour the terminal or reorder a line.

/// One scalar as shown: a tab as two blanks, control characters as U+FFFD, bidirectional controls not at all.
func printable(_ scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0x09: "  "
  case 0..<0x20, 0x7F...0x9F: "\u{FFFD}"
  case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: ""
  default: String(scalar)
  }
}

/// A message as shown, on one line.
package func printable(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  return isPlain ? text : text.unicodeScalars.map { printable($0) }.joined()
}
