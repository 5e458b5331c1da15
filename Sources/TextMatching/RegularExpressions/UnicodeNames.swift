// Finds characters by their Unicode name. Knows no patterns.

/// Names and name aliases of the Unicode Character Database, without regard to case.
enum UnicodeNames {
  /// The character of this name; nil if there is none. Takes milliseconds: it looks through all of them.
  static func codePoint(named name: String) -> UInt32? {
    let wanted = name.uppercased()
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned else {
        continue
      }
      if scalar.properties.nameAlias == wanted || scalar.properties.name == wanted { return value }
    }
    return nil
  }
}
