// What a terminal shows after some output: the few control sequences that the programs use.

/// The lines on the screen, first to last, without colours.
struct Screen {
  private(set) var lines: [String] = [""]
  private var row = 0
  private var column = 0

  init(showing output: String) {
    var scalars = output.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{1B}": control(&scalars)
      case "\r": column = 0
      case "\n": newLine()
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    var line = Array(lines[row].unicodeScalars)
    while line.count < column { line.append(" ") }
    if column < line.count { line[column] = scalar } else { line.append(scalar) }
    column += 1
    lines[row] = String(String.UnicodeScalarView(line))
  }

  private mutating func newLine() {
    row += 1
    column = 0
    if row == lines.count { lines.append("") }
  }

  /// `ESC [ n A`: up; `ESC [ K`: clear the line from here; `ESC [ J`: clear all from here; the rest is ignored.
  private mutating func control(_ scalars: inout Substring.UnicodeScalarView) {
    guard scalars.popFirst() == "[" else { return }
    var parameter = ""
    while let scalar = scalars.popFirst() {
      guard !("0"..."9").contains(Character(scalar)), scalar != ";", scalar != "?" else {
        parameter.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "A": row = max(0, row - (Int(parameter) ?? 1))
      case "K": clearLine()
      case "J":
        clearLine()
        lines = Array(lines[...row])
      default: break
      }
      return
    }
  }

  private mutating func clearLine() {
    lines[row] = String(String.UnicodeScalarView(lines[row].unicodeScalars.prefix(column)))
  }
}
