// A day of the calendar, and which day it is. Knows no time of day and no time zone: days are those of UTC.
internal import Glibc

/// A day of the Gregorian calendar.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Reads `2027-01-31`; nil for anything else, a day that there is not among it.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    let fields = [bytes[0..<4], bytes[5..<7], bytes[8..<10]].compactMap { field -> Int? in
      guard field.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard fields.count == 3, (1...12).contains(fields[1]) else { return nil }
    guard (1...Self.dayCount(ofMonth: fields[1], year: fields[0])).contains(fields[2]) else { return nil }
    (year, month, day) = (fields[0], fields[1], fields[2])
  }

  /// The day of a time in seconds since 1970, UTC (H. Hinnant, "chrono-compatible low-level date algorithms",
  /// `civil_from_days`).
  package init(secondsSince1970 seconds: Int) {
    // From the 1st of March of the year 0 on, so that leap days end years and eras.
    let days = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Today, by the system's clock; by `$SOURCE_DATE_EPOCH` where that is set (reproducible-builds.org).
  package static func today() -> CalendarDate {
    let variable = unsafe getenv("SOURCE_DATE_EPOCH")
    // The environment's text lives as long as the process; it is copied here.
    let epoch = unsafe variable.map { unsafe String(cString: $0) }.flatMap { Int($0) }
    // Beyond the year 9999 there is no way to write a day.
    if let epoch, (0..<253_402_300_800).contains(epoch) { return CalendarDate(secondsSince1970: epoch) }
    return CalendarDate(secondsSince1970: time(nil))
  }

  package var description: String {
    Self.padded(year, to: 4) + "-" + Self.padded(month, to: 2) + "-" + Self.padded(day, to: 2)
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
