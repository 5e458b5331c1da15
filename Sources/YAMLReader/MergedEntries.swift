// What merge keys (`<<`) add to a mapping (YAML 1.1 type repository, "Merge Key Language-Independent Type").

/// The effective entries of the mappings that have merge keys.
struct MergedEntries: Sendable {
  struct Pair: Sendable {
    var key: UInt32
    var value: UInt32
  }

  private(set) var pairs: [Pair] = []
  private var ranges: [UInt32: Range<Int>] = [:]

  /// Where the entries of a mapping stand in ``pairs``.
  func range(of mapping: UInt32) -> Range<Int> { ranges[mapping] ?? 0..<0 }

  mutating func add(_ entries: [Pair], of mapping: UInt32) {
    ranges[mapping] = pairs.count..<pairs.count + entries.count
    pairs += entries
  }
}
