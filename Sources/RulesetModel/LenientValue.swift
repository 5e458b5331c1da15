// Texts that the Python framework takes for numbers and truth values, so that its files load here too.
internal import CanonicalJSON

/// What a text stands for where the field wants something else.
enum LenientValue {
  /// YAML 1.1, which Python reads, knows more words for true and false than YAML 1.2; its validation knows them too.
  private static let flags: [String: Bool] = [
    "true": true, "yes": true, "on": true, "y": true, "t": true, "1": true,
    "false": false, "no": false, "off": false, "n": false, "f": false, "0": false,
  ]

  static func flag(_ value: JSONValue) -> Bool? { value.stringValue.flatMap { flags[$0.lowercased()] } }

  /// Digits alone.
  static func integer(_ value: JSONValue) -> Int? {
    guard let text = value.stringValue, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(text)
  }
}
