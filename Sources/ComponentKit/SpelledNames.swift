// Names that people spell in several ways. Knows no name.
internal import CanonicalJSON

/// What a property with `x-names` may be: an object of names, each with a list of others that mean the same.
///
/// Case, `-`, `_` and spaces do not matter, as with the names of Python's codecs.
struct SpelledNames: Sendable {
  static let keyword = "x-names"

  /// The names as messages show them.
  let shown: [JSONValue]
  private let known: Set<String>

  /// Nil where the value is no object of lists of texts.
  init?(_ value: JSONValue) {
    guard let names = value.objectValue else { return nil }
    var known: Set<String> = []
    for name in names.members {
      guard let others = name.value.arrayValue else { return nil }
      known.insert(Self.normalised(name.key))
      for other in others {
        guard let text = other.stringValue else { return nil }
        known.insert(Self.normalised(text))
      }
    }
    shown = names.keys.map { .string($0) }
    self.known = known
  }

  func contains(_ text: String) -> Bool { known.contains(Self.normalised(text)) }

  private static func normalised(_ text: String) -> String {
    String(decoding: text.lowercased().utf8.filter { !" -_".utf8.contains($0) }, as: UTF8.self)
  }
}
