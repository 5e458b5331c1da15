// Decides between matches of values that overlap. Knows neither patterns nor findings.

/// A match of a value pattern whose rule says how sure it is.
struct ContestedMatch: Sendable, Equatable {
  /// Byte offsets.
  let range: Range<Int>
  let slot: Int
  /// 0–100.
  let confidence: Int
  /// How many bytes lie between it and the nearest word of its rule's context; nil if none is near.
  let contextDistance: Int?

  /// What decides: a word right beside a value says more than one further away.
  var strength: Int {
    guard let contextDistance else { return confidence }
    return confidence + max(0, 12 - contextDistance / 3)
  }
}

/// A stretch of text is one value: of matches that overlap, the surest one counts (a word close by
/// counts too), then the longest, then that of the
/// first rule. The digits of a card number are no telephone number.
enum MatchContest {
  /// Those that count, in the order of the text.
  static func winners(_ matches: [ContestedMatch]) -> [ContestedMatch] {
    guard matches.count > 1 else { return matches }
    let ordered = matches.sorted {
      $0.range.lowerBound != $1.range.lowerBound
        ? $0.range.lowerBound < $1.range.lowerBound : $0.slot < $1.slot
    }
    var winners: [ContestedMatch] = []
    var start = 0
    while start < ordered.count {
      var end = start + 1
      var reach = ordered[start].range.upperBound
      while end < ordered.count, ordered[end].range.lowerBound < reach {
        reach = max(reach, ordered[end].range.upperBound)
        end += 1
      }
      if end == start + 1 { winners.append(ordered[start]) } else { winners += decided(ordered[start..<end]) }
      start = end
    }
    return winners
  }

  /// The winners among matches that hang together.
  private static func decided(_ group: ArraySlice<ContestedMatch>) -> [ContestedMatch] {
    let byStrength = group.sorted { first, second in
      if first.strength != second.strength { return first.strength > second.strength }
      if first.range.count != second.range.count { return first.range.count > second.range.count }
      return first.slot < second.slot
    }
    var chosen: [ContestedMatch] = []
    // Chains of overlapping matches are short in real texts; the bound keeps made-up ones from taking long.
    for match in byStrength.prefix(2000)
    where !chosen.contains(where: { $0.range.overlaps(match.range) }) { chosen.append(match) }
    return chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
