// Reads the cells of one sheet. Knows no Markdown.

/// A row that holds something.
struct SheetRow {
  /// Texts by column, from 0.
  var cells: [Int: String] = [:]
  /// One more than the last column that the row speaks of.
  var width = 0
}

/// The rows of a sheet that hold something.
final class SheetVisitor: XMLVisitor {
  private let strings: [String]
  private let formats: NumberFormatVisitor
  private(set) var rows: [SheetRow] = []
  /// How many columns the sheet says that it has.
  private(set) var declaredWidth: Int?
  private var row = SheetRow()
  private var column = 0
  private var type = ""
  private var style = 0
  private var value = ""
  private var isValue = false

  init(_ strings: [String], _ formats: NumberFormatVisitor) {
    self.strings = strings
    self.formats = formats
  }

  func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "dimension":
      let last = attributes["ref"]?.split(separator: ":").last
      declaredWidth = last.flatMap { Self.column(String($0)) }.map { $0 + 1 }
    case "row": (row, column) = (SheetRow(), 0)
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? column
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = ""
    case "v", "t": isValue = true
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "v", "t": isValue = false
    case "c":
      let text = cellText
      if !text.isEmpty { row.cells[column] = text }
      column += 1
      row.width = max(row.width, column)
    case "row": if !row.cells.isEmpty { rows.append(row) }
    default: break
    }
  }

  func text(_ text: String) { if isValue { value += text } }

  private var cellText: String {
    switch type {
    case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": return value == "1" ? "True" : "False"
    case "n", "": return value.isEmpty ? "" : formats.text(of: value, style: style)
    default: return value
    }
  }

  /// The column of a reference such as `AB12`, from 0; Excel has 16384.
  private static func column(_ reference: String) -> Int? {
    var number = 0
    for byte in reference.utf8 {
      guard (0x41...0x5A).contains(byte) else { break }
      number = number * 26 + Int(byte) - 0x40
      if number > 16_384 { return nil }
    }
    return number == 0 ? nil : number - 1
  }
}
