// Tells which numbers of a workbook are dates, and writes them. Knows no cell.

/// `xl/styles.xml`: the number format of each cell style.
final class NumberFormatVisitor: XMLVisitor {
  private let countsFrom1904: Bool
  private var dateFormats: Set<Int> = Set(14...22).union(45...47).union(27...36).union(50...58)
  private var styles: [Int] = []
  private var isInCellFormats = false

  init(countsFrom1904: Bool) { self.countsFrom1904 = countsFrom1904 }

  func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), Self.isDate(attributes["formatCode"] ?? "") {
        dateFormats.insert(id)
      }
    case "cellXfs": isInCellFormats = true
    case "xf": if isInCellFormats { styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isInCellFormats = false } }
  func text(_ text: String) {}

  /// Whether a format code has a letter of dates outside quotes and brackets.
  private static func isDate(_ code: String) -> Bool {
    var closing: Character?
    for character in code.lowercased() {
      if let end = closing {
        if character == end { closing = nil }
      } else if character == "\"" {
        closing = "\""
      } else if character == "[" {
        closing = "]"
      } else if "dmyhs".contains(character) {
        return true
      }
    }
    return false
  }

  /// A number as text: a date where its style says so.
  func text(of number: String, style: Int) -> String {
    guard let value = Double(number), value.isFinite else { return number }
    if styles.indices.contains(style), dateFormats.contains(styles[style]), let date = date(value) {
      return date
    }
    if value == value.rounded(), abs(value) < 1e16 { return "\(Int(value))" }
    return "\(value)"
  }

  /// Days since 30 December 1899 (or 1 January 1904), the time of day behind the point.
  private func date(_ value: Double) -> String? {
    guard value >= 0, value < 2_958_466 else { return nil }
    let seconds = Int((value * 86400).rounded())
    let time = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(Self.twoDigits).joined(
      separator: ":")
    if value < 1 { return time }
    let day = Self.day(seconds / 86400 - (countsFrom1904 ? 24_107 : 25_569))
    return seconds % 86400 == 0 ? day : "\(day) \(time)"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The date so many days after 1 January 1970, in the Gregorian calendar.
  private static func day(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    let padding = String(repeating: "0", count: max(0, 4 - "\(year)".count))
    return "\(padding)\(year)-\(twoDigits(month < 10 ? month + 3 : month - 9))"
      + "-\(twoDigits(dayOfYear - (153 * month + 2) / 5 + 1))"
  }
}
