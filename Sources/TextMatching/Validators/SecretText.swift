// Tells a generated secret from a word or a placeholder. Knows no vendors.

/// A token as programs generate it: letters and digits mixed, and nothing that people write in its place.
enum SecretText {
  static func isValid(_ text: [UInt8]) -> Bool {
    let characters = text.filter(WordBoundary.isASCIIAlphanumeric)
    let lowered = lowered(characters)
    guard characters.count >= 12, Set(characters).count >= 8 else { return false }
    guard characters.contains(where: { $0 &- 0x30 < 10 }) else { return false }
    return !placeholders.contains { lowered.contains($0) }
  }

  /// A password as people choose it: letters beside digits or signs, and neither a word that stands for one nor a name
  /// of a program's.
  static func isPassword(_ text: [UInt8]) -> Bool {
    let lowered = lowered(text)
    let letters = text.count { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
    let digits = text.count { $0 &- 0x30 < 10 }
    let signs = text.count { $0 > 0x20 && "!#%&*+?@^~".utf8.contains($0) }
    guard text.count >= 6, letters >= 2, digits + signs >= 1, Set(text).count >= 4 else { return false }
    guard !lowered.hasPrefix("process.env"), !lowered.contains("://") else { return false }
    return !placeholders.contains { lowered.contains($0) }
      && !passwordPlaceholders.contains { lowered.contains($0) }
  }

  private static func lowered(_ text: [UInt8]) -> String {
    String(decoding: text.map { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  private static let passwordPlaceholders = [
    "your_", "your-", "yourpass", "change_me", "change-me", "<", "****", "....", "not_set", "env.", "env:",
    "config.",
    "settings.", "secrets.", "vault:", "getenv", "sha256", "md5", "utf-8", "utf8", "varchar", "%s",
  ]

  private static let placeholders = [
    "example", "placeholder", "yourkey", "yourapikey", "yourtoken", "yoursecret", "changeme", "xxxxxx",
    "dummy",
    "insertkey", "replaceme", "000000", "123456789012",
  ]
}
