// Finds the lines on which findings in texts stand, by looking for their evidence in the texts that were searched.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics

/// The lines of the findings of one artifact whose places have none.
///
/// Detectors keep no line in texts that are no source code; the texts themselves are in the store, though.
struct LineLocator {
  /// Bytes of evidence that are held; where there are more, the rest of the findings has no line.
  private static let maximumEvidence = 1 << 26

  /// One finding whose line is wanted.
  private struct Wanted {
    let ordinal: Int
    let part: Int?
    let evidence: [UInt8]
    /// Where in the evidence the value begins.
    let offset: Int
  }

  private var wanted: [String: [Wanted]] = [:]
  private var heldBytes = 0
  private var values = MatchedValues()

  /// The lines, by how many findings stand before theirs in the artifact.
  static func lines(of output: FindingsReport.Output) throws -> [Int: Int] {
    guard !output.texts.isEmpty else { return [:] }
    var locator = LineLocator()
    var ordinal = 0
    try output.forEachFinding { finding in
      locator.want(finding, ordinal)
      ordinal += 1
    }
    return try locator.found(in: output.texts)
  }

  private mutating func want(_ finding: Finding, _ ordinal: Int) {
    guard finding.place.line == nil, finding.place.cell == nil, heldBytes < Self.maximumEvidence,
      let text = finding.evidence.first, !NumberedLines.isNumbered(text)
    else { return }
    // The dots say that the text goes on; a text may begin with dots of its own, so both are tried.
    let core = Array(text.utf8)
    let offset = values.matches(of: finding.patterns, in: text).first?.range.lowerBound ?? 0
    heldBytes += core.count
    wanted[finding.place.source, default: []].append(
      Wanted(ordinal: ordinal, part: finding.part, evidence: core, offset: offset))
  }

  private func found(in texts: [FindingsReport.Text]) throws -> [Int: Int] {
    var lines: [Int: Int] = [:]
    guard !wanted.isEmpty else { return lines }
    for text in texts {
      // Lines of the earlier parts of texts that come in parts, which they do in their order.
      var before: [String: Int] = [:]
      try text.open().forEachItem { item in
        let metadata = item.objectValue?["metadata"]?.objectValue
        guard let source = metadata?["source"]?.stringValue, let list = wanted[source],
          let content = item.objectValue?["content"]?.stringValue
        else { return }
        let bytes = Array(content.utf8)
        let ends = bytes.indices.filter { bytes[$0] == 0x0A }
        let part = metadata?["context"]?.objectValue?["part"]?.integerValue
        for one in list where lines[one.ordinal] == nil && one.part == part {
          if let place = Self.place(of: one, in: bytes) {
            lines[one.ordinal] = 1 + before[source, default: 0] + Self.count(of: ends, below: place)
          }
        }
        if part != nil { before[source, default: 0] += ends.count }
      }
    }
    return lines
  }

  private static let dots = Array("...".utf8)

  /// The byte of a text at which the value stands.
  private static func place(of wanted: Wanted, in bytes: [UInt8]) -> Int? {
    let whole = wanted.evidence[...]
    if let start = bytes.firstIndex(ofPart: whole) { return start + wanted.offset }
    let front = whole.starts(with: dots) ? dots.count : 0
    let back = whole.dropFirst(front).suffix(dots.count).elementsEqual(dots) ? dots.count : 0
    let core = whole.dropFirst(front).dropLast(back)
    guard front + back > 0, !core.isEmpty, let start = bytes.firstIndex(ofPart: core) else { return nil }
    return start + max(0, wanted.offset - front)
  }

  /// How many of some numbers, which are sorted, are below another.
  private static func count(of sorted: [Int], below bound: Int) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension [UInt8] {
  /// Where a part begins for the first time; nil where it does not stand here.
  fileprivate func firstIndex(ofPart part: ArraySlice<UInt8>) -> Int? {
    guard let first = part.first, part.count <= count else { return nil }
    var start = startIndex
    while let found = firstIndex(of: first, from: start), found + part.count <= count {
      if self[found..<found + part.count].elementsEqual(part) { return found }
      start = found + 1
    }
    return nil
  }
}
