// Whether a text may say that something ends on a day. Does not read the day.
internal import Glibc

enum DatedText {
  /// Ignores and exceptions of policies end with `until`; a text without the word has none that does.
  static func isIn(_ bytes: [UInt8]) -> Bool {
    let word = Array("until".utf8)
    // Both buffers live for this closure, and memmem reads no further than their counts.
    return unsafe bytes.withUnsafeBytes { text in
      guard let start = text.baseAddress else { return false }
      return unsafe word.withUnsafeBytes { word in
        guard let first = word.baseAddress else { return false }
        return unsafe memmem(start, text.count, first, word.count) != nil
      }
    }
  }
}
