// Numbers as RFC 8785 prints them; the table of its appendix B, and edges of the layout.
import CanonicalJSON
import TestSupport
import Testing

struct CanonicalNumberTests {
  /// IEEE 754 bits and the text. Where it is not whole or beyond 2^53, the integer rule of this project plays no part.
  static let samples: [(bits: UInt64, text: String)] = [
    (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
    (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
    (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
    (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
    (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
    (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
    (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
    (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
    (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
    (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
    (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
    (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
  ]

  @Test(arguments: samples.indices)
  func appendixB(_ index: Int) {
    let (bits, text) = Self.samples[index]
    #expect(JSONValue.number(Double(bitPattern: bits)).canonicalText == text)
    #expect(JSONValue.double(Double(bitPattern: bits)).canonicalText == text)
  }

  @Test(arguments: [
    (1e-7, "1e-7"), (1.5e-7, "1.5e-7"), (0.1, "0.1"), (0.5, "0.5"), (100.25, "100.25"), (1e22, "1e+22"),
    (123456789.125, "123456789.125"), (-0.001, "-0.001"), (5e-7, "5e-7"), (1e100, "1e+100"), (4.5, "4.5"),
  ])
  func layout(_ value: Double, _ text: String) { #expect(JSONValue.number(value).canonicalText == text) }

  @Test func notFinite() {
    for value in [Double.nan, .infinity, -.infinity] { #expect(JSONValue.number(value) == .null) }
  }

  /// Whole numbers are one value however they are written.
  @Test func wholeNumbersAreIntegers() throws {
    for text in ["5", "5.0", "5e0", "0.5e1", "50e-1"] { #expect(try JSONReader.read(text: text) == 5) }
    #expect(JSONValue.number(9_007_199_254_740_991) == .integer(9_007_199_254_740_991))
  }

  /// Canonical text has no exponent below 1e21, so a number with one there is the number without.
  @Test(arguments: [
    "9E20", "1e16", "-4e18", "123456789012345678e3", "9223372036854775807.0", "1e21", "-7.5e30",
  ])
  func valueReadsBackFromItsText(_ text: String) throws {
    let value = try JSONReader.read(text: text)
    #expect(try JSONReader.read(text: value.canonicalText) == value)
  }

  @Test func everyNumberReadsBack() throws {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = JSONValue.number(value).canonicalText
      #expect(Double(text) == value)
      let back = try JSONReader.read(text: text)
      #expect(back.canonicalText == text)
      #expect(back.doubleValue == value)
    }
  }

  @Test func everyIntegerReadsBack() throws {
    var generator = SeededGenerator(seed: 43)
    for shift in 0..<64 {
      for _ in 0..<20 {
        let value = Int(bitPattern: UInt(generator.next() >> UInt64(shift)))
        #expect(try JSONReader.read(text: String(value)) == .integer(value))
        #expect(try JSONReader.read(text: String(-(value >> 1))) == .integer(-(value >> 1)))
        #expect(JSONValue.integer(value).canonicalText == String(value))
      }
    }
  }
}
