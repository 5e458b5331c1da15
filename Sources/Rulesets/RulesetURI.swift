// The name of a ruleset. Knows no place where rulesets are.

/// A ruleset's name, written `provider/name/version`.
struct RulesetURI: Sendable, Hashable, CustomStringConvertible {
  /// The provider of the rulesets that are part of the program.
  static let builtInProvider = "wct"
  /// The provider that stands for the built-in one unless it has a directory.
  static let localProvider = "local"

  let provider: String
  let name: String
  let version: String

  init(provider: String, name: String, version: String) {
    self.provider = provider
    self.name = name
    self.version = version
  }

  /// Nil unless the text is three parts of letters, digits, `_`, `-` and `.`; no part begins with a dot, so that
  /// none can lead out of a directory.
  init?(parsing text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts.allSatisfy(Self.isPart) else { return nil }
    self.init(provider: parts[0], name: parts[1], version: parts[2])
  }

  var description: String { "\(provider)/\(name)/\(version)" }

  func from(provider: String) -> RulesetURI {
    RulesetURI(provider: provider, name: name, version: version)
  }

  static func isPart(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: ".") else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }
}
