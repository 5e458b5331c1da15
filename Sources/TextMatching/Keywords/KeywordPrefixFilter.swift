// Says cheaply whether a keyword can begin at a place of a text. May say yes wrongly, never no wrongly.

/// A hash filter over the first four bytes of every keyword, five bits a byte so that case plays no part.
///
/// Keywords of one or two bytes are in a table of their own, as four bytes would say too little about them.
struct KeywordPrefixFilter: Sendable {
  /// One bit for each 16-bit hash of four bytes.
  private var long = [UInt64](repeating: 0, count: 1024)
  /// One bit for each pair of two bytes' low five bits.
  private var short = [UInt64](repeating: 0, count: 16)
  /// The bytes that can begin a keyword, whatever its case.
  private var first = [Bool](repeating: false, count: 256)
  /// True if some keyword begins with an ASCII character that is no letter or digit.
  private(set) var hasPunctuationStart = false
  /// True if some keyword can begin with a byte beyond ASCII.
  private(set) var hasNonASCIIStart = false

  /// - Parameter keywords: folded UTF-8, none empty.
  init(keywords: [[UInt8]]) {
    for keyword in keywords { insert(keyword) }
  }

  /// True unless no keyword can begin at `position`, which is within the text.
  @inline(__always)
  func admits(_ text: Span<UInt8>, at position: Int) -> Bool {
    let word = Self.word(of: text, at: position)
    guard word & 0x8080_8080 == 0 else { return first.span[Int(word & 0xFF)] }
    let hash = Self.hash(word)
    // Safe: a 16-bit hash divided by 64 is below 1024, ten bits divided by 64 are below 16.
    let longHit = unsafe long.span[unchecked: Int(hash >> 6)] >> UInt64(hash & 63)
    let pair = (word & 0x1F) | (word >> 3 & 0x3E0)
    let shortHit = unsafe short.span[unchecked: Int(pair >> 6)] >> UInt64(pair & 63)
    return (longHit | shortHit) & 1 != 0
  }

  /// The four bytes from `position`, zero beyond the end of the text.
  @inline(__always)
  private static func word(of text: Span<UInt8>, at position: Int) -> UInt32 {
    if position &+ 4 <= text.count {
      // Safe: the four bytes are within the text. Bytes come lowest first, as on every supported machine.
      return unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt32.self)
    }
    var word: UInt32 = 0
    for index in position..<text.count { word |= UInt32(text[index]) << UInt32((index - position) * 8) }
    return word
  }

  @inline(__always)
  private static func hash(_ word: UInt32) -> UInt32 { ((word & 0x1F1F_1F1F) &* 0x9E37_79B1) >> 16 }

  private mutating func insert(_ keyword: [UInt8]) {
    insertFirst(of: keyword)
    let ascii = keyword.prefix(4).prefix { $0 < 0x80 }.map { UInt32($0 & 0x1F) }
    // A character beyond ASCII among the first four bytes is admitted without the tables.
    guard ascii.count == min(4, keyword.count) else { return }
    switch ascii.count {
    case 1:
      for next in 0..<UInt32(32) { insertPair(ascii[0], next) }
    case 2:
      insertPair(ascii[0], ascii[1])
    case 3:
      for next in 0..<UInt32(32) { insertLong(ascii + [next]) }
    default:
      insertLong(ascii)
    }
  }

  private mutating func insertPair(_ one: UInt32, _ two: UInt32) {
    let pair = one | two << 5
    short[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
  }

  private mutating func insertLong(_ bytes: [UInt32]) {
    let hash = Self.hash(bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24)
    long[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
  }

  private mutating func insertFirst(of keyword: [UInt8]) {
    guard let scalar = UTF8Decoding.scalar(in: keyword.span, at: 0) else { return }
    for codePoint in CaseFolding.equals(of: scalar.codePoint) {
      guard let byte = UTF8Decoding.encode(codePoint).first else { continue }
      first[Int(byte)] = true
      if byte >= 0x80 { hasNonASCIIStart = true }
      if byte < 0x80, !WordBoundary.isASCIIAlphanumeric(byte) { hasPunctuationStart = true }
    }
  }
}
