// Inline test sources in which places are marked: `1️⃣`, `2️⃣`, up to `9️⃣`.

/// A text without its markers, and the byte offset at which each stood.
package struct MarkedSource: Sendable {
  package let text: String
  private let offsets: [Character: Int]

  /// - Parameter marked: The text with markers; each marker stands at most once.
  package init(_ marked: String) {
    var text = ""
    var offsets: [Character: Int] = [:]
    for character in marked {
      if Self.isMarker(character) { offsets[character] = text.utf8.count } else { text.append(character) }
    }
    self.text = text
    self.offsets = offsets
  }

  package var bytes: [UInt8] { Array(text.utf8) }

  /// The byte offset at which a marker stood; nil when there was none.
  package subscript(_ marker: Character) -> Int? { offsets[marker] }

  /// The byte range between two markers.
  package func range(_ start: Character, _ end: Character) -> Range<Int>? {
    guard let start = offsets[start], let end = offsets[end], start <= end else { return nil }
    return start..<end
  }

  /// A digit, the emoji variation selector, and the enclosing keycap.
  private static func isMarker(_ character: Character) -> Bool {
    let scalars = Array(character.unicodeScalars)
    return scalars.count == 3 && ("1"..."9").contains(scalars[0]) && scalars[1].value == 0xFE0F
      && scalars[2].value == 0x20E3
  }
}
