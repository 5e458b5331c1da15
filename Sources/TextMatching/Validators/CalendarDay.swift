// Says whether a day is in the calendar. Knows no text.

/// Days of the Gregorian calendar.
enum CalendarDay {
  static func exists(year: Int, month: Int, day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }

  /// A day whose century is not written: it exists in 19YY or in 20YY.
  static func exists(yearOfCentury year: Int, month: Int, day: Int) -> Bool {
    exists(year: 1900 + year, month: month, day: day) || exists(year: 2000 + year, month: month, day: day)
  }

  /// Two digits as a number.
  static func pair(_ digits: [Int], _ index: Int) -> Int {
    index + 1 < digits.count ? digits[index] * 10 + digits[index + 1] : -1
  }

  /// Six digits that write year, month and day.
  static func isYMD(_ digits: [Int]) -> Bool {
    exists(yearOfCentury: pair(digits, 0), month: pair(digits, 2), day: pair(digits, 4))
  }

  /// Six digits that write day, month and year.
  static func isDMY(_ digits: [Int]) -> Bool {
    exists(yearOfCentury: pair(digits, 4), month: pair(digits, 2), day: pair(digits, 0))
  }
}
