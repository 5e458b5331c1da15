// Makes ids of runs.
package import RunHistory

extension RunID {
  /// Letters and digits that are not taken for one another (RFC 4648, section 6), in lower case.
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
  static let length = 12

  /// A random id of 59 bits; the first character is a letter, so that YAML never reads an id as a number.
  package static func random() -> RunID {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  package static func random(using generator: inout some RandomNumberGenerator) -> RunID {
    var text = ""
    for position in 0..<length {
      let choice = Int.random(in: 0..<(position == 0 ? 26 : alphabet.count), using: &generator)
      text.append(alphabet[choice])
    }
    return RunID(text)
  }
}
