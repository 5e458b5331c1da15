// Reads what another program hands over.
internal import Glibc

/// Everything that standard input holds.
package func readStandardInput(limit: Int = defaultWholeFileLimit) throws(ReadFileError) -> [UInt8] {
  var bytes: [UInt8] = []
  let size = 1 << 16
  while true {
    var failure: Int32 = 0
    let part = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      // The buffer lives for this closure and is `size` bytes long.
      let result = retrying { unsafe Glibc.read(0, buffer.baseAddress, size) }
      if result < 0 { failure = errno }
      filled = max(0, result)
    }
    guard failure == 0 else { throw .system(SystemError("cannot read", "standard input", code: failure)) }
    if part.isEmpty { return bytes }
    bytes += part
    guard bytes.count <= limit else { throw .tooLarge(path: "standard input", limit: limit) }
  }
}
