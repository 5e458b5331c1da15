// Writes out the alternatives of a glob: `{a,b}.yaml` is `a.yaml` and `b.yaml`. Knows no other part of a glob.

enum BraceExpansion {
  /// Beyond this many alternatives, braces stand for themselves.
  static let limit = 1_000

  /// Every pattern that one with braces stands for, in the order of writing.
  static func expand(_ pattern: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var finished: [[Unicode.Scalar]] = []
    // The end of this list is worked on next, so that the order of writing is kept.
    var open = [pattern]
    while let next = open.popLast() {
      guard let group = firstGroup(of: next) else {
        finished.append(next)
        continue
      }
      if finished.count + open.count + group.choices.count > limit { return [pattern] }
      let (head, tail) = (next[..<group.start], next[(group.end + 1)...])
      for choice in group.choices.reversed() { open.append(Array(head) + Array(choice) + Array(tail)) }
    }
    return finished
  }

  /// A group with its alternatives; `start` and `end` are those of its braces.
  private struct Group {
    let start: Int
    let end: Int
    let choices: [ArraySlice<Unicode.Scalar>]
  }

  /// The first group that is closed and has a comma.
  private static func firstGroup(of pattern: [Unicode.Scalar]) -> Group? {
    var index = 0
    while index < pattern.count {
      if pattern[index] == "\\" {
        index += 1
      } else if pattern[index] == "{", let group = group(in: pattern, at: index) {
        return group
      }
      index += 1
    }
    return nil
  }

  private static func group(in pattern: [Unicode.Scalar], at start: Int) -> Group? {
    var depth = 0
    var cuts = [start]
    var index = start
    while index < pattern.count {
      switch pattern[index] {
      case "\\": index += 1
      case "{": depth += 1
      case "," where depth == 1: cuts.append(index)
      case "}":
        depth -= 1
        guard depth == 0 else { break }
        guard cuts.count > 1 else { return nil }
        let ends = cuts.dropFirst() + [index]
        return Group(start: start, end: index, choices: zip(cuts, ends).map { pattern[($0 + 1)..<$1] })
      default: break
      }
      index += 1
    }
    return nil
  }
}
