// Checks dates that can be a date of birth. Knows no people.

/// A date of the calendar with a year of 1900 to 2100: `1984-05-12` as ISO 8601-1 writes it, also with `/` or
/// `.`, or day and month (in either order, of one or two digits) before a year of four digits.
enum DateOfBirth {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard let separator = text.first(where: { $0 &- 0x30 >= 10 }), "-/.".utf8.contains(separator) else {
      return false
    }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let values = parts.compactMap { part in
      SeparatedDigits.read(part, separators: []).flatMap(SeparatedDigits.value)
    }
    guard parts.count == 3, values.count == 3 else { return false }
    if parts.map(\.count) == [4, 2, 2] { return isDate(year: values[0], month: values[1], day: values[2]) }
    guard parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 else { return false }
    return isDate(year: values[2], month: values[1], day: values[0])
      || isDate(year: values[2], month: values[0], day: values[1])
  }

  private static func isDate(year: Int, month: Int, day: Int) -> Bool {
    guard (1900...2100).contains(year), (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }
}
