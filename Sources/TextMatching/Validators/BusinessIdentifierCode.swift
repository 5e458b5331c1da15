// Checks business identifier codes. Knows no directory of banks.

/// A BIC (ISO 9362): four letters of the business party, a country, two characters of the place, and three of the
/// branch or none. The second character of the place is not 0, which marks test codes.
enum BusinessIdentifierCode {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard text.count == 8 || text.count == 11 else { return false }
    let code = text.map { $0 >= 0x61 ? $0 & 0xDF : $0 }
    return code[..<4].allSatisfy(IdentifierText.isLetter) && CountryCodes.contains(code[4], code[5])
      && code[6...].allSatisfy(WordBoundary.isASCIIAlphanumeric) && code[7] != UInt8(ascii: "0")
  }
}
