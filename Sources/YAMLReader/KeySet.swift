// Finds keys of the same text within one mapping, without making strings.

/// The keys of one mapping. The first few keys are compared one by one, those of large mappings through their hash,
/// which is seeded anew in each process so that no file can provoke collisions.
struct KeySet {
  private static let fewKeys = 16
  private let isHashed: Bool
  /// The first `count` are there; in place, since nearly all mappings are small and there are many of them.
  private var keys = InlineArray<16, Key>(repeating: Key(signature: 0, node: 0))
  private var count = 0
  private var byHash: [Int: UInt32] = [:]

  private struct Key {
    var signature: UInt32
    var node: UInt32
  }

  init(expecting count: Int) {
    isHashed = count > Self.fewKeys
    if isHashed { byHash.reserveCapacity(count) }
  }

  /// Adds a key.
  ///
  /// - Parameter isSame: Whether a key in the set has the same text.
  /// - Returns: The key in the set that has the same text; then nothing is added.
  mutating func insert(_ key: UInt32, _ text: Span<UInt8>, isSame: (UInt32) -> Bool) -> UInt32? {
    if !isHashed {
      let signature = Self.signature(text)
      for index in 0..<count where keys[index].signature == signature && isSame(keys[index].node) {
        return keys[index].node
      }
      if count < Self.fewKeys {
        keys[count] = Key(signature: signature, node: key)
        count += 1
        return nil
      }
    }
    let hash = Self.hash(text)
    if let first = byHash[hash] { return isSame(first) ? first : nil }
    byHash[hash] = key
    return nil
  }

  /// A number that is the same for equal texts and seldom for others.
  private static func signature(_ text: Span<UInt8>) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    let count = text.count
    let (first, middle, last) = (UInt32(text[0]), UInt32(text[count / 2]), UInt32(text[count - 1]))
    return first | middle << 8 | last << 16 | UInt32(truncatingIfNeeded: count) << 24
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
