// Which entries of a baseline answer to which findings. Knows no files but their names.
internal import Diagnostics

/// A diagnostic that a run found, wherever it was reported: a child's is in the report of each of its parents.
struct BaselineFinding: Hashable {
  let file: String
  let code: String
  let message: String
  let start: Int
  let end: Int
}

/// The entries of a baseline while they are used up.
struct BaselineMatch {
  private struct Key: Hashable {
    let code: String
    let fingerprint: String
  }

  private let entries: [Baseline.Entry]
  /// How many diagnostics each entry still stands for.
  private(set) var remaining: [Int]
  private var indices: [Key: [Int]] = [:]

  init(_ entries: [Baseline.Entry]) {
    self.entries = entries
    remaining = entries.map(\.count)
    for (index, entry) in entries.enumerated() {
      indices[Key(code: entry.code, fingerprint: entry.fingerprint), default: []].append(index)
    }
  }

  /// Uses up one of the first entry that answers to a finding and lies in a file that counts.
  ///
  /// - Returns: Whether there was one.
  mutating func take(code: String, fingerprint: String, where counts: (String) -> Bool) -> Bool {
    let key = Key(code: code, fingerprint: fingerprint)
    for index in indices[key] ?? [] where remaining[index] > 0 && counts(entries[index].file) {
      remaining[index] -= 1
      return true
    }
    return false
  }
}
