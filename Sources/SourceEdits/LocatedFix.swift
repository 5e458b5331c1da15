// One fix of one diagnostic, with its edits by file. Does not know how files are read or written.
package import Diagnostics

/// A fix that could be applied to the texts that were checked.
package struct LocatedFix: Sendable {
  /// What the fix would resolve.
  package let diagnostic: Diagnostic
  /// The file and line of the diagnostic, as people see them.
  package let place: String
  package let fix: FixIt
  /// By the key of the file; none overlap.
  let edits: [String: [ByteEdit]]
  let key: ProblemKey

  /// Whether a warning or a note is all that it resolves, so that it can't bring an error to light.
  var resolvesError: Bool { diagnostic.severity == .error }

  /// Where the first edit stands, for an order that is the same in every run.
  var position: (file: String, offset: Int) {
    let first = edits.min { $0.key < $1.key }
    return (first?.key ?? "", first?.value.map(\.range.lowerBound).min() ?? 0)
  }
}

/// What a problem is, wherever in its file it has moved to.
struct ProblemKey: Hashable, Sendable {
  let rule: String
  let file: String
  let message: [UInt8]

  /// The same for all problems of the rule in the file.
  var kind: ProblemKey { ProblemKey(rule: rule, file: file, message: []) }
}

/// Problems with how often each is there.
struct ProblemCounts {
  private var counts: [ProblemKey: Int] = [:]

  subscript(_ key: ProblemKey) -> Int { counts[key] ?? 0 }

  mutating func add(_ key: ProblemKey) { counts[key, default: 0] += 1 }
}
