// Tells from a file's bytes whether it holds a runbook. Knows no YAML beyond where a top-level key stands.

/// Whether a YAML file is a runbook: it has `artifacts` at its top level, or two of the three sections of the older
/// format (`connectors`, `analysers`, `execution`).
///
/// Only keys at the beginning of a line, or those of a top-level `{…}`, are looked at, so that broken files are
/// recognised too. A key that was misspelt by a letter or two counts, since a runbook must not go unchecked for that.
package enum RunbookRecognition {
  package static func isRunbook(_ bytes: [UInt8]) -> Bool {
    var olderSections = Set<[UInt8]>()
    var isRunbook = false
    TopLevelKeys.forEach(in: bytes) { key in
      if isArtifacts(key) { isRunbook = true }
      if let section = older.first(where: { $0.elementsEqual(key) }) { olderSections.insert(section) }
      return !isRunbook
    }
    return isRunbook || olderSections.count >= 2
  }

  private static let artifacts = Array("artifacts".utf8)
  private static let older = ["connectors", "analysers", "analyzers", "execution"].map { Array($0.utf8) }

  /// `artifacts`, with at most two letters changed, exchanged, left out or added; the singular is a word of its own.
  private static func isArtifacts(_ key: ArraySlice<UInt8>) -> Bool {
    guard (8...10).contains(key.count), key.first == artifacts.first, key.last == artifacts.last else {
      return false
    }
    return key.elementsEqual(artifacts) || distance(Array(key), artifacts) <= 2
  }

  /// The number of insertions, deletions and substitutions between two short words (Levenshtein).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        current.append(
          min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1))
      }
      last = current
    }
    return last[right.count]
  }
}
