// Checks the personal numbers of Denmark, Finland, Sweden and Norway. Knows no texts around them.

/// Denmark: CPR-loven. Finland: Väestörekisterikeskus (henkilötunnus, signs of 2023 included). Sweden: SKV 704.
/// Norway: Skatteetaten (fødselsnummer).
enum NordicIdentifiers {
  /// DDMMYY and four digits, the first of which tells the century. Modulo 11 no longer holds for all (since 2007), so
  /// only the day is checked, which is before `firstDanishYearToCome`.
  static func isDanishPersonNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 10) else { return false }
    let year = CalendarDay.pair(digits, 4)
    let century =
      switch digits[6] {
      case 0...3: 1900
      case 4, 9: year < 37 ? 2000 : 1900
      default: year < 58 ? 2000 : 1800
      }
    return century + year < firstDanishYearToCome
      && CalendarDay.exists(
        year: century + year, month: CalendarDay.pair(digits, 2), day: CalendarDay.pair(digits, 0))
      && !CheckDigit.isUniform(Array(digits[6...]))
  }

  private static let firstDanishYearToCome = 2040

  /// DDMMYY, a sign for the century, three digits, and a character for the remainder by 31.
  static func isFinnishPersonalCode(_ text: [UInt8]) -> Bool {
    guard text.count == 11, "+-ABCDEFUVWXYabcdefuvwxy".utf8.contains(text[6]) else { return false }
    guard let number = IdentifierText(Array(text[..<6] + text[7..<10])), let digits = number.digits(count: 9)
    else { return false }
    let signs = Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)
    let check = text[10] >= 0x61 ? text[10] - 0x20 : text[10]
    return CalendarDay.isDMY(digits) && signs[CheckDigit.remainder(digits, by: 31)] == check
  }

  /// YYMMDD or YYYYMMDD, three digits and a check digit by Luhn; coordination numbers add 60 to the day.
  static func isSwedishPersonNumber(_ text: [UInt8]) -> Bool {
    let plain = text.filter { $0 != UInt8(ascii: "+") }
    guard let digits = IdentifierText(plain)?.digits, digits.count == 10 || digits.count == 12 else {
      return false
    }
    if digits.count == 12, ![18, 19, 20].contains(CalendarDay.pair(digits, 0)) { return false }
    let ten = Array(digits.suffix(10))
    let day = CalendarDay.pair(ten, 4)
    return CalendarDay.exists(
      yearOfCentury: ten[0] * 10 + ten[1], month: CalendarDay.pair(ten, 2), day: day > 60 ? day - 60 : day)
      && CheckDigit.isLuhn(ten)
  }

  /// DDMMYY (D numbers add 40 to the day, H numbers 40 to the month, those of synthetic people 80), three digits, and two check digits modulo 11.
  static func isNorwegianBirthNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 11) else { return false }
    let day = CalendarDay.pair(digits, 0) % 40
    guard
      CalendarDay.exists(
        yearOfCentury: CalendarDay.pair(digits, 4), month: CalendarDay.pair(digits, 2) % 40, day: day)
    else { return false }
    return CheckDigit.sum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0
      && CheckDigit.sum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }
}
