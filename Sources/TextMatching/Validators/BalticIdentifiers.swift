// Checks the personal codes of Estonia, Lithuania and Latvia. Knows no texts around them.

/// Estonia: EVS 585. Lithuania: Gyventojų registro įstatymas. Latvia: Ministru kabineta noteikumi 131/2016.
enum BalticIdentifiers {
  /// Estonia and Lithuania: a digit for sex and century, YYMMDD, three digits, one by two rounds modulo 11.
  static func isEstonianOrLithuanianCode(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 11), (1...8).contains(digits[0]) else {
      return false
    }
    let year = 1800 + (digits[0] - 1) / 2 * 100 + CalendarDay.pair(digits, 1)
    guard
      CalendarDay.exists(year: year, month: CalendarDay.pair(digits, 3), day: CalendarDay.pair(digits, 5))
    else { return false }
    let first = CheckDigit.sum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
    if first < 10 { return digits[10] == first }
    return digits[10] == CheckDigit.sum(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10
  }

  /// Latvia: DDMMYY, a digit for the century, three digits and a check digit; since 2017 also 32 and nine digits.
  static func isLatvianCode(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 11) else { return false }
    if digits[0] == 3, digits[1] >= 2 { return text.contains(UInt8(ascii: "-")) }
    guard CalendarDay.isDMY(digits), digits[6] <= 2 else { return false }
    return (1101 - CheckDigit.sum(digits, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 % 10 == digits[10]
  }
}
