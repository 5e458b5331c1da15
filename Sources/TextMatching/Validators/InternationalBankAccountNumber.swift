// Checks international bank account numbers. Knows no national account formats.

/// An IBAN (ISO 13616-1): a country of the SWIFT registry, its length, and a remainder of 1 by ISO/IEC 7064
/// MOD 97-10. Single spaces may group it; letters may be of either case.
enum InternationalBankAccountNumber {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard let characters = ungrouped(text), characters.count > 4 else { return false }
    let country = String(decoding: characters.prefix(2), as: UTF8.self)
    guard characters.count == lengths[country], characters[2...3].allSatisfy({ $0 &- 0x30 < 10 }) else {
      return false
    }
    return remainder(characters[4...] + characters[..<4]) == 1
  }

  /// Letters and digits in uppercase; nil if anything else than single spaces is between.
  private static func ungrouped(_ text: [UInt8]) -> [UInt8]? {
    var characters: [UInt8] = []
    var wasSpace = true
    for byte in text {
      if byte == 0x20 {
        guard !wasSpace else { return nil }
      } else {
        guard WordBoundary.isASCIIAlphanumeric(byte) else { return nil }
        characters.append(byte >= 0x61 ? byte - 0x20 : byte)
      }
      wasSpace = byte == 0x20
    }
    return wasSpace ? nil : characters
  }

  /// The remainder by 97 of the number in which `A` stands for 10 and `Z` for 35.
  private static func remainder(_ characters: ArraySlice<UInt8>) -> Int {
    characters.reduce(0) { remainder, byte in
      byte < 0x41
        ? (remainder * 10 + Int(byte - 0x30)) % 97
        : (remainder * 100 + Int(byte - 0x41) + 10) % 97
    }
  }

  /// The length of an IBAN by country.
  private static let lengths: [String: Int] = [
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27,
    "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28,
    "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23,
    "GL": 18, "GR": 27, "GT": 28, "HN": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26,
    "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21,
    "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28,
    "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22,
    "RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "SO": 23, "ST": 25,
    "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
  ]
}
