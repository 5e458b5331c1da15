// Checks the personal numbers of France and Italy. Knows no texts around them.

/// France: Code de la sécurité sociale R115-1, Code général des impôts (SPI). Italy: Decreto ministeriale of 23
/// December 1976 (codice fiscale), Decreto of 23 December 1977 (partita IVA).
enum FrenchAndItalianIdentifiers {
  /// Sex, YYMM, department, municipality, order and the key: 97 minus the remainder by 97. Corsica is 2A and 2B.
  static func isFrenchSocialSecurityNumber(_ text: [UInt8]) -> Bool {
    guard let id = IdentifierText(text), id.count == 15, "123478".utf8.contains(id[0]) else { return false }
    let offset = id[6] == UInt8(ascii: "A") ? 1_000_000 : id[6] == UInt8(ascii: "B") ? 2_000_000 : 0
    var characters = id.characters
    if offset > 0 {
      guard characters[5] == UInt8(ascii: "2") else { return false }
      characters[6] = UInt8(ascii: "0")
    }
    guard let digits = IdentifierText(characters)?.digits else { return false }
    let month = CalendarDay.pair(digits, 3)
    guard (1...12).contains(month) || (20...42).contains(month) || (50...99).contains(month) else {
      return false
    }
    let number = digits[..<13].reduce(0) { $0 * 10 + $1 } - offset
    return 97 - number % 97 == CalendarDay.pair(digits, 13)
  }

  /// The tax number of a person: thirteen digits, the last three the remainder by 511.
  static func isFrenchTaxNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 13), digits[0] <= 3 else { return false }
    return CheckDigit.remainder(digits[..<10], by: 511) == digits[10] * 100 + CalendarDay.pair(digits, 11)
  }

  /// Sixteen characters: surname, first name, year, month, day and sex, municipality, and a check letter. Letters
  /// stand for digits where two people would have the same.
  static func isItalianFiscalCode(_ text: [UInt8]) -> Bool {
    guard let id = IdentifierText(text), id.count == 16 else { return false }
    let numeric: Set<Int> = [6, 7, 9, 10, 12, 13, 14]
    for (index, byte) in id.characters.enumerated() {
      let isLetter = IdentifierText.isLetter(byte)
      if numeric.contains(index) ? isLetter && !"LMNPQRSTUV".utf8.contains(byte) : !isLetter { return false }
    }
    guard isItalianBirthday(id) else { return false }
    let sum = id.characters[..<15].enumerated().reduce(0) { sum, character in
      let value = character.element >= 0x41 ? Int(character.element) - 0x41 : Int(character.element) - 0x30
      return sum + (character.offset % 2 == 0 ? oddValues[value] : value)
    }
    return Int(id[15]) - 0x41 == sum % 26
  }

  /// The year, a letter for the month, and the day, of women plus 40; letters stand for digits where people clash.
  private static func isItalianBirthday(_ id: IdentifierText) -> Bool {
    guard let month = Array("ABCDEHLMPRST".utf8).firstIndex(of: id[8]) else { return false }
    let digits = [6, 7, 9, 10].map { place in
      Array("LMNPQRSTUV".utf8).firstIndex(of: id[place]) ?? Int(id[place]) - 0x30
    }
    let day = CalendarDay.pair(digits, 2)
    return CalendarDay.exists(
      yearOfCentury: CalendarDay.pair(digits, 0), month: month + 1, day: day > 40 ? day - 40 : day)
  }

  /// What the characters 0 or A, 1 or B and so on count in odd places.
  private static let oddValues = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ]
}
