// Finds keys of the same text within one mapping, without making strings.

/// The keys of one mapping. Few keys are compared one by one, many through their hash, which is seeded anew
/// in each process so that no file can provoke collisions.
struct KeySet {
  private static let fewKeys = 8
  private let isHashed: Bool
  private var keys: [UInt32] = []
  private var byHash: [Int: UInt32] = [:]

  init(expecting count: Int) {
    isHashed = count > Self.fewKeys
    if isHashed { byHash.reserveCapacity(count) } else { keys.reserveCapacity(count) }
  }

  /// Adds a key.
  ///
  /// - Parameter isSame: Whether a key in the set has the same text.
  /// - Returns: The key in the set that has the same text; then nothing is added.
  mutating func insert(_ key: UInt32, _ text: Span<UInt8>, isSame: (UInt32) -> Bool) -> UInt32? {
    guard isHashed else {
      if let first = keys.first(where: isSame) { return first }
      keys.append(key)
      return nil
    }
    let hash = Self.hash(text)
    if let first = byHash[hash] { return isSame(first) ? first : nil }
    byHash[hash] = key
    return nil
  }

  private static func hash(_ text: Span<UInt8>) -> Int {
    var hasher = Hasher()
    // SAFETY: the buffer is read only inside the closure.
    unsafe text.bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  static func isEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
