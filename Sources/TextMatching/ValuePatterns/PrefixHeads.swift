// Remembers with which bytes no match begins. Knows no states.

/// Of each three classes of bytes whether a match can begin with them, as far as a search has found out.
///
/// Most words of a text begin like none of the patterns, and few beginnings make up most words: what is looked at for
/// them stays close to the processor, where the rows of an automaton would not.
struct PrefixHeads: Sendable {
  /// How many bytes are looked at.
  static let length = 3
  /// With more classes the memory would be larger than it is worth.
  private static let maximumClasses = 160

  private let classCount: Int
  /// A bit for each three classes.
  private var barren: [UInt64]

  init(classCount: Int) {
    self.classCount = classCount
    let isWorthwhile = classCount <= Self.maximumClasses
    barren = Array(repeating: 0, count: isWorthwhile ? (classCount * classCount * classCount + 63) / 64 : 0)
  }

  var isEmpty: Bool { barren.isEmpty }

  /// The number of three classes, each below the count of classes.
  @inline(__always)
  func number(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    (Int(first) &* classCount &+ Int(second)) &* classCount &+ Int(third)
  }

  /// Whether no match begins like this; false as long as it is not known.
  @inline(__always)
  func isBarren(_ number: Int) -> Bool {
    // Safe: there is a bit for every number.
    unsafe (barren.span[unchecked: number &>> 6] &>> UInt64(number & 63)) & 1 != 0
  }

  mutating func setBarren(_ number: Int) { barren[number >> 6] |= 1 << UInt64(number & 63) }
}
