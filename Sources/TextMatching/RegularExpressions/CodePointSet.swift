// A set of code points as ranges. Knows no syntax.

/// Code points in ascending ranges that neither overlap nor touch.
struct CodePointSet: Sendable, Equatable {
  private(set) var ranges: [ClosedRange<UInt32>] = []

  init(_ ranges: [ClosedRange<UInt32>] = []) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, UInt64(range.lowerBound) <= UInt64(last.upperBound) + 1 {
        self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  func contains(_ codePoint: UInt32) -> Bool { ranges.contains { $0.contains(codePoint) } }

  func union(_ other: CodePointSet) -> CodePointSet { CodePointSet(ranges + other.ranges) }

  /// Every code point that is not in the set.
  var complement: CodePointSet {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF { result.append(next...0x10FFFF) }
    return CodePointSet(result)
  }

  /// So many are looked up one by one; beyond, every cased letter there is asks whether it is in the set.
  private static let fewCodePoints = 512

  /// The set with every code point that equals one of its members without regard to case.
  ///
  /// - Parameter ascii: only letters of ASCII equal each other.
  func closedUnderCase(ascii: Bool) -> CodePointSet {
    var added: [ClosedRange<UInt32>] = []
    if ascii {
      for letter in UInt32(0x61)...0x7A where contains(letter) || contains(letter - 0x20) {
        added += [letter...letter, (letter - 0x20)...(letter - 0x20)]
      }
    } else if ranges.reduce(0, { $0 + $1.count }) < Self.fewCodePoints {
      for codePoint in ranges.joined() { added += CaseFolding.equals(of: codePoint).map { $0...$0 } }
    } else {
      for (folded, others) in CaseFolding.unfolded {
        let all = [folded] + others
        if all.contains(where: contains) { added += all.map { $0...$0 } }
      }
    }
    return CodePointSet(ranges + added)
  }

  /// Python's `\s` on `str`.
  static let whitespace = CodePointSet(PythonWhitespace.ranges)
  static let asciiWhitespace = CodePointSet([0x09...0x0D, 0x20...0x20])
  static let asciiDigits = CodePointSet([0x30...0x39])
  static let asciiWord = CodePointSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
}
