// Writes the numbers by which a sheet counts time as Python writes them: `str` of a datetime, a time, a timedelta.
// Knows no cell and no format.

/// Days since 30 December 1899 (or 1 January 1904), the time of day behind the point.
enum SheetTime {
  private static let dayLength = 86_400_000

  /// `2024-01-31 12:00:00`, or the time alone for what is less than a day; what no calendar has is an error's text.
  static func text(of value: Double, countsFrom1904: Bool) -> String {
    // The years from 1 to 9999.
    guard value > -693_594, value < 2_958_466 else { return "#VALUE!" }
    let milliseconds = Int(((value - value.rounded(.down)) * 86_400 * 1000).rounded(.toNearestOrEven))
    if value >= 0, value < 1, milliseconds < dayLength { return clock(milliseconds) }
    // Sheets take 1900 for a leap year: before its March they are one day ahead.
    let isAhead = value > 0 && value < 60 && !countsFrom1904
    let days = Int(value.rounded(.down)) + (isAhead ? 1 : 0) + milliseconds / dayLength
    return day(days - (countsFrom1904 ? 24_107 : 25_569)) + " " + clock(milliseconds % dayLength)
  }

  /// `1 day, 6:01:00`.
  static func duration(of value: Double) -> String {
    guard value.magnitude < 999_999_999 else { return "#VALUE!" }
    let milliseconds = Int((value * 86_400 * 1000).rounded(.toNearestOrEven))
    let days = (Double(milliseconds) / Double(dayLength)).rounded(.down)
    let rest = milliseconds - Int(days) * dayLength
    let named = days == 0 ? "" : "\(Int(days)) day\(days.magnitude == 1 ? "" : "s"), "
    let time = clock(rest)
    return named + (time.hasPrefix("0") ? String(time.dropFirst()) : time)
  }

  /// `03:04:05`, with six more digits where there are milliseconds.
  private static func clock(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    let rest = milliseconds % 1000
    return parts.joined(separator: ":") + (rest == 0 ? "" : "." + padded(rest, 3) + "000")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The date so many days after 1 January 1970, in the Gregorian calendar.
  private static func day(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    return padded(year, 4) + "-" + padded(month < 10 ? month + 3 : month - 9, 2) + "-"
      + padded(dayOfYear - (153 * month + 2) / 5 + 1, 2)
  }
}
