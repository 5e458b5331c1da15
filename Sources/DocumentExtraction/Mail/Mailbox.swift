// Splits a mailbox file into its messages (RFC 4155, appendix A).

enum Mailbox {
  private static let mark = Array("From ".utf8)

  /// The messages; each begins at a line `From …` at the beginning or after an empty line.
  static func messages(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var messages: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = 0
    var followsBlank = true
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      if followsBlank, bytes[line..<end].starts(with: mark) {
        if let start { messages.append(withoutBlank(bytes[start..<line])) }
        start = end
      }
      followsBlank = bytes[line..<end].allSatisfy { $0 == 0x0A || $0 == 0x0D }
      line = end
    }
    if let start { messages.append(bytes[start...]) }
    return messages
  }

  /// The empty line before the next message belongs to neither.
  private static func withoutBlank(_ message: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let shorter = message.last == 0x0A ? message.dropLast() : message
    return shorter.last == 0x0D ? shorter.dropLast() : shorter
  }
}
