// Lists of names that know no case and no accents.
import Testing

@testable import TextMatching

@Suite struct NameSetTests {
  private let names = NameSet(["anna jurgen\n  lukasz", " strasse stefan"], capacity: 8)

  @Test(arguments: ["anna", "Anna", "ANNA", "Jürgen", "jurgen", "Łukasz", "Straße", "Ștefan", "Šťefan"])
  func caseAndMarksDoNotMatter(name: String) { #expect(names.contains(Array(name.utf8)[...])) }

  @Test(arguments: ["", "ann", "annaa", "Ann×", "Анна", "anna\u{301}", "\u{1F600}"])
  func otherWordsAreNotInIt(name: String) { #expect(!names.contains(Array(name.utf8)[...])) }

  @Test func bytesThatAreNoTextEndWell() {
    for bytes: [UInt8] in [[0xC3], [0xC3, 0x41], [0xC8], [0xFF, 0xFF], [0xC5, 0xBF, 0xC5]] {
      #expect(!names.contains(bytes[...]))
    }
  }

  @Test(arguments: ["Anna Kowalska", "Jürgen Großmann", "Marco d'Itri", "Roland McGrath", "Łukasz Żak"])
  func namesAreNames(name: String) { #expect(ValueValidator.personName.accepts(name), "\(name)") }

  @Test(arguments: ["Victoria Station", "Visual Studio", "Anna", "Anna and", "Schritt Zwei"])
  func whatMakesPlacesAndFirmsIsNone(name: String) {
    #expect(!ValueValidator.personName.accepts(name), "\(name)")
  }
}
