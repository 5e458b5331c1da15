// Tells which numbers of a workbook are dates, times and durations. Knows no cell.

/// `xl/styles.xml`: the number format of each cell style.
final class NumberFormatVisitor: XMLVisitor {
  private enum Meaning { case date, duration }

  private let countsFrom1904: Bool
  private var meanings: [Int: Meaning] = {
    let dates = Set(14...22).union([45, 47]).union(27...36).union(50...58)
    return Dictionary(uniqueKeysWithValues: dates.map { ($0, .date) } + [(46, .duration)])
  }()
  private var styles: [Int] = []
  private var isInCellFormats = false

  init(countsFrom1904: Bool) { self.countsFrom1904 = countsFrom1904 }

  func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      if let meaning = Self.meaning(of: attributes["formatCode"] ?? "") { meanings[id] = meaning }
    case "cellXfs": isInCellFormats = true
    case "xf": if isInCellFormats { styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isInCellFormats = false } }
  func text(_ text: String) {}

  /// A number as text: a date or a duration where its style says so.
  func text(of number: String, style: Int) -> String {
    guard styles.indices.contains(style), let meaning = meanings[styles[style]],
      let value = Double(number), value.isFinite
    else { return SheetNumber.text(of: number) }
    switch meaning {
    case .date: return SheetTime.text(of: value, countsFrom1904: countsFrom1904)
    case .duration: return SheetTime.duration(of: value)
    }
  }

  // MARK: - Format codes

  /// What the first section of a format code makes of a number; nil for a number that stays one.
  ///
  /// Letters of dates count outside quotes and brackets, and where no backslash or underscore stands before them.
  /// Hours, minutes and seconds in brackets are those of a duration.
  private static func meaning(of code: String) -> Meaning? {
    var closing: Character?
    var bracketed = ""
    var previous: Character = " "
    var isDate = false
    for character in code.lowercased() {
      if let end = closing {
        if character != end {
          bracketed.append(character)
        } else {
          if end == "]", ["h", "hh", "m", "mm", "s", "ss"].contains(bracketed) { return .duration }
          closing = nil
        }
      } else if character == ";" {
        break
      } else if character == "\"" || character == "[" {
        (closing, bracketed) = (character == "[" ? "]" : "\"", "")
      } else if "dmyhs".contains(character), previous != "\\", previous != "_" {
        isDate = true
      }
      previous = character
    }
    return isDate ? .date : nil
  }
}
