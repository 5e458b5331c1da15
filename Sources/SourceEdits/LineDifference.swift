// Which lines of two texts are the same: the shortest edit script. Does not know how it is shown.

/// A run of lines that one text has in place of a run of the other.
struct LineChange: Equatable {
  var old: Range<Int>
  var new: Range<Int>
}

/// Finds the lines that differ, by E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
///
/// Lines are compared through numbers, equal for equal lines. Past a bound of differences the middle of both
/// texts is taken as changed throughout, so that hostile texts cost no quadratic time.
struct LineDifference {
  private static let maximumEdits = 1_000

  static func changes(from old: [Int], to new: [Int]) -> [LineChange] {
    var prefix = 0
    while prefix < old.count, prefix < new.count, old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < old.count - prefix, suffix < new.count - prefix,
      old[old.count - 1 - suffix] == new[new.count - 1 - suffix]
    {
      suffix += 1
    }
    let oldMiddle = Array(old[prefix..<old.count - suffix])
    let newMiddle = Array(new[prefix..<new.count - suffix])
    guard !oldMiddle.isEmpty || !newMiddle.isEmpty else { return [] }
    let whole = [LineChange(old: 0..<oldMiddle.count, new: 0..<newMiddle.count)]
    return (script(oldMiddle, newMiddle) ?? whole).map { change in
      LineChange(
        old: change.old.lowerBound + prefix..<change.old.upperBound + prefix,
        new: change.new.lowerBound + prefix..<change.new.upperBound + prefix)
    }
  }

  /// The shortest script; nil when it is longer than the bound.
  private static func script(_ old: [Int], _ new: [Int]) -> [LineChange]? {
    // furthest[k + offset] is how far into `old` the best path on diagonal k (old - new) has come.
    let bound = min(old.count + new.count, maximumEdits)
    let offset = bound + 1
    var furthest = [Int](repeating: 0, count: 2 * bound + 3)
    var history: [[Int]] = []
    for edits in 0...bound {
      history.append(furthest)
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let isDown =
          diagonal == -edits
          || (diagonal != edits && furthest[diagonal - 1 + offset] < furthest[diagonal + 1 + offset])
        var x = isDown ? furthest[diagonal + 1 + offset] : furthest[diagonal - 1 + offset] + 1
        var y = x - diagonal
        while x < old.count, y < new.count, y >= 0, old[x] == new[y] {
          x += 1
          y += 1
        }
        furthest[diagonal + offset] = x
        if x >= old.count, y >= new.count { return path(history, old.count, new.count, offset) }
      }
    }
    return nil
  }

  /// Walks the history back to the beginning and collects what is not common.
  private static func path(_ history: [[Int]], _ oldCount: Int, _ newCount: Int, _ offset: Int)
    -> [LineChange]
  {
    var (x, y) = (oldCount, newCount)
    var changes: [LineChange] = []
    for edits in stride(from: history.count - 1, to: 0, by: -1) {
      let furthest = history[edits]
      let diagonal = x - y
      let isDown =
        diagonal == -edits
        || (diagonal != edits && furthest[diagonal - 1 + offset] < furthest[diagonal + 1 + offset])
      let before = isDown ? diagonal + 1 : diagonal - 1
      let startX = furthest[before + offset]
      let startY = startX - before
      prepend(
        LineChange(
          old: startX..<(isDown ? startX : startX + 1), new: startY..<(isDown ? startY + 1 : startY)),
        to: &changes)
      (x, y) = (startX, startY)
    }
    return changes.reversed()
  }

  /// Adds a change that stands before all others (which are kept in reverse), joined with the next where they touch.
  private static func prepend(_ change: LineChange, to changes: inout [LineChange]) {
    if let next = changes.last, next.old.lowerBound == change.old.upperBound,
      next.new.lowerBound == change.new.upperBound
    {
      changes[changes.count - 1] = LineChange(
        old: change.old.lowerBound..<next.old.upperBound, new: change.new.lowerBound..<next.new.upperBound)
    } else {
      changes.append(change)
    }
  }
}
