// Counts, for each of 64 bits at once, in how many words it is set.

/// 64 counters that are kept as a transposed number: word `k` holds bit `k` of every counter.
///
/// Adding a word costs two operations on average, however many of its bits are set (W. Muła, N. Kurz, D.
/// Lemire, "Faster Population Counts Using AVX2 Instructions", 2018, section 4, on carry-save adders).
struct PositionalCounter {
  private var planes: [UInt64] = []

  mutating func add(_ word: UInt64) {
    var carry = word
    var plane = 0
    while carry != 0 {
      if plane == planes.count { planes.append(0) }
      let sum = planes[plane] ^ carry
      carry &= planes[plane]
      planes[plane] = sum
      plane += 1
    }
  }

  /// In how many words a bit was set.
  func count(_ bit: Int) -> Int {
    planes.indices.reduce(0) { $0 | Int((planes[$1] >> UInt64(bit)) & 1) << $1 }
  }
}
