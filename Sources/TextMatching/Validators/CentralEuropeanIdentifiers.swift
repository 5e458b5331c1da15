// Checks the personal numbers of Austria, Switzerland, Czechia, Slovakia, Hungary and Poland. Knows no texts.

/// Austria: ASVG section 31. Switzerland: AHVG article 50c. Czechia and Slovakia: 133/2000 Sb., 301/1995 Z. z.
/// Hungary: 1996. évi XX. törvény. Poland: Ustawa o ewidencji ludności (PESEL).
enum CentralEuropeanIdentifiers {
  /// Three digits, a check digit (weights modulo 11), DDMMYY; months 13 to 15 where the days ran out.
  static func isAustrianInsuranceNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 10), digits[0] != 0 else { return false }
    guard (1...31).contains(CalendarDay.pair(digits, 4)), (1...15).contains(CalendarDay.pair(digits, 6))
    else {
      return false
    }
    return CheckDigit.sum(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == digits[3]
  }

  /// 756, nine digits and the check digit of EAN-13.
  static func isSwissInsuranceNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 13), digits[..<3].elementsEqual([7, 5, 6]) else {
      return false
    }
    return CheckDigit.sum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0
  }

  /// YYMMDD (months of women plus 50, plus 20 where numbers ran out), three digits before 1954, else four that
  /// make the whole divisible by 11.
  static func isCzechOrSlovakBirthNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits, (9...10).contains(digits.count) else { return false }
    var month = CalendarDay.pair(digits, 2)
    if month > 50 { month -= 50 }
    if month > 20 { month -= 20 }
    let year = CalendarDay.pair(digits, 0)
    guard CalendarDay.exists(yearOfCentury: year, month: month, day: CalendarDay.pair(digits, 4)) else {
      return false
    }
    // Nine digits were given out until 1953, before there were months plus 20.
    guard digits.count == 10 else { return year < 54 && CalendarDay.pair(digits, 2) % 50 <= 12 }
    let rest = CheckDigit.remainder(digits[..<9], by: 11)
    return digits[9] == rest % 10 && !CheckDigit.isUniform(digits)
  }

  /// The tax number of a person: 8, eight digits, and the sum by rising weights modulo 11.
  static func isHungarianTaxNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 10), digits[0] == 8 else { return false }
    return CheckDigit.sum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == digits[9]
  }

  /// Sex and century, YYMMDD, three digits, and the sum modulo 11 by rising weights, by falling ones since 1997.
  static func isHungarianPersonalNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 11), (1...8).contains(digits[0]) else {
      return false
    }
    guard CalendarDay.isYMD(Array(digits[1..<7])) else { return false }
    let year = CalendarDay.pair(digits, 1)
    let isLater = year >= 97 || [3, 4, 7, 8].contains(digits[0])
    let weights = Array(1...10)
    return CheckDigit.sum(digits, isLater ? weights.reversed() : weights) % 11 == digits[10]
  }

  /// TAJ: eight digits and the sum by 3 and 7 in turn, modulo 10.
  static func isHungarianInsuranceNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 9), !CheckDigit.isUniform(digits) else {
      return false
    }
    return CheckDigit.sum(digits, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == digits[8]
  }

  /// YYMMDD (the month tells the century), four digits, a check digit by weights 1, 3, 7, 9.
  static func isPolishPESEL(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 11) else { return false }
    let month = CalendarDay.pair(digits, 2)
    let century = [1900, 2000, 2100, 2200, 1800][min(4, month / 20)]
    let year = century + CalendarDay.pair(digits, 0)
    guard CalendarDay.exists(year: year, month: month % 20, day: CalendarDay.pair(digits, 4)) else {
      return false
    }
    return CheckDigit.sum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0
  }

  /// NIP: nine digits by weights modulo 11.
  static func isPolishTaxNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 10), !CheckDigit.isUniform(digits) else {
      return false
    }
    return CheckDigit.sum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9]
  }

  /// The Polish identity card: three letters and six digits, the first a check digit by weights 7, 3, 1.
  static func isPolishIdentityCard(_ text: [UInt8]) -> Bool {
    guard let id = IdentifierText(text), id.count == 9, let digits = id.digits(3..<9) else { return false }
    guard id.characters[..<3].allSatisfy(IdentifierText.isLetter) else { return false }
    let letters = id.characters[..<3].map { Int($0) - 0x37 }
    return CheckDigit.sum(letters + digits[1...], [7, 3, 1, 7, 3, 1, 7, 3]) % 10 == digits[0]
  }
}
