// Decoding, against what Python's codecs give.
import Testing

@testable import StandardComponents

@Test(
  "Bytes decode as Python decodes them",
  arguments: [
    ("utf-8", Array("aé日😀".utf8), "aé日😀", "aé日😀", "aé日😀"),
    ("utf-8", [0xEF, 0xBB, 0xBF, 0x61], "\u{FEFF}a", "\u{FEFF}a", "\u{FEFF}a"),
    ("utf-8-sig", [0xEF, 0xBB, 0xBF, 0x61], "a", "a", "a"),
    ("utf-8", [0x61, 0xFF, 0x62], nil, "a\u{FFFD}b", "ab"),
    ("utf-8", [0xE2, 0x82, 0x61], nil, "\u{FFFD}a", "a"),
    ("utf-8", [0xF0, 0x9F, 0x98], nil, "\u{FFFD}", ""),
    ("utf-8", [0xED, 0xA0, 0x80], nil, "\u{FFFD}\u{FFFD}\u{FFFD}", ""),
    ("utf-8", [0xC0, 0x80], nil, "\u{FFFD}\u{FFFD}", ""),
    ("utf-8", [0xF4, 0x90, 0x80, 0x80], nil, "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", ""),
    ("utf-8", [0x61, 0x00, 0x62], "a\0b", "a\0b", "a\0b"),
    ("ascii", [0x61, 0xE9, 0x62], nil, "a\u{FFFD}b", "ab"),
    ("latin-1", [0x61, 0xE9, 0x80], "aé\u{80}", "aé\u{80}", "aé\u{80}"),
    ("iso-8859-1", [0xFF], "ÿ", "ÿ", "ÿ"),
    ("cp1252", [0x80, 0x93, 0xE9], "€“é", "€“é", "€“é"),
    ("cp1252", [0x81, 0x61], nil, "\u{FFFD}a", "a"),
    ("iso-8859-15", [0xA4, 0xA6, 0xBE, 0x85], "€ŠŸ\u{85}", "€ŠŸ\u{85}", "€ŠŸ\u{85}"),
    ("latin2", [0xA3, 0xB3, 0xE6], "Łłć", "Łłć", "Łłć"),
    ("windows-1250", [0x8A, 0xB3, 0x81], nil, "Šł\u{FFFD}", "Šł"),
    ("cp1251", [0xC8, 0xE2, 0xE0, 0xED, 0x98], nil, "Иван\u{FFFD}", "Иван"),
    ("koi8-r", [0xE9, 0xD7], "Ив", "Ив", "Ив"),
    ("iso-8859-7", [0xC1, 0xA4, 0xAE], nil, "Α€\u{FFFD}", "Α€"), ("cp850", [0x81, 0xD5], "üı", "üı", "üı"),
    ("cp866", [0x88, 0xF1], "Иё", "Иё", "Иё"), ("mac_roman", [0x8A, 0xDB], "ä€", "ä€", "ä€"),
    ("utf-16", [0xFF, 0xFE, 0x61, 0x00], "a", "a", "a"),
    ("utf-16", [0xFE, 0xFF, 0x00, 0x61], "a", "a", "a"),
    ("utf-16", [0x61, 0x00], "a", "a", "a"),
    ("utf-16-le", [0x3D, 0xD8, 0x00, 0xDE], "😀", "😀", "😀"),
    ("utf-16-be", [0xD8, 0x3D, 0xDE, 0x00], "😀", "😀", "😀"),
    ("utf-16-le", [0xFF, 0xFE, 0x61, 0x00], "\u{FEFF}a", "\u{FEFF}a", "\u{FEFF}a"),
    ("utf-16-le", [0x00, 0xDE, 0x61, 0x00], nil, "\u{FFFD}a", "a"),
    ("utf-16-le", [0x61, 0x00, 0x62], nil, "a\u{FFFD}", "a"),
  ] as [(String, [UInt8], String?, String, String)])
func bytesDecode(encoding: String, bytes: [UInt8], strict: String?, replace: String, ignore: String) throws {
  let codec = try #require(TextEncoding(pythonName: encoding))
  func text(_ errors: DecodingErrors) throws -> [UInt8] { try codec.decode(bytes, errors) }
  #expect(try text(.replace) == Array(replace.utf8))
  #expect(try text(.ignore) == Array(ignore.utf8))
  if let strict {
    #expect(try text(.strict) == Array(strict.utf8))
  } else {
    #expect(throws: UndecodableText.self) { try text(.strict) }
  }
}

@Test(
  "Encodings go by Python's names",
  arguments: [
    "UTF-8", "utf8", "U8", "Latin-1", "ISO_8859-1", "windows-1252", "US-ASCII", "latin9", "L2", "ISO8859-16",
    "1251", "IBM850", "greek", "KOI8_U",
  ])
func encodingsHaveAliases(name: String) {
  #expect(TextEncoding(pythonName: name) != nil)
}

@Test("Other encodings are unknown", arguments: ["", "utf-7", "ebcdic", "shift_jis"])
func otherEncodingsAreUnknown(name: String) {
  #expect(TextEncoding(pythonName: name) == nil)
}

@Test("Every code page has 128 letters or gaps", arguments: CodePage.allCases)
func codePagesAreWhole(page: CodePage) {
  #expect(page.letters.count == 128)
  #expect(page.letters.count { $0.isEmpty } < 24)
  #expect(TextEncoding(pythonName: page.rawValue) == .page(page))
}

@Test(
  "Encodings that take large tables are unknown",
  arguments: ["shift_jis", "gb18030", "euc-kr", "cp932", "", "8859"])
func largeEncodingsAreUnknown(name: String) { #expect(TextEncoding(pythonName: name) == nil) }
