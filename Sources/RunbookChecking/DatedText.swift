// Whether a text may say that something ends on a day. Does not read the day.
internal import Diagnostics

enum DatedText {
  private static let word = Array("until".utf8)

  /// Ignores and exceptions of policies end with `until`; a text without the word has none that does.
  static func isIn(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while let found = bytes.firstIndex(of: word[0], from: start) {
      if bytes[found...].starts(with: word) { return true }
      start = found + 1
    }
    return false
  }
}
