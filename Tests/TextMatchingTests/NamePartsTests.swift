// The beginnings of parts of names, against a search byte by byte.
import Testing

@testable import TextMatching

@Suite struct NamePartsTests {
  /// All beginnings, as the definition has them.
  private static func expected(_ text: [UInt8], from start: Int) -> [Int] {
    func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    return text.indices.dropFirst(start + 1).filter { index in
      guard isCapital(text[index]) else { return false }
      let endsCapitals = index + 1 < text.count && isSmall(text[index + 1])
      return isSmall(text[index - 1]) || isCapital(text[index - 1]) && endsCapitals
    }
  }

  private static func found(_ text: [UInt8], from start: Int) -> [Int] {
    var places: [Int] = []
    var position = start
    while let next = NameParts.next(in: text.span, from: position) {
      places.append(next)
      position = next
    }
    return places
  }

  @Test func namesAreTakenApartAtTheirCapitals() {
    #expect(Self.found(Array("dateOfBirth".utf8), from: 0) == [4, 6])
    #expect(Self.found(Array("IBANOwner".utf8), from: 0) == [4])
    #expect(Self.found(Array("ABC Abc éA".utf8), from: 0) == [])
    #expect(Self.found([], from: 0) == [])
  }

  @Test(arguments: 0..<20) func blocksOfAnyLengthGiveWhatASearchByteByByteGives(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("aAbBzZ@[`{09 é".utf8)
    for count in Array(0...9) + Array(55...75) + [127, 128, 129, 200] {
      let text = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let start = Int.random(in: 0...count, using: &generator)
      #expect(Self.found(text, from: start) == Self.expected(text, from: start), "\(text) from \(start)")
    }
  }

  @Test func aByteIsFoundFromAPlaceOn() {
    let text = Array("a<b<".utf8)
    #expect(text.span.firstIndex(of: 0x3C, from: 0) == 1)
    #expect(text.span.firstIndex(of: 0x3C, from: 2) == 3)
    #expect(text.span.firstIndex(of: 0x3C, from: 4) == nil)
    #expect([UInt8]().span.firstIndex(of: 0x3C, from: 0) == nil)
  }
}
