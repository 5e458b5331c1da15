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

  /// Only what a match can have in front of its certain byte is gone back over.
  @Test(
    arguments: [
      (#"\w[\w.]{0,63}@"#, "see a.b@c", 4), (#"[a-z]{1,3}@"#, "see abcd@c", 5),
      (#"[a-z ]{1,9}@"#, "see ab@c", 0),
      (#"(?:x|[0-9]{1,9})@"#, "x12@", 0), (#"\w{0,9}@"#, "a é日b@", 2), (#"[0-9]{0,9}@"#, "a é日7@", 7),
      (#"(?=.)(?<=x)a?@"#, "xa@", 1), (#"(a).{0,2}@"#, "a--@", 0), (#"(a)\1@"#, "b aa@", 2),
      (#"k{1,4}@"#, "Kkſk@", 0),
      (#"@\w"#, "abc@d", 3),
    ] as [(String, String, Int)])
  func whereAMatchCanBegin(_ pattern: String, _ text: String, _ expected: Int) throws {
    let (tree, groups) = try PatternParser.parse(pattern, flags: .ignoreCase)
    let bytes = Array(text.utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "@")))
    let prefilter = try #require(Prefilter.all(in: tree, groups: groups).first)
    let lead = try #require(prefilter.lead)
    #expect(prefilter.start(before: place, lead: lead, in: bytes.span) == expected)
  }

  @Test(
    arguments: [
      (#"[a-z0-9]{14}\.(?-i:atlasv1)\.x"#, ".atlasv1.", 14), (#"(?-i:ab(?:cd)e?f)"#, "abcd", 0),
      (#"(?-i:ab(?=x)(?:cd|ef)ghij)"#, "ghij", 4), (#"12(?:34)"#, "1234", 0),
      (#"\d(?:-(--)-)?----"#, "----", 5),
      (#"(?-i:abc)"#, nil, 0), (#"abcdefg"#, nil, 0), (#"12.34"#, nil, 0), (#".*(?-i:abcd)"#, nil, 0),
      (#"(?-i:abcd|efgh)"#, nil, 0), (#"(?-i:(?:abcd)*)"#, nil, 0), (#"(?-i:abcé)d"#, nil, 0),
    ] as [(String, String?, Int)])
  func bytesThatEveryMatchHolds(_ pattern: String, _ bytes: String?, _ lead: Int) throws {
    let (tree, groups) = try PatternParser.parse(pattern, flags: .ignoreCase)
    let required = RequiredLiteral(in: tree, groups: groups)
    #expect(required.map { String(decoding: $0.bytes, as: UTF8.self) } == bytes)
    if bytes != nil { #expect(required?.lead == lead) }
  }

  @Test func bytesAreFoundWhereverTheyStand() throws {
    let (tree, groups) = try PatternParser.parse("(?-i:vvav)", flags: .ignoreCase)
    let required = try #require(RequiredLiteral(in: tree, groups: groups))
    for (text, expected) in [
      ("vvav", 0), ("vvvav", 1), ("vavvvav.", 3), ("vva", nil), ("", nil), ("xvvavvvav", 1),
    ] {
      #expect(required.next(in: Array(text.utf8).span, from: 0) == expected)
    }
    #expect(required.next(in: Array("vvav vvav".utf8).span, from: 1) == 5)
    #expect(required.next(in: Array("vvav".utf8).span, from: 9) == nil)
  }

  /// Every length and every place in blocks of 64 bytes, the runs that cross from one to the next among them.
  @Test(arguments: 1...DigitRuns.maximumLength) func runsOfDigits(length: Int) {
    for place in 0..<200 {
      for more in [0, 1, 70] {
        var text = [UInt8](repeating: UInt8(ascii: "x"), count: place)
        text += [UInt8](repeating: UInt8(ascii: "7"), count: length + more)
        #expect(next(length, text, 0) == place)
        #expect(next(length, text, place + more + 1) == nil)
        #expect(next(length, text + [0x2F, 0x3A, 0], place / 2) == place)
      }
    }
  }

  @Test func bytesBeyondASCIIMayBeDigits() {
    #expect(next(4, Array("ab٣٣".utf8), 0) == 2)
    #expect(next(1, Array("a:/b".utf8), 0) == nil)
    #expect(next(1, [], 0) == nil)
  }

  /// The memory is that of another text, a longer one or a shorter one.
  @Test func runsOfOneTextAreForgottenBeforeTheNext() {
    var runs = DigitRuns()
    for text in ["12 345 6789", "x", String(repeating: "9", count: 300), "no digits", "a 77"] {
      runs.forget()
      for length in [3, 1, 2] {
        let bytes = Array(text.utf8)
        #expect(runs.next(of: length, in: bytes.span, from: 0) == next(length, bytes, 0))
      }
    }
  }

  private func next(_ length: Int, _ text: [UInt8], _ position: Int) -> Int? {
    var runs = DigitRuns()
    return runs.next(of: length, in: text.span, from: position)
  }
}
