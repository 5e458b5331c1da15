// What a terminal shows after some output: the few control sequences that the programs use.

/// The lines on the screen, first to last, without colours.
struct Screen {
  private(set) var lines: [String] = [""]
  private var row = 0

  init(showing output: String) {
    var scalars = output.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{1B}": control(&scalars)
      case "\r": break
      case "\n": newLine()
      default: lines[row].unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func newLine() {
    row += 1
    if row == lines.count { lines.append("") }
  }

  /// `ESC [ n A`: up, to the beginning of the line; `ESC [ J`: clear from here; colours are ignored.
  private mutating func control(_ scalars: inout Substring.UnicodeScalarView) {
    guard scalars.popFirst() == "[" else { return }
    var parameter = ""
    while let scalar = scalars.popFirst() {
      guard !("0"..."9").contains(Character(scalar)), scalar != ";", scalar != "?" else {
        parameter.unicodeScalars.append(scalar)
        continue
      }
      if scalar == "A" { row = max(0, row - (Int(parameter) ?? 1)) }
      if scalar == "J" { lines = lines[..<row] + [""] }
      return
    }
  }
}
