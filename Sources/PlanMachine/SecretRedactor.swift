// Keeps secrets out of what people read.

/// Replaces the secrets of one component call in messages, whoever put them there.
struct SecretRedactor: Sendable {
  /// Shorter ones would cut ordinary words to pieces and are no secret worth the name.
  private static let minimumLength = 3

  private let secrets: [[UInt8]]

  init(_ secrets: [String]) {
    self.secrets =
      Set(secrets.filter { $0.utf8.count >= Self.minimumLength }).map { Array($0.utf8) }
      // The longest first, so that one that holds another is replaced whole.
      .sorted { $0.count > $1.count }
  }

  func redact(_ text: String) -> String {
    guard !secrets.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if let secret = secrets.first(where: { bytes[position...].starts(with: $0) }) {
        result += "[REDACTED]".utf8
        position += secret.count
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
