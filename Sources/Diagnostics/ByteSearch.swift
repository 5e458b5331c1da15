// Finds single bytes in a text, as fast as the C library does.
internal import Glibc

extension [UInt8] {
  /// The first index of a byte from an index on; nil when there is none.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    // SAFETY: memchr looks at no more than the bytes from `start` to the end of the buffer, which lives for this
    // closure.
    unsafe withUnsafeBytes { buffer -> Int? in
      guard start < buffer.count, let base = buffer.baseAddress else { return nil }
      return unsafe memchr(base + start, Int32(byte), buffer.count - start).map {
        unsafe UnsafeRawPointer($0) - base
      }
    }
  }
}
