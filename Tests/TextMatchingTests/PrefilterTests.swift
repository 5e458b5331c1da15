// What a pattern is known to hold, and where it stands.
import Testing

@testable import TextMatching

struct PrefilterTests {
  @Test(
    arguments: [
      (#"\d{4}-\d{2}"#, 4, 0), (#"\d{2}[5-9]1"#, 4, 0), (#"[A-Z]{2}\d{2} ?\d"#, 2, 2),
      (#"a\d{2}(?=x)\d"#, 3, 1),
      (#"\d{3}?\d?\d"#, 4, 0), (#"(?:\d{8}|[XYZ]-?\d{7})"#, 7, 2), (#"(?: ?\d{3}){3}"#, 3, 1),
      (#"(?:0[1-9]|1[0-2])\d"#, 3, 0), (#"a*\d"#, 1, 1 << 40), (#"\d{30}"#, 8, 0),
    ] as [(String, Int, Int)])
  func digitsThatEveryMatchHolds(_ pattern: String, _ length: Int, _ lead: Int) throws {
    let required = try #require(try digits(in: pattern))
    #expect(required.length == length)
    #expect(required.lead == lead)
  }

  @Test(arguments: [#"\d*"#, "(?=1)a", #"[^\d]"#, #"\D{3}"#, #"(?:12|ab)"#, #"[0-9a-f]{8}"#, #"(\d)?\w"#])
  func noDigitsAreCertain(_ pattern: String) throws { #expect(try digits(in: pattern) == nil) }

  private func digits(in pattern: String) throws -> RequiredDigits? {
    let (tree, groups) = try PatternParser.parse(pattern, flags: .ignoreCase)
    return RequiredDigits(in: tree, groups: groups)
  }

  @Test(
    arguments: [
      (#"[a-z]+@\d{9}"#, "@"), (#"\d{3}-\d{4}"#, nil), (#"\d{2}-\d{2}"#, "-"), (#"\d x"#, nil),
      (#"\d\w"#, nil),
    ] as [(String, Unicode.Scalar?)])
  func rarestIsLookedFor(_ pattern: String, _ byte: Unicode.Scalar?) throws {
    #expect(try RegularExpression(python: pattern).requiredByte == byte.map { UInt8(ascii: $0) })
  }

  /// Every length and every place in blocks of 64 bytes, the runs that cross from one to the next among them.
  @Test(arguments: 1...DigitRun.maximumLength) func runsOfDigits(length: Int) {
    for place in 0..<200 {
      for more in [0, 1, 70] {
        var text = [UInt8](repeating: UInt8(ascii: "x"), count: place)
        text += [UInt8](repeating: UInt8(ascii: "7"), count: length + more)
        #expect(DigitRun.next(of: length, in: text.span, from: 0) == place)
        #expect(DigitRun.next(of: length, in: text.span, from: place + more + 1) == nil)
        #expect(DigitRun.next(of: length, in: (text + [0x2F, 0x3A, 0]).span, from: place / 2) == place)
      }
    }
  }

  @Test func bytesBeyondASCIIMayBeDigits() {
    #expect(DigitRun.next(of: 4, in: Array("ab٣٣".utf8).span, from: 0) == 2)
    #expect(DigitRun.next(of: 1, in: Array("a:/b".utf8).span, from: 0) == nil)
    #expect(DigitRun.next(of: 1, in: [UInt8]().span, from: 0) == nil)
  }
}
