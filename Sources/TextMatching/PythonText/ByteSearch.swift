// Finds a byte in a text with the C library's search. Knows no patterns.
internal import Glibc

extension Span where Element == UInt8 {
  /// The first offset from `position` on that holds a byte; nil if none does.
  package func firstIndex(of byte: UInt8, from position: Int) -> Int? {
    guard position < count else { return nil }
    // Safe: the search is limited to the bytes from `position` on, which is not negative.
    return unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + position, Int32(byte), bytes.count - position)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
