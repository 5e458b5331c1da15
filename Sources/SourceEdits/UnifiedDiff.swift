// Shows how one text became another, as `diff -u` does (POSIX.1-2017, "diff", "Diff -u Output Format").

/// A unified diff of two versions of a file.
package enum UnifiedDiff {
  private static let context = 3

  /// The diff with its two heading lines; empty when both are the same. Lines keep their own line breaks.
  package static func text(from old: [UInt8], to new: [UInt8], name: String) -> [UInt8] {
    guard old != new else { return [] }
    let (oldLines, newLines) = (lines(of: old), lines(of: new))
    var numbers = LineNumbers()
    let (oldNumbers, newNumbers) = (oldLines.map { numbers[$0] }, newLines.map { numbers[$0] })
    let changes = LineDifference.changes(from: oldNumbers, to: newNumbers)
    var text = Array("--- \(name)\n+++ \(name)\n".utf8)
    for hunk in hunks(changes) { text += render(hunk, oldLines, newLines) }
    return text
  }

  /// Changes whose surroundings touch belong together.
  private static func hunks(_ changes: [LineChange]) -> [[LineChange]] {
    var hunks: [[LineChange]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func render(
    _ hunk: [LineChange], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> [UInt8] {
    guard let first = hunk.first, let last = hunk.last else { return [] }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
    let newRange = first.new.lowerBound - before..<last.new.upperBound + after
    var text = Array("@@ -\(position(oldRange)) +\(position(newRange)) @@\n".utf8)
    var place = oldRange.lowerBound
    for change in hunk {
      for line in old[place..<change.old.lowerBound] { text += shown(" ", line) }
      for line in old[change.old] { text += shown("-", line) }
      for line in new[change.new] { text += shown("+", line) }
      place = change.old.upperBound
    }
    for line in old[place..<oldRange.upperBound] { text += shown(" ", line) }
    return text
  }

  /// `start,count` with lines from 1; an empty range is named by the line before it.
  private static func position(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
  }

  private static func shown(_ mark: String, _ line: ArraySlice<UInt8>) -> [UInt8] {
    let text = Array(mark.utf8) + line
    return line.last == 0x0A ? text : text + Array("\n\\ No newline at end of file\n".utf8)
  }

  /// The lines with their line breaks.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}

/// A number for each line, equal for equal lines.
private struct LineNumbers {
  private var numbers: [ArraySlice<UInt8>: Int] = [:]

  subscript(_ line: ArraySlice<UInt8>) -> Int {
    mutating get {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
  }
}
