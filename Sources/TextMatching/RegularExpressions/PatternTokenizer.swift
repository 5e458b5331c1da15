// Splits a pattern into characters and escapes. Knows no grammar.

/// The pattern as code points, read one token ahead: a code point, or a backslash with the one after it.
struct PatternTokenizer {
  let codePoints: [UInt32]
  /// Where the next token begins.
  private(set) var position = 0

  init(_ pattern: String) { codePoints = pattern.unicodeScalars.map(\.value) }

  /// The next token; nil at the end.
  var next: ArraySlice<UInt32>? {
    guard position < codePoints.count else { return nil }
    let length = codePoints[position] == 0x5C && position + 1 < codePoints.count ? 2 : 1
    return codePoints[position..<position + length]
  }

  mutating func take() -> ArraySlice<UInt32>? {
    guard let token = next else { return nil }
    position += token.count
    return token
  }

  /// True if the next token is this character, unescaped.
  func isNext(_ character: Unicode.Scalar) -> Bool {
    guard let token = next else { return false }
    return token.count == 1 && token.first == character.value
  }

  /// Takes the next token if it is this character.
  mutating func match(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    position += 1
    return true
  }

  mutating func seek(_ position: Int) { self.position = position }

  /// Up to `count` characters that `accepts` takes.
  mutating func takeWhile(_ count: Int, _ accepts: (UInt32) -> Bool) -> [UInt32] {
    var result: [UInt32] = []
    while result.count < count, let token = next, token.count == 1, let one = token.first, accepts(one) {
      result.append(one)
      position += 1
    }
    return result
  }

  /// The name up to `terminator`, which is taken too.
  mutating func name(until terminator: Unicode.Scalar, _ what: String) throws(RegularExpressionError)
    -> String
  {
    let start = position
    var name = String.UnicodeScalarView()
    while let token = take() {
      if token.count == 1, token.first == terminator.value {
        guard !name.isEmpty else { throw .invalidPattern(message: "missing \(what)", offset: start) }
        return String(name)
      }
      name.append(contentsOf: token.compactMap { Unicode.Scalar($0) })
    }
    throw .invalidPattern(message: "missing \(terminator), unterminated \(what)", offset: start)
  }
}
