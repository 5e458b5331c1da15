// The encodings that have one byte for each character. Knows no files.

/// A code page: ASCII, and up to 128 characters of its own. What they are is what IANA's registry of character sets names
/// under these names.
enum CodePage: String, Sendable, CaseIterable {
  case iso8859_2 = "iso-8859-2"
  case iso8859_3 = "iso-8859-3"
  case iso8859_4 = "iso-8859-4"
  case iso8859_5 = "iso-8859-5"
  case iso8859_7 = "iso-8859-7"
  case iso8859_9 = "iso-8859-9"
  case iso8859_10 = "iso-8859-10"
  case iso8859_13 = "iso-8859-13"
  case iso8859_14 = "iso-8859-14"
  case iso8859_15 = "iso-8859-15"
  case iso8859_16 = "iso-8859-16"
  case windows1250 = "cp1250"
  case windows1251 = "cp1251"
  case windows1252 = "cp1252"
  case windows1253 = "cp1253"
  case windows1254 = "cp1254"
  case windows1257 = "cp1257"
  case koi8r = "koi8-r"
  case koi8u = "koi8-u"
  case cp437
  case cp850
  case cp852
  case cp866
  case macRoman = "mac-roman"

  /// The page that Python knows under a name, which is in small letters without `-`, `_` and spaces.
  init?(normalisedName name: String) {
    let known = Self.allCases.first { Self.normalised($0.rawValue) == Self.canonical(name) }
    guard let known else { return nil }
    self = known
  }

  private static func normalised(_ name: String) -> String { name.filter { $0 != "-" } }

  /// `latin9`, `l9` and `88592` are numbers of ISO 8859 as well, `windows1251`, `1251` and `ibm850` those of firms.
  private static func canonical(_ name: String) -> String {
    if let number = latinNumbers[name] { return "iso8859\(number)" }
    for prefix in ["windows", "ibm"] where name.hasPrefix(prefix) {
      return "cp" + name.dropFirst(prefix.count)
    }
    if name.hasPrefix("8859") { return "iso" + name }
    if name == "macintosh" { return "macroman" }
    return name.count >= 3 && name.allSatisfy(\.isNumber) ? "cp" + name : name
  }

  /// The parts of ISO 8859 that have numbers as alphabets besides; and by what they are for, as Python has them.
  private static let latinNumbers = [
    "latin2": 2, "l2": 2, "latin3": 3, "l3": 3, "latin4": 4, "l4": 4, "cyrillic": 5, "greek": 7, "greek8": 7,
    "latin5": 9, "l5": 9, "latin6": 10, "l6": 10, "latin7": 13, "l7": 13, "latin8": 14, "l8": 14,
    "latin9": 15, "l9": 15, "latin10": 16, "l10": 16,
  ]

  /// By byte, from 80 on: the character in UTF-8; empty where the page has none.
  var letters: [[UInt8]] {
    let own = (isoLetters ?? vendorLetters).unicodeScalars.map { scalar -> [UInt8] in
      scalar == "\u{FFFD}" ? [] : Array(String(scalar).utf8)
    }
    let controls = (0..<UInt8(max(0, 128 - own.count))).map { [0xC2, 0x80 + $0] as [UInt8] }
    return controls + own
  }
}
