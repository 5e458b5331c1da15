// Where the lines of one source file begin, found when first asked for.
internal import Synchronization

/// The line starts of one text, worked out once, whichever thread asks first.
final class LineTable: Sendable {
  private let found = Mutex<[UInt32]?>(nil)

  /// Byte offset of the first byte of each line, at least one; line breaks are LF, CR LF and lone CR.
  ///
  /// - Parameter bytes: The text, always the same for one table; no reader accepts 4 GiB.
  func starts(in bytes: [UInt8]) -> [UInt32] {
    found.withLock { found in
      if let found { return found }
      let starts = Self.starts(of: bytes)
      found = starts
      return starts
    }
  }

  private static func starts(of bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    for index in bytes.indices {
      let isLineFeed = bytes[index] == 0x0A
      let isLoneReturn = bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
      if isLineFeed || isLoneReturn { starts.append(UInt32(clamping: index + 1)) }
    }
    return starts
  }
}
