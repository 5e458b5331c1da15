// Sizes of memory as people write them.
/// Bytes, written as a whole number with `K`, `M`, `G` or `T` for powers of 1024, or with none.
package struct MemorySize: Sendable, Hashable, CustomStringConvertible {
  /// The least that a run can do with.
  private static let minimum = 64 << 20
  private static let units: [(String, Int)] = [("T", 40), ("G", 30), ("M", 20), ("K", 10)]

  package let bytes: Int

  /// Nil for what is no size, is below 64M, or can't be counted.
  package init?(_ argument: String) {
    var text = argument.uppercased()
    for suffix in ["IB", "B"] where text.hasSuffix(suffix) && text.count > suffix.count {
      text.removeLast(suffix.count)
      break
    }
    var shift = 0
    if let unit = Self.units.first(where: { text.hasSuffix($0.0) }) {
      text.removeLast()
      shift = unit.1
    }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      number <= Int.max >> shift, number << shift >= Self.minimum
    else { return nil }
    bytes = number << shift
  }

  /// The size in the largest unit that it is a whole number of.
  package var description: String {
    for (name, shift) in Self.units where bytes % (1 << shift) == 0 { return "\(bytes >> shift)\(name)" }
    return String(bytes)
  }
}
