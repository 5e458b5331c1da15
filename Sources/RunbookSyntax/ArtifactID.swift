// How an artifact id is written.
import Diagnostics

extension RunbookParser {
  /// Reports an id that is not a letter or `_`, then letters, digits, `_` and `-`.
  mutating func checkID(_ id: ScalarSyntax) {
    guard !Self.isValidID(id.text) else { return }
    let suggestion = Self.suggestedID(for: id.text)
    report(
      .invalidArtifactId, "'\(id.text)' is not an artifact id", at: id.span,
      notes: ["an id is a letter or '_', then letters, digits, '_' and '-'"],
      fixes: [FixIt("replace with '\(suggestion)'", replacing: id.span, with: suggestion)])
  }

  static func isValidID(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    for byte in text.utf8 where !isLetter(byte) && !isDigitOrHyphen(byte) { return false }
    return true
  }

  /// The text with each run of characters that an id can't hold replaced by one `_`.
  private static func suggestedID(for text: String) -> String {
    var id: [UInt8] = []
    for byte in text.utf8 {
      if isLetter(byte) || isDigitOrHyphen(byte) {
        id.append(byte)
      } else if id.last != 0x5F {
        id.append(0x5F)
      }
    }
    while id.count > 1, id.last == 0x5F { id.removeLast() }
    if id.first.map({ !isLetter($0) }) ?? true { id.insert(0x5F, at: 0) }
    return String(decoding: id, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  private static func isDigitOrHyphen(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == 0x2D }
}
