// Whether a text may say that something ends on a day. Does not read the day.
internal import Glibc

enum DatedText {
  private static let word = Array("until".utf8)

  /// Ignores and exceptions of policies end with `until`; a text without the word has none that does.
  static func isIn(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while let found = firstIndex(of: word[0], in: bytes, from: start) {
      if bytes[found...].starts(with: word) { return true }
      start = found + 1
    }
    return false
  }

  private static func firstIndex(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    // memchr looks at no more than the bytes from `start` to the end of the buffer, which lives for this closure.
    unsafe bytes.withUnsafeBytes { buffer -> Int? in
      guard start < buffer.count, let base = buffer.baseAddress else { return nil }
      return unsafe memchr(base + start, Int32(byte), buffer.count - start).map {
        unsafe UnsafeRawPointer($0) - base
      }
    }
  }
}
