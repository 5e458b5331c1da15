// Checks VAT numbers by the country they begin with. Knows no texts around them.

/// A VAT identification number of the European Union or the United Kingdom: Council Directive 2006/112/EC, article
/// 215, with the structures that VIES publishes and the check digits that the tax authorities do.
enum ValueAddedTaxNumber {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard let id = IdentifierText(text), id.count > 4 else { return false }
    let country = String(decoding: id.characters[..<2], as: UTF8.self)
    guard let body = IdentifierText(Array(id.characters[2...])) else { return false }
    return checks[country]?(body) ?? false
  }

  private static let checks: [String: @Sendable (IdentifierText) -> Bool] = [
    "AT": { isAustrian($0) },
    "BE": { id in
      id.digits(count: 10).map { $0[0] < 2 && 97 - CheckDigit.remainder($0[..<8], by: 97) == pair($0, 8) }
        ?? false
    },
    "BG": { isBulgarian($0) },
    "CY": { isCypriot($0) },
    "CZ": { isCzech($0) },
    "DE": { $0.digits(count: 9).map { $0[0] != 0 && CheckDigit.isMod11And10($0) } ?? false },
    "DK": { $0[0] != 0x30 && divides($0, [2, 7, 6, 5, 4, 3, 2, 1], by: 11) },
    "EE": { divides($0, [3, 7, 1, 3, 7, 1, 3, 7, 1], by: 10) },
    "EL": { SouthEastEuropeanIdentifiers.isGreekTaxNumber($0.characters) },
    "ES": {
      IberianIdentifiers.isSpanishIdentity($0.characters) || IberianIdentifiers.isSpanishEntity($0)
        || IberianIdentifiers.isSpanishPersonWithoutDocument($0)
    },
    "FI": { divides($0, [7, 9, 10, 5, 8, 4, 2, 1], by: 11) },
    "FR": { isFrench($0) },
    "GB": { isBritish($0) },
    "HR": { SouthEastEuropeanIdentifiers.isCroatianPersonalNumber($0.characters) },
    "HU": { divides($0, [9, 7, 3, 1, 9, 7, 3, 1], by: 10) },
    "IE": { isIrish($0) },
    "IT": { isItalian($0) },
    "LT": { isLithuanian($0) },
    "LU": { id in
      id.digits(count: 8).map { CheckDigit.remainder($0[..<6], by: 89) == pair($0, 6) } ?? false
    },
    "LV": { isLatvian($0) },
    "MT": { isMaltese($0) },
    "NL": { isDutch($0) },
    "PL": { CentralEuropeanIdentifiers.isPolishTaxNumber($0.characters) },
    "PT": { $0[0] != 0x30 && isPortuguese($0) },
    "RO": { isRomanian($0) },
    "SE": { id in
      id.digits(count: 12).map { (1...94).contains(pair($0, 10)) && CheckDigit.isLuhn(Array($0[..<10])) }
        ?? false
    },
    "SI": { isSlovenian($0) },
    "SK": { isSlovak($0) },
    "XI": { isBritish($0) },
  ]

  private static func pair(_ digits: [Int], _ index: Int) -> Int { CalendarDay.pair(digits, index) }

  /// As many digits as weights, whose sum the modulus divides.
  private static func divides(_ id: IdentifierText, _ weights: [Int], by modulus: Int) -> Bool {
    guard let digits = id.digits(count: weights.count), !CheckDigit.isUniform(digits) else { return false }
    return CheckDigit.sum(digits, weights) % modulus == 0
  }

  private static func isAustrian(_ id: IdentifierText) -> Bool {
    guard id.count == 9, id[0] == UInt8(ascii: "U"), let digits = id.digits(1..<9) else { return false }
    let sum = digits[..<7].enumerated().reduce(4) { sum, digit in
      let value = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
      return sum + value / 10 + value % 10
    }
    return (10 - sum % 10) % 10 == digits[7]
  }

  private static func isBulgarian(_ id: IdentifierText) -> Bool {
    if let digits = id.digits(count: 10) {
      // Citizens, foreigners, and others: Value Added Tax Act, article 94.
      let foreign = CheckDigit.sum(digits, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10
      let other = (11 - CheckDigit.sum(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
      return SouthEastEuropeanIdentifiers.isBulgarianCitizenNumber(id.characters)
        || !CheckDigit.isUniform(digits) && (digits[9] == foreign || digits[9] == other)
    }
    guard let digits = id.digits(count: 9) else { return false }
    let first = CheckDigit.sum(digits, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
    return digits[8]
      == (first < 10 ? first : CheckDigit.sum(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10)
  }

  /// The Cypriot number without its country.
  static func isCypriotCode(_ text: [UInt8]) -> Bool { IdentifierText(text).map(isCypriot) ?? false }

  private static func isCypriot(_ id: IdentifierText) -> Bool {
    guard id.count == 9, let digits = id.digits(0..<8), IdentifierText.isLetter(id[8]) else { return false }
    let sum = digits.enumerated().reduce(0) { sum, digit in
      sum + (digit.offset % 2 == 0 ? [1, 0, 5, 7, 9, 13, 15, 17, 19, 21][digit.element] : digit.element)
    }
    return Int(id[8]) - 0x41 == sum % 26
  }

  private static func isCzech(_ id: IdentifierText) -> Bool {
    guard let digits = id.digits(count: 8) else {
      return (9...10).contains(id.count)
        && (CentralEuropeanIdentifiers.isCzechOrSlovakBirthNumber(id.characters)
          || isCzechWithoutBirthNumber(id))
    }
    let rest = 11 - CheckDigit.sum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11
    return digits[0] != 9 && digits[7] == (rest == 11 ? 1 : rest % 10)
  }

  /// Entrepreneurs without a birth number: 6, seven digits, and a check digit of its own.
  private static func isCzechWithoutBirthNumber(_ id: IdentifierText) -> Bool {
    guard let digits = id.digits(count: 9), digits[0] == 6 else { return false }
    let sum = CheckDigit.sum(digits[1...], [8, 7, 6, 5, 4, 3, 2]) % 11
    return digits[8] == (18 - (21 - sum) % 11) % 10
  }

  /// As the number of a person, of which other ranges are in use: modulo 11 by weights 9 to 2.
  private static func isPortuguese(_ id: IdentifierText) -> Bool {
    guard let digits = id.digits(count: 9), !CheckDigit.isUniform(digits) else { return false }
    let rest = CheckDigit.sum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return digits[8] == (rest < 2 ? 0 : 11 - rest)
  }

  private static func isFrench(_ id: IdentifierText) -> Bool {
    guard id.count == 11, let siren = id.digits(2..<11), !CheckDigit.isUniform(siren) else { return false }
    // Those of Monaco begin with zeros and follow no system of SIREN.
    guard CheckDigit.isLuhn(siren) || siren[..<3].allSatisfy({ $0 == 0 }) else { return false }
    guard let key = id.digits(0..<2) else { return isFrenchKey(id[0], id[1], of: siren) }
    return (12 + 3 * CheckDigit.remainder(siren, by: 97)) % 97 == pair(key, 0)
  }

  /// The key of the newer kind, of which one character or both are letters without I and O.
  private static func isFrenchKey(_ first: UInt8, _ second: UInt8, of siren: [Int]) -> Bool {
    let characters = Array("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    guard let one = characters.firstIndex(of: first), let two = characters.firstIndex(of: second) else {
      return false
    }
    let value = one < 10 ? one * 24 + two - 10 : one * 34 + two - 100
    return (CheckDigit.remainder(siren, by: 11) + 1 + value / 11) % 11 == value % 11
  }

  /// As the PPS number; until 2013 with a letter in the second place, whose first digit then counts last.
  private static func isIrish(_ id: IdentifierText) -> Bool {
    if id.count == 8, IdentifierText.isLetter(id[1]), id.digits(2..<7) != nil, id.digits(0..<1) != nil {
      let later = [0x30] + id.characters[2..<7] + [id[0], id[7]]
      return IdentifierText(Array(later)).map(BritishAndIrishIdentifiers.isIrishNumber) ?? false
    }
    return (8...9).contains(id.count) && BritishAndIrishIdentifiers.isIrishNumber(id)
  }

  /// Seven digits, the office that gave the number out, and a check digit by Luhn.
  private static func isItalian(_ id: IdentifierText) -> Bool {
    guard let digits = id.digits(count: 11), !CheckDigit.isUniform(digits) else { return false }
    let office = digits[7] * 100 + pair(digits, 8)
    return ((1...100).contains(office) || [120, 121, 888, 999].contains(office)) && CheckDigit.isLuhn(digits)
  }

  /// Divisible by 11, the third digit one of six; or the birth number of a person.
  private static func isSlovak(_ id: IdentifierText) -> Bool {
    if CentralEuropeanIdentifiers.isCzechOrSlovakBirthNumber(id.characters) { return true }
    guard let digits = id.digits(count: 10), CheckDigit.remainder(digits, by: 11) == 0 else { return false }
    return digits[0] > 0 && [2, 3, 4, 7, 8, 9].contains(digits[2])
  }

  private static func isBritish(_ id: IdentifierText) -> Bool {
    guard id.count == 9 || id.count == 12, let digits = id.digits, !CheckDigit.isUniform(digits) else {
      return false
    }
    let sum = CheckDigit.sum(digits, [8, 7, 6, 5, 4, 3, 2]) + pair(digits, 7)
    return [0, 42, 55].contains(sum % 97)
  }

  private static func isLithuanian(_ id: IdentifierText) -> Bool {
    guard let digits = id.digits, digits.count == 9 || digits.count == 12 else { return false }
    let body = digits.dropLast()
    guard digits[digits.count - 2] == 1 else { return false }
    let first = body.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 9 + 1) } % 11
    let second = body.enumerated().reduce(0) { $0 + $1.element * (($1.offset + 2) % 9 + 1) } % 11
    return digits.last == (first < 10 ? first : second % 10)
  }

  private static func isLatvian(_ id: IdentifierText) -> Bool {
    guard let digits = id.digits(count: 11) else { return false }
    if digits[0] <= 3 {
      return pair(digits, 0) == 32 || BalticIdentifiers.isLatvianCode(id.characters)
    }
    let rest = 3 - CheckDigit.sum(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11
    return rest != -1 && digits[10] == (rest < -1 ? rest + 11 : rest)
  }

  private static func isMaltese(_ id: IdentifierText) -> Bool {
    guard let digits = id.digits(count: 8), digits[0] != 0 else { return false }
    return (CheckDigit.sum(digits, [3, 4, 6, 7, 8, 9]) + pair(digits, 6)) % 37 == 0
  }

  /// Nine digits, B, two digits: the citizen service number's check for entities, MOD 97-10 for sole traders.
  private static func isDutch(_ id: IdentifierText) -> Bool {
    guard id.count == 12, id[9] == UInt8(ascii: "B"), let front = id.digits(0..<9),
      let back = id.digits(10..<12), pair(back, 0) > 0
    else { return false }
    if BeneluxIdentifiers.isDutchCitizenServiceNumber(Array(id.characters[..<9])) { return true }
    // N is 23, L is 21, B is 11.
    return CheckDigit.remainder([2, 3, 2, 1] + front + [1, 1] + back, by: 97) == 1
  }

  private static func isRomanian(_ id: IdentifierText) -> Bool {
    guard let digits = id.digits, (4...10).contains(digits.count), digits[0] != 0 else { return false }
    let padded = [Int](repeating: 0, count: 10 - digits.count) + digits
    return CheckDigit.sum(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10 % 11 % 10 == padded[9]
  }

  private static func isSlovenian(_ id: IdentifierText) -> Bool {
    guard let digits = id.digits(count: 8), digits[0] != 0 else { return false }
    let rest = 11 - CheckDigit.sum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11
    return rest != 11 && digits[7] == rest % 10
  }
}
