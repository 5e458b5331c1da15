// A name or a place with wildcards. Knows nothing of what the names stand for.

/// A pattern: `*` stands for any characters but `/`, `**` for any characters at all.
package struct PlacePattern: Sendable, Hashable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// Whether it stands for a name, byte by byte. A leading `./` counts for nothing on either side.
  ///
  /// - Complexity: O(pattern × name).
  package func matches(_ name: String) -> Bool {
    let pattern = Self.plain(text)
    let name = Self.plain(name)
    guard pattern.contains(UInt8(ascii: "*")) else { return pattern == name }
    // Which beginnings of the name the part of the pattern that was read stands for.
    var reachable = [Bool](repeating: false, count: name.count + 1)
    reachable[0] = true
    var index = 0
    while index < pattern.count {
      let stars = pattern[index...].prefix { $0 == UInt8(ascii: "*") }.count
      if stars == 0 {
        reachable = Self.step(reachable, over: name, pattern[index])
        index += 1
      } else {
        reachable = Self.skip(reachable, over: name, crossesSlash: stars > 1)
        index += stars
      }
    }
    return reachable[name.count]
  }

  private static func plain(_ text: String) -> [UInt8] {
    Array(text.utf8.starts(with: "./".utf8) ? Substring(text).utf8.dropFirst(2) : Substring(text).utf8)
  }

  private static func step(_ before: [Bool], over name: [UInt8], _ byte: UInt8) -> [Bool] {
    var after = [Bool](repeating: false, count: before.count)
    for index in name.indices where before[index] && name[index] == byte { after[index + 1] = true }
    return after
  }

  private static func skip(_ before: [Bool], over name: [UInt8], crossesSlash: Bool) -> [Bool] {
    var after = before
    for index in name.indices where after[index] && (crossesSlash || name[index] != UInt8(ascii: "/")) {
      after[index + 1] = true
    }
    return after
  }
}
