// Tells a generated secret from a word or a placeholder. Knows no vendors.

/// A token as programs generate it: letters and digits mixed, and nothing that people write in its place.
enum SecretText {
  static func isValid(_ text: [UInt8]) -> Bool {
    let characters = text.filter(WordBoundary.isASCIIAlphanumeric)
    let lowered = String(decoding: characters.map { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }, as: UTF8.self)
    guard characters.count >= 12, Set(characters).count >= 8 else { return false }
    guard characters.contains(where: { $0 &- 0x30 < 10 }) else { return false }
    return !placeholders.contains { lowered.contains($0) }
  }

  private static let placeholders = [
    "example", "placeholder", "yourkey", "yourapikey", "yourtoken", "yoursecret", "changeme", "xxxxxx",
    "dummy",
    "insertkey", "replaceme", "000000", "123456789012",
  ]
}
