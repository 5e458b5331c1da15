// The checks of identifiers, each with published samples, and with the same samples altered.

import Testing

@testable import TextMatching

@Suite struct IdentifierValidatorTests {
  static let good: [(ValueValidator, [String])] = [
    (.bic, ["DEUTDEFF", "DEUTDEFF500", "NWBKGB2L", "cobadeffxxx"]),
    (
      .phoneNational,
      ["030 12345678", "(212) 555-0123", "612 34 56 78", "07700 900123", "0049 30 901820", "32 12 34 56"]
    ),
    (.imei, ["490154203237518", "35-209900-176148-1"]),
    (.imsi, ["262011234567890", "310150123456789", "20801123456789"]),
    (
      .vat,
      [
        "ATU13585627", "BE 0428.759.497", "BG175074752", "CY10259033P", "CZ25123891", "DE 136 695 976",
        "DK13585628",
        "EE100931558", "EL094259216", "ESJ99216582", "FI20774740", "FR40303265045", "GB980780684",
        "HR33392005961",
        "HU12892312", "IE6433435F", "IT00743110157", "LT119511515", "LU15027442", "LV40003521600",
        "MT11679112",
        "NL004495445B01", "PL8567346215", "PT501964843", "RO18547290", "SE123456789701", "SI50223054",
        "SK2022749619", "FRT1578647208", "FR6E805921723", "FRSW473350957", "FR53000004605", "IE8D79739I",
        "BG1888723674", "ESK5532288Y", "GB537912483", "SK9010292710", "PT402170814", "MT59772994",
        "CZ610202349",
      ]
    ),
    (
      .cryptoAddress,
      [
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        // Litecoin, Dogecoin, Dash, Tron, Zcash, XRP; Litecoin and Cosmos in Bech32.
        "LRZMzKG9ip544i5JHJQkSpCvBfZMF4hkan", "MU9eHWCMdqNLbFCrdkn8dU4ybf7ENthzrZ",
        "DKmgYDzeaTeA6RBs2aPvf2KZEVKoFR4e1S", "XmZE72GfM8C9KS9d9qiMk9bzJb41ci8pKG",
        "TFPNcKxgq4NVwWcnrfNfUmrq5TjpWqC9RH", "t1HuwmCqpwdXg2e9G1u9zmb1xatAthtpL6Y",
        "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", "ltc1qgh87myjey02rlxtntvpjpkewhw3f57eh08hhxy",
        "cosmos1djt8c6qa9zxy0vvznshzr8y4a2wucyw7cs2yse",
        "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
        "addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x",
        "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
        "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H",
      ]
    ),
    (
      .personName,
      ["Anna Kowalska", "Jean-Pierre Dupont", "Thomas von der Leyen", "José García", "Zoë M. Baker"]
    ),
    (.firstName, ["Anna", "Jean-Pierre", "Zoë Baker"]),
    (.secret, ["9f86d081884c7d659a2feaa0c55ad015", "Zk3vQ8xT1mN5bR7yL2wD9pF4"]),
    (.austrianInsuranceNumber, ["1237 010180"]),
    (.belgianNationalNumber, ["85.07.30-033 28", "85073003328"]),
    (.bulgarianCitizenNumber, ["7523169263", "8032056031"]),
    (.swissInsuranceNumber, ["756.9217.0769.85"]),
    (.czechOrSlovakBirthNumber, ["710319/2745", "530101/123"]),
    (.germanTaxNumber, ["36 574 261 809"]),
    (.germanPensionNumber, ["15070649C103"]),
    (.germanHealthNumber, ["A123456780"]),
    (.germanDocumentNumber, ["T220001293"]),
    (.cypriotTaxCode, ["10259033P"]),
    (.danishPersonNumber, ["211062-5629"]),
    (.balticPersonalCode, ["36805280109", "33309240064"]),
    (.spanishIdentity, ["54362315-K", "X-2482300-W", "12345678Z"]),
    (.finnishPersonalCode, ["131052-308T", "131052A308T"]),
    (.frenchSocialSecurityNumber, ["2 95 10 99 126 111 93", "184127645108946"]),
    (.frenchTaxNumber, ["0701987765493"]),
    (.greekInsuranceNumber, ["01013099997"]),
    (.greekTaxNumber, ["094259216"]),
    (.croatianPersonalNumber, ["33392005961"]),
    (.hungarianTaxNumber, ["8071592153"]),
    (.hungarianInsuranceNumber, ["123 456 788"]),
    (.hungarianPersonalNumber, ["1-451204-8401", "2 840420 3573"]),
    (.irishPPSNumber, ["6433435F"]),
    (.italianFiscalCode, ["RCCMNL83S18D969H", "rssmra85t10a562s"]),
    (.luxembourgNationalNumber, ["1893120105732"]),
    (.latvianPersonalCode, ["161175-19997", "110714-13190"]),
    (.dutchCitizenServiceNumber, ["1112.22.333", "123456782"]),
    (.norwegianBirthNumber, ["151086 95088", "01521625178"]),
    (.polishPESEL, ["44051401359"]),
    (.password, ["hunter2!", "Tr0ub4dor&3", "pg_adm1n_9x", "grüße7"]),
    (.diagnosisCode, ["E11.9", "I10", "S72.001A", "U07.1", "Z3A.20", "C7A.1", "J45+"]),
    (.phoneNational, ["001-715-608-4904x58996"]),
    (
      .personName,
      [
        "Kovács László", "Rhys Llewellyn-Pugh", "Der Kunde Thomas Schmidt", "Zdeslava Kratochvílová",
        "Inspector Jørgensen",
        "Ask Anna Kowalska",
      ]
    ),
    (.plausibleName, ["Bibulat Sultygov", "Σταυρούλα Αποστολίδου"]),
    (.polishTaxNumber, ["8567346215"]),
    (.polishIdentityCard, ["ABA300000"]),
    (.portugueseTaxNumber, ["501964843"]),
    (.romanianPersonalCode, ["1630615123457"]),
    (.swedishPersonNumber, ["880320-0016", "19880320-0016"]),
    (.slovenianPersonalNumber, ["0101006500006", "0104951107069"]),
    (.reversedPersonName, ["Kowalska, Anna", "van der Berg, Jan"]),
    (.britishNHSNumber, ["943 476 5919", "9434765870"]),
    (.britishInsuranceNumber, ["AB123456C", "ab 12 34 56 c"]),
    (.britishTaxpayerReference, ["1955839661"]),
  ]

  /// Checks of a single digit or letter, which notice every change of one digit.
  static let exact: Set<ValueValidator> = [
    .imei, .belgianNationalNumber, .swissInsuranceNumber, .germanTaxNumber, .spanishIdentity,
    .finnishPersonalCode,
    .frenchSocialSecurityNumber, .croatianPersonalNumber, .luxembourgNationalNumber, .norwegianBirthNumber,
    .polishPESEL, .swedishPersonNumber, .greekInsuranceNumber, .hungarianInsuranceNumber,
    .dutchCitizenServiceNumber, .britishNHSNumber, .irishPPSNumber,
  ]

  @Test(arguments: good) func acceptsPublishedSamples(_ validator: ValueValidator, _ values: [String]) {
    for value in values { #expect(validator.accepts(value), "\(value)") }
  }

  @Test(arguments: good) func refusesAlteredSamples(_ validator: ValueValidator, _ values: [String]) {
    for value in values {
      for shorter in [String(value.dropLast()), value + "7", ""]
      where validator != .personName && validator != .plausibleName && validator != .reversedPersonName
        && validator != .firstName
        && validator != .secret && validator != .password && validator != .diagnosisCode
      {
        let isOther = [.phoneNational, .imsi, .bic, .dutchCitizenServiceNumber, .czechOrSlovakBirthNumber]
          .contains(validator)
        #expect(isOther || !validator.accepts(shorter) || validator == .vat, "\(shorter)")
      }
      guard Self.exact.contains(validator) else { continue }
      for altered in Self.alterations(of: value) { #expect(!validator.accepts(altered), "\(altered)") }
    }
  }

  /// The last digit changed in every way.
  private static func alterations(of value: String) -> [String] {
    guard let place = value.lastIndex(where: \.isNumber) else { return [] }
    return "0123456789".filter { $0 != value[place] }.map { digit in
      value.replacingCharacters(in: place...place, with: String(digit))
    }
  }

  @Test(arguments: [
    (ValueValidator.bic, "DEUTXXFF"), (.bic, "CUSTQQER"), (.imei, "000000000000000"),
    (.imsi, "999011234567890"),
    (.vat, "XX123456789"), (.vat, "DE000000000"), (.vat, "DE136695977"), (.vat, "FR41303265045"),
    (.cryptoAddress, "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3"),
    (.cryptoAddress, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"),
    (.cryptoAddress, "0x0000000000000000000000000000000000000000"), (.personName, "Victoria Station"),
    (.personName, "Visual Studio"), (.firstName, "Customer"), (.secret, "your-api-key-here-1"),
    (.secret, "aaaaaaaaaaaaaaaa1"),
    (.phoneNational, "000000000"), (.danishPersonNumber, "411362-5629"),
    (.latvianPersonalCode, "161175-19998"),
    (.italianFiscalCode, "RCCMNL83S18D969A"), (.romanianPersonalCode, "1631315123457"),
    (.britishInsuranceNumber, "GB123456A"), (.germanPensionNumber, "15990649C103"),
    (.austrianInsuranceNumber, "1238 010180"), (.polishTaxNumber, "8567346216"),
    (.germanHealthNumber, "A123456781"),
    (.germanDocumentNumber, "T220001294"), (.frenchTaxNumber, "0701987765433"),
    (.greekTaxNumber, "094259217"),
    (.hungarianTaxNumber, "8071592154"), (.bulgarianCitizenNumber, "7523169264"),
    (.polishIdentityCard, "ABA400000"),
    (.portugueseTaxNumber, "501964842"), (.slovenianPersonalNumber, "0101006500007"),
    (.britishTaxpayerReference, "1955839662"), (.balticPersonalCode, "36805280108"),
    (.czechOrSlovakBirthNumber, "710319/2746"), (.hungarianPersonalNumber, "1-451204-8402"),
    (.vat, "DK07666675"), (.vat, "IT69629231072"), (.vat, "NL732338979B00"), (.vat, "SE454399723599"),
    (.vat, "FRV2316528363"), (.vat, "SK1163785623"), (.vat, "GB346248211"), (.imsi, "408740947610775"),
    (.italianFiscalCode, "RZGOZA47B31V046P"), (.romanianPersonalCode, "4790224496210"),
    (.cryptoAddress, "LRZMzKG9ip544i5JHJQkSpCvBfZMF4hkam"),
    (.cryptoAddress, "ltc1qgh87myjey02rlxtntvpjpkewhw3f57eh08hhxz"),
    (.cryptoAddress, "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTg"),
    (.cryptoAddress, "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6b"),
    (
      .cryptoAddress,
      "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3B"
    ),
    // A program of one byte, and one of version 0 with thirty: BIP 173's invalid addresses.
    (.cryptoAddress, "bc1rw5uspcuh"), (.cryptoAddress, "bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du"),
    (.cryptoAddress, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
    (.diagnosisCode, "B12"), (.diagnosisCode, "E93.1"), (.diagnosisCode, "X3A"), (.diagnosisCode, "E1"),
    (.password, "changeme1"), (.password, "abcdef"), (.password, "process.env.P1"), (.password, "a1"),
    (.personName, "Morgan Stanley"), (.personName, "Lake László Street"),
    (.personName, "Bäckerei Schneider"), (.personName, "Neue Maschinen"),
    (.personName, "Thomas Cook Airlines"),
    (.plausibleName, "Acme Holdings"), (.plausibleName, "Deutsche Bank"),
    (.danishPersonNumber, "010346-7344"),
    (.bulgarianCitizenNumber, "1271251510"),
    (.reversedPersonName, "Station, Anna"), (.reversedPersonName, "Paris, France"),
  ])
  func refusesLookAlikes(_ validator: ValueValidator, _ value: String) { #expect(!validator.accepts(value)) }
}

extension String {
  fileprivate func replacingCharacters(in range: ClosedRange<String.Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
