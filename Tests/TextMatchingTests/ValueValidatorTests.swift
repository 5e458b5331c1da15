// Tests the validators with values that are real in form, and with look-alikes.

import Testing

@testable import TextMatching

@Suite struct ValueValidatorTests {
  static let good: [(ValueValidator, [String])] = [
    (
      .luhn,
      [
        "4111 1111 1111 1111", "4111-1111-1111-1111", "4222222222222", "5555555555554444", "2223003122003222",
        "378282246310005", "30569309025904", "6011111111111117", "3530111333300000", "6759649826438453",
        "6200000000000005", "501800000009",
      ]
    ),
    (
      .iban,
      [
        "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819",
        "FR1420041010050500013M02606", "NO9386011117947", "MT84MALT011000012345MTLCAST001S",
        "nl91abna0417164300", "CH9300762011623852957",
      ]
    ),
    (.ipv4, ["0.0.0.0", "255.255.255.255", "192.168.1.10"]),
    (
      .ipv6,
      [
        "::", "::1", "2001:db8::1", "2001:DB8:0:0:8:800:200C:417A", "ff01::101", "::ffff:129.144.52.38",
        "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4", "fe80::", "1::8",
      ]
    ),
    (
      .email,
      [
        "a@b.co", "first.last+tag@sub.example.org", "o'brien@example.ie", "x@xn--bcher-kva.example",
        "jörg@bücher.example", "a@b.xn--p1ai", String(repeating: "a", count: 64) + "@example.com",
        "A@EXAMPLE.COM",
      ]
    ),
    (
      .phoneE164,
      [
        "+44 20 7946 0958", "+442079460958", "+44 (0)20 7946 0958", "0049 30 901820", "+1 (212) 555-0123",
        "+1-212-555-0123", "+7 495 123-45-67", "+353 1 437 0000", "+683 4000", "+33.1.23.45.67.89",
        "+49 30/901820",
      ]
    ),
    (
      .dateOfBirth,
      [
        "1984-05-12", "2000-02-29", "1900-01-01", "2100-12-31", "31/12/1999", "12/31/1999", "1.2.1980",
        "29.02.1984", "1984/05/12", "5-6-1970", "12-05-84", "19840512", "3. 2. 1990",
      ]
    ),
  ]

  static let bad: [(ValueValidator, [String])] = [
    (
      .luhn,
      [
        "4111 1111 1111 1112", "1234567812345670", "0000000000000000", "4111  111111111111", "41111111111",
        "4111111111111111111111", " 4111111111111111", "4111111111111111-", "79927398713", "", "９",
        "5555 5555 5555 4445", "37828224631000", "9999999999999995",
      ]
    ),
    (
      .iban,
      [
        "DE88370400440532013000", "DE8937040044053201300", "XX89370400440532013000",
        "DE89  370400440532013000",
        "DEA9370400440532013000", "", "DE", "GB29NWBK6016133192681é", "DE89370400440532013000 ",
      ]
    ),
    (
      .ipv4,
      [
        "256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.", "1..2.3", "a.b.c.d", "", "1.2.3.4 ",
        "1.2.3.0004",
      ]
    ),
    (
      .ipv6,
      [
        "", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::",
        "1:2:3:4:5:6:7:8::",
        "::1.2.3", "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4", ":1::2", "1::2:", "fe80::1%eth0", "1.2.3.4", "::1 ",
      ]
    ),
    (
      .email,
      [
        "icon@2x.png", "a@b", "@b.co", "a@", "a..b@c.org", ".a@c.org", "a.@c.org", "a b@c.org", "a@b@c.org",
        "a@-b.org", "a@b-.org", "a@b..org", "a@b.c", "a@b.123", "a@1.2.3.4", "logo@site.SVG", "\"a\"@b.org",
        String(repeating: "a", count: 65) + "@example.com", "a@" + String(repeating: "b", count: 64) + ".org",
        "a@" + String(repeating: "bbbbbbb.", count: 40) + "org", "", "a@b.org.",
      ]
    ),
    (
      .phoneE164,
      [
        "020 7946 0958", "+999 123 4567", "+210 123 4567", "+44 20 79", "+1 112 555 0123", "+1 212 155 0123",
        "+1 212 555 01234", "+4420794609581234", "+44  20--7946", "+44 20 7946 095x", "+", "", "00",
        "+44 (20 7946 0958",
        "+44 )20( 7946 0958", "+800", "442079460958",
      ]
    ),
    (
      .dateOfBirth,
      [
        "1983-02-29", "1900-02-29", "1899-12-31", "2101-01-01", "1984-13-01", "1984-5-12", "31/31/1999",
        "00/01/1990", "1984-05/12", "12-05-8", "19841512", "", "-", "1984-05-12-", "31.04.1990",
        "1984-00-10",
        "1-1-1-1990",
      ]
    ),
  ]

  @Test(arguments: good) func accepts(_ validator: ValueValidator, _ values: [String]) {
    for value in values { #expect(validator.accepts(value), "\(value)") }
  }

  @Test(arguments: bad) func refuses(_ validator: ValueValidator, _ values: [String]) {
    for value in values { #expect(!validator.accepts(value), "\(value)") }
  }

  @Test func everyValidatorHasCasesAndAStandard() {
    for validator in ValueValidator.allCases {
      #expect((Self.good + IdentifierValidatorTests.good).contains { $0.0 == validator })
      #expect(!validator.standard.isEmpty)
    }
  }

  @Test(arguments: ValueValidator.allCases) func namesAreThoseOfRules(_ validator: ValueValidator) {
    #expect(ValueValidator(rawValue: validator.rawValue) == validator)
    #expect(validator.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
  }

  @Test(arguments: ValueValidator.allCases) func strangeTextsAreRefused(_ validator: ValueValidator) {
    for text in [
      "\u{0}", "🙂", "-", "+", "@", ".", ":", "(0)", "((((", String(repeating: "1", count: 100_000),
    ] {
      #expect(!validator.accepts(text))
    }
  }
}
