// Folds code points for caseless comparison as Python 3.11's `re.IGNORECASE` does. Knows no patterns.

/// Caseless equality of code points, one to one, as Python's `re` has it for `str` patterns.
///
/// Two code points are equal when both fold to the same one: `K`, `k` and U+212A fold to `k`; `s` and `ſ` to `s`;
/// `i`, `I`, `İ` and `ı` to `i`. `ß` does not fold to two letters.
package enum CaseFolding {
  /// The code point that stands for `codePoint` and all that equal it: the least of the lowercase ones.
  package static func fold(_ codePoint: UInt32) -> UInt32 {
    if codePoint < 0x80 { return isASCIIUpper(codePoint) ? codePoint | 0x20 : codePoint }
    let runs = CaseFoldingTable.runs
    var low = 0
    var high = runs.count / 4
    while low < high {
      let middle = (low + high) / 2
      if UInt32(runs[middle * 4]) <= codePoint { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return codePoint }
    let run = (low - 1) * 4
    let offset = codePoint - UInt32(runs[run])
    guard codePoint <= UInt32(runs[run + 1]), offset % UInt32(runs[run + 3]) == 0 else { return codePoint }
    return UInt32(truncatingIfNeeded: Int32(truncatingIfNeeded: codePoint) &+ runs[run + 2])
  }

  /// Every code point that equals `codePoint`, itself included, in ascending order.
  package static func equals(of codePoint: UInt32) -> [UInt32] {
    let folded = fold(codePoint)
    guard let others = unfolded[folded] else { return [codePoint] }
    return ([folded] + others).sorted()
  }

  /// True if some other code point equals this one.
  package static func hasCase(_ codePoint: UInt32) -> Bool { unfolded[fold(codePoint)] != nil }

  /// From a folded code point to the others that fold to it.
  static let unfolded: [UInt32: [UInt32]] = {
    var result: [UInt32: [UInt32]] = [:]
    let runs = CaseFoldingTable.runs
    for run in stride(from: 0, to: runs.count, by: 4) {
      for codePoint in stride(from: runs[run], through: runs[run + 1], by: Int(runs[run + 3])) {
        result[UInt32(codePoint + runs[run + 2]), default: []].append(UInt32(codePoint))
      }
    }
    return result
  }()

  private static func isASCIIUpper(_ codePoint: UInt32) -> Bool { codePoint &- 0x41 < 26 }
}
