// Checks international bank account numbers. Knows no banks.

/// An IBAN (ISO 13616-1): a country of the SWIFT registry, the structure it has there, and a remainder of 1 by
/// ISO/IEC 7064 MOD 97-10. Single spaces may group it; letters may be of either case.
enum InternationalBankAccountNumber {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard let characters = ungrouped(text), characters.count > 4 else { return false }
    let country = String(decoding: characters.prefix(2), as: UTF8.self)
    guard let runs = structures[country], fits(characters[4...], runs),
      characters[2...3].allSatisfy({ $0 &- 0x30 < 10 })
    else { return false }
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

  /// The account number's structure by country: runs of digits (n), letters (a) and either (c).
  private static let structures: [String: [(count: Int, kind: Character)]] = {
    let registry = """
      AD:8n12c AE:19n AL:8n16c AT:16n AZ:4a20c BA:16n BE:12n BG:4a6n8c BH:4a14c BI:23n BR:23n1a1c
      BY:4c4n16c CH:5n12c CR:18n CY:8n16c CZ:20n DE:18n DJ:23n DK:14n DO:4c20n EE:16n EG:25n ES:20n
      FI:14n FK:2a12n FO:14n FR:10n11c2n GB:4a14n GE:2a16n GI:4a15c GL:14n GR:7n16c GT:24c HN:4a20n
      HR:17n HU:24n IE:4a14n IL:19n IQ:4a15n IS:22n IT:1a10n12c JO:4a4n18c KW:4a22c KZ:3n13c LB:4n20c
      LC:4a24c LI:5n12c LT:16n LU:3n13c LV:4a13c LY:21n MC:10n11c2n MD:20c ME:18n MK:3n10c2n MN:16n
      MR:23n MT:4a5n18c MU:4a19n3a NI:4a20n NL:4a10n NO:11n OM:3n16c PK:4a16c PL:24n PS:4a21c PT:21n
      QA:4a21c RO:4a16c RS:18n RU:14n15c SA:2n18c SC:4a20n3a SD:14n SE:20n SI:15n SK:20n SM:1a10n12c
      SO:19n ST:21n SV:4a20n TL:19n TN:20n TR:6n16c UA:6n19c VA:18n VG:4a16n XK:16n YE:4a4n18c
      """
    var structures: [String: [(count: Int, kind: Character)]] = [:]
    for entry in registry.split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: ":")
      guard parts.count == 2 else { continue }
      structures[String(parts[0])] = runs(of: parts[1])
    }
    return structures
  }()

  /// The runs that `4a14n` writes.
  private static func runs(of text: Substring) -> [(count: Int, kind: Character)] {
    var runs: [(count: Int, kind: Character)] = []
    var count = 0
    for character in text {
      if let digit = character.wholeNumberValue {
        count = count * 10 + digit
      } else {
        runs.append((count, character))
        count = 0
      }
    }
    return runs
  }

  private static func fits(_ account: ArraySlice<UInt8>, _ runs: [(count: Int, kind: Character)]) -> Bool {
    guard account.count == runs.reduce(0, { $0 + $1.count }) else { return false }
    var rest = account
    for run in runs {
      let part = rest.prefix(run.count)
      rest = rest.dropFirst(run.count)
      switch run.kind {
      case "n": if !part.allSatisfy({ $0 &- 0x30 < 10 }) { return false }
      case "a": if !part.allSatisfy(IdentifierText.isLetter) { return false }
      default: break
      }
    }
    return true
  }
}
