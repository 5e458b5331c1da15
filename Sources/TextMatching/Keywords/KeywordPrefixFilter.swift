// Says cheaply whether a keyword can begin at a place of a text. May say yes wrongly, never no wrongly.

/// A hash filter over how a keyword begins: its leading run of ASCII letters and digits, by length and by the
/// first four bytes, of which five bits each are taken so that case plays no part.
///
/// A keyword ends at a boundary and so does every run, hence a text's run must be as long as the keyword's. Where
/// a character beyond ASCII follows the run, it may be a letter that equals one of ASCII, or a letter of the
/// keyword; there only the first byte is looked at.
struct KeywordPrefixFilter: Sendable {
  /// Runs from here on count as equally long.
  static let maximumRun = 31

  /// One bit for each 16-bit hash.
  private var bits = [UInt64](repeating: 0, count: 1024)
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
  ///
  /// - Parameter run: the letters and digits of ASCII from `position` on, at most ``maximumRun``.
  @inline(__always)
  func admits(_ text: Span<UInt8>, at position: Int, run: Int) -> Bool {
    let end = position &+ run
    // Safe: the index is tested.
    if end < text.count, unsafe text[unchecked: end] >= 0x80 { return first.span[Int(text[position])] }
    let hash = Self.hash(Self.word(of: text, at: position), run: run)
    // Safe: a 16-bit hash divided by 64 is below 1024.
    return unsafe (bits.span[unchecked: Int(hash >> 6)] >> UInt64(hash & 63)) & 1 != 0
  }

  /// The four bytes from `position`, zero beyond the end of the text.
  @inline(__always)
  private static func word(of text: Span<UInt8>, at position: Int) -> UInt32 {
    if position &+ 4 <= text.count {
      // Safe: the four bytes are within the text. Bytes come lowest first, as on every supported machine.
      return unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt32.self)
    }
    return lastWord(of: text, at: position)
  }

  private static func lastWord(of text: Span<UInt8>, at position: Int) -> UInt32 {
    var word: UInt32 = 0
    for index in position..<text.count { word |= UInt32(text[index]) << UInt32((index - position) * 8) }
    return word
  }

  /// A hash of the run's first four bytes and its length; of the first byte alone if there is no run.
  ///
  /// Written without branches: how long words are cannot be predicted.
  @inline(__always)
  private static func hash(_ word: UInt32, run: Int) -> UInt32 {
    let taken = (UInt64(1) &<< UInt64(min(run, 4) &* 8)) &- 1
    let mask = UInt32(truncatingIfNeeded: taken) & 0x1F1F_1F1F | (run == 0 ? 0xFF : 0)
    return ((word & mask) &* 0x9E37_79B1 &+ UInt32(truncatingIfNeeded: run) &* 0x85EB_CA6B) >> 16
  }

  private mutating func insert(_ keyword: [UInt8]) {
    insertFirst(of: keyword)
    let run = min(keyword.prefix(while: WordBoundary.isASCIIAlphanumeric).count, Self.maximumRun)
    let hash = Self.hash(Self.lastWord(of: Array(keyword.prefix(4)).span, at: 0), run: run)
    bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
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
