// CRC-32 as zip files use it.
internal import CZlib

/// The checksum of ISO 3309 over bytes.
func crc32(of bytes: [UInt8]) -> UInt32 {
  var checksum: UInt = 0
  var position = 0
  while position < bytes.count {
    let count = min(bytes.count - position, 1 << 30)
    checksum = unsafe bytes.withUnsafeBufferPointer { buffer in
      // Safe: zlib reads `count` bytes, which lie in the buffer.
      unsafe CZlib.crc32(checksum, buffer.baseAddress?.advanced(by: position), UInt32(count))
    }
    position += count
  }
  return UInt32(truncatingIfNeeded: checksum)
}
