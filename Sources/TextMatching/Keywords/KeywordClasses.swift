// Puts bytes into classes that keywords cannot tell apart. Knows no states.

/// The columns of an automaton's table.
struct KeywordClasses: Sendable {
  /// The class of each byte as it comes in a text: case folded; every byte beyond ASCII stops the walk.
  let ofTextByte: [UInt8]
  /// The class of each byte of folded UTF-8.
  let ofFoldedByte: [UInt8]
  /// The number of classes, the stopping one included, which is the last.
  let count: Int
  /// True for the classes of ASCII letters and digits.
  let isAlphanumeric: [Bool]

  /// The class that every byte beyond ASCII has in a text.
  var stop: Int { count - 1 }

  /// - Parameter keywords: folded UTF-8.
  init(keywords: [Keyword]) {
    var used = [Bool](repeating: false, count: 256)
    for keyword in keywords { for byte in keyword.bytes { used[Int(byte)] = true } }
    // Classes 0 and 1 hold what no keyword has: other punctuation and bytes, other letters and digits.
    var folded = (0..<256).map { WordBoundary.isASCIIAlphanumeric(UInt8($0)) ? UInt8(1) : 0 }
    var alphanumeric = [false, true]
    for byte in 0..<256 where used[byte] {
      folded[byte] = UInt8(alphanumeric.count)
      alphanumeric.append(WordBoundary.isASCIIAlphanumeric(UInt8(byte)))
    }
    for byte in 0x41...0x5A { folded[byte] = folded[byte | 0x20] }
    ofFoldedByte = folded
    isAlphanumeric = alphanumeric + [false]
    count = alphanumeric.count + 1
    ofTextByte = folded[..<128] + [UInt8](repeating: UInt8(alphanumeric.count), count: 128)
  }
}
