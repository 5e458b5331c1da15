// Finds the name that somebody who misspelt one probably meant.

/// The candidate nearest to a name by edit distance, or nil when none is near.
///
/// The distance is Damerau–Levenshtein in its restricted form (optimal string alignment; G. Navarro, "A Guided
/// Tour to Approximate String Matching", 2001) over Unicode scalars: insertions, deletions, substitutions and
/// transpositions of neighbours count one each, capitals count as small letters. About a third of the longer
/// name may differ. Among equals the one whose capitals agree wins, then the one listed first.
///
/// - Complexity: O(length²) for each candidate of a similar length.
package func closest(to name: String, among candidates: some Sequence<String>) -> String? {
  let exact = Array(name.unicodeScalars)
  let folded = Array(name.lowercased().unicodeScalars)
  var best: (name: String, distance: Int, exactDistance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().unicodeScalars)
    let bound = min(bestBound(folded.count, other.count), best?.distance ?? .max)
    guard let distance = editDistance(folded, other, bound: bound) else { continue }
    let exactDistance = editDistance(exact, Array(candidate.unicodeScalars), bound: .max) ?? .max
    if best.map({ (distance, exactDistance) < ($0.distance, $0.exactDistance) }) ?? true {
      best = (candidate, distance, exactDistance)
    }
  }
  return best?.name
}

/// How many edits may lie between two names of these lengths: a third of the longer, never all of the shorter.
private func bestBound(_ left: Int, _ right: Int) -> Int {
  min(max(1, max(left, right) / 3), min(left, right) - 1)
}

/// The edit distance; nil when it exceeds the bound.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], bound: Int) -> Int? {
  guard abs(left.count - right.count) <= bound else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, scalar) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(last[column] + (scalar == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      let isTransposition =
        row > 0 && column > 0 && scalar == right[column - 1] && left[row - 1] == other
      if isTransposition { cost = min(cost, beforeLast[column - 1] + 1) }
      current.append(cost)
    }
    guard (current.min() ?? 0) <= bound else { return nil }
    (beforeLast, last) = (last, current)
  }
  return last[right.count] <= bound ? last[right.count] : nil
}

extension Diagnostic {
  /// A diagnostic about a name that is not known: asks whether `nearest` was meant, and offers it as a fix.
  ///
  /// Where nothing is near, `annotation` stands beside the underline.
  package init(
    _ rule: Rule, _ message: String, at span: SourceSpan, suggesting nearest: String?,
    otherwise annotation: String? = nil, notes: [String] = []
  ) {
    self.init(
      rule, message, at: span, annotation: nearest.map { "did you mean '\($0)'?" } ?? annotation,
      notes: notes,
      fixes: nearest.map { [FixIt("replace with '\($0)'", replacing: span, with: $0)] } ?? [])
  }
}
