// Checks the personal numbers of Belgium, the Netherlands and Luxembourg. Knows no texts around them.

/// Belgium: Royal Decree of 3 April 1984. Netherlands: Regeling BSN (the "elfproef"). Luxembourg: Law of 19 June
/// 2013 on the identification of natural persons.
enum BeneluxIdentifiers {
  /// YYMMDD, an order number, and 97 minus the remainder by 97; from 2000 on with a 2 in front.
  static func isBelgianNationalNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 11) else { return false }
    // Numbers of people without a known day, and "bis" numbers, shift the month by 20 or 40.
    let month = CalendarDay.pair(digits, 2) % 20
    guard month <= 12, CalendarDay.pair(digits, 4) <= 31, !CheckDigit.isUniform(digits) else { return false }
    let check = CalendarDay.pair(digits, 9)
    let body = digits[..<9]
    return check == 97 - CheckDigit.remainder(body, by: 97)
      || check == 97 - CheckDigit.remainder([2] + body, by: 97)
  }

  /// Eight or nine digits; the sum by weights 9 to 2 and -1 is divisible by 11.
  static func isDutchCitizenServiceNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits, (8...9).contains(digits.count) else { return false }
    let nine = digits.count == 8 ? [0] + digits : digits
    return !CheckDigit.isUniform(digits) && CheckDigit.sum(nine, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0
  }

  /// YYYYMMDD, three digits, then a check digit by Luhn and one by Verhoeff, both over the first eleven.
  static func isLuxembourgNationalNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 13) else { return false }
    let year = CalendarDay.pair(digits, 0) * 100 + CalendarDay.pair(digits, 2)
    guard (1850...2100).contains(year),
      CalendarDay.exists(year: year, month: CalendarDay.pair(digits, 4), day: CalendarDay.pair(digits, 6))
    else { return false }
    return CheckDigit.isLuhn(Array(digits[..<12]))
      && CheckDigit.isVerhoeff(Array(digits[..<11]) + [digits[12]])
  }
}
