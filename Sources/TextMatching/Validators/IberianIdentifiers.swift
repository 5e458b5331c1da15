// Checks the identity and tax numbers of Spain and Portugal. Knows no texts around them.

/// Spain: Real Decreto 1553/2005 (DNI), Orden INT/2058/2008 (NIE), Orden EHA/451/2008 (NIF of entities).
/// Portugal: Decreto-Lei 14/2013 (NIF).
enum IberianIdentifiers {
  private static let letters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)

  /// DNI: eight digits and a letter; NIE: X, Y or Z, seven digits and a letter.
  static func isSpanishIdentity(_ text: [UInt8]) -> Bool {
    guard let id = IdentifierText(text), id.count == 9 else { return false }
    let prefix = Array("XYZ".utf8).firstIndex(of: id[0])
    guard let body = id.digits((prefix == nil ? 0 : 1)..<8) else { return false }
    let number = CheckDigit.remainder((prefix.map { [$0] } ?? []) + body, by: 23)
    return letters[number] == id[8] && !CheckDigit.isUniform(body)
  }

  /// The NIF of a person without DNI and NIE (Orden EHA/451/2008): K, L or M, seven digits and the letter of a DNI.
  static func isSpanishPersonWithoutDocument(_ id: IdentifierText) -> Bool {
    guard id.count == 9, "KLM".utf8.contains(id[0]), let body = id.digits(1..<8) else { return false }
    return letters[CheckDigit.remainder(body, by: 23)] == id[8] && !CheckDigit.isUniform(body)
  }

  /// The NIF of an entity (formerly CIF): a letter, seven digits, a check digit or letter.
  static func isSpanishEntity(_ id: IdentifierText) -> Bool {
    guard id.count == 9, "ABCDEFGHJNPQRSUVW".utf8.contains(id[0]), let digits = id.digits(1..<8) else {
      return false
    }
    let sum = digits.enumerated().reduce(0) { sum, digit in
      let value = digit.offset % 2 == 0 ? digit.element * 2 : digit.element
      return sum + value / 10 + value % 10
    }
    let check = (10 - sum % 10) % 10
    return id[8] == UInt8(0x30 + check) || id[8] == Array("JABCDEFGHI".utf8)[check]
  }

  /// Nine digits, the last one by weights 9 to 2 modulo 11; the first tells the kind of taxpayer.
  static func isPortugueseTaxNumber(_ text: [UInt8]) -> Bool {
    guard let digits = IdentifierText(text)?.digits(count: 9) else { return false }
    guard
      [1, 2, 3, 5, 6, 8].contains(digits[0])
        || [45, 70, 71, 72, 74, 75, 77, 78, 79, 90, 91, 98, 99].contains(
          CalendarDay.pair(digits, 0))
    else { return false }
    let rest = CheckDigit.sum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return digits[8] == (rest < 2 ? 0 : 11 - rest)
  }
}
