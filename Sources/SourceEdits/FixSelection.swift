// Chooses fixes that can be applied together. Does not know what they lead to.
internal import Diagnostics

/// Fixes whose edits don't conflict, in the order of their positions.
struct FixSelection {
  private(set) var fixes: [LocatedFix] = []
  private var taken: [String: [ByteEdit]] = [:]

  /// Takes each fix that conflicts with none before it; the others have their turn in the next round.
  ///
  /// Of two fixes at the same place the safe one comes first.
  init(_ candidates: [LocatedFix]) {
    let ordered = candidates.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      let aKey = (a.position.file, a.position.offset, a.fix.applicability == .safe ? 0 : 1, left.offset)
      let bKey = (b.position.file, b.position.offset, b.fix.applicability == .safe ? 0 : 1, right.offset)
      return aKey < bKey
    }
    for (_, fix) in ordered where isFree(fix) { take(fix) }
  }

  private mutating func take(_ fix: LocatedFix) {
    fixes.append(fix)
    for (file, edits) in fix.edits {
      for edit in edits {
        let index = Self.insertionIndex(of: edit, in: taken[file] ?? [])
        taken[file, default: []].insert(edit, at: index)
      }
    }
  }

  /// Whether every edit of a fix keeps clear of all that are taken, which are sorted by position.
  private func isFree(_ fix: LocatedFix) -> Bool {
    fix.edits.allSatisfy { file, edits in
      let taken = taken[file] ?? []
      return edits.allSatisfy { edit in
        let index = Self.insertionIndex(of: edit, in: taken)
        let near = taken[max(0, index - 2)..<min(taken.count, index + 2)]
        return !near.contains { $0.conflicts(with: edit) }
      }
    }
  }

  private static func insertionIndex(of edit: ByteEdit, in edits: [ByteEdit]) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound < edit.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
