// Checks dates that can be a date of birth. Knows no people.

/// A date of the calendar with a year of 1900 to 2100: `1984-05-12` or `19840512` as ISO 8601-1 writes it, also with
/// `/` or `.`, or day and month (in either order) before a year of four digits, or of two with as many for the others.
/// A space may follow a dot, a dot may end it, and the star of a birth come first.
enum DateOfBirth {
  static func isValid(_ text: [UInt8]) -> Bool {
    var text = text.filter { $0 != 0x20 && $0 != UInt8(ascii: "*") }
    if text.last == UInt8(ascii: ".") { text.removeLast() }
    if text.count == 8, let digits = IdentifierText(text)?.digits(count: 8),
      text.allSatisfy({ $0 &- 0x30 < 10 })
    {
      return isDate(
        year: CalendarDay.pair(digits, 0) * 100 + CalendarDay.pair(digits, 2),
        month: CalendarDay.pair(digits, 4), day: CalendarDay.pair(digits, 6))
    }
    guard let separator = text.first(where: { $0 &- 0x30 >= 10 }), "-/.".utf8.contains(separator) else {
      return false
    }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let values = parts.compactMap { part in
      SeparatedDigits.read(part, separators: []).flatMap(SeparatedDigits.value)
    }
    guard parts.count == 3, values.count == 3 else { return false }
    if parts.map(\.count) == [4, 2, 2] { return isDate(year: values[0], month: values[1], day: values[2]) }
    if parts.map(\.count) == [2, 2, 2] {
      return CalendarDay.exists(yearOfCentury: values[2], month: values[1], day: values[0])
        || CalendarDay.exists(yearOfCentury: values[2], month: values[0], day: values[1])
    }
    guard parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 else { return false }
    return isDate(year: values[2], month: values[1], day: values[0])
      || isDate(year: values[2], month: values[0], day: values[1])
  }

  private static func isDate(year: Int, month: Int, day: Int) -> Bool {
    (1900...2100).contains(year) && CalendarDay.exists(year: year, month: month, day: day)
  }
}
