// What was found at some time and is accepted until somebody gets round to it. Does not know the disk.
internal import CanonicalJSON

/// A list of accepted diagnostics.
package struct Baseline: Sendable, Equatable {
  /// One accepted diagnostic, or several that nothing tells apart.
  package struct Entry: Sendable, Hashable {
    /// The file, as seen from the directory of the baseline.
    package let file: String
    /// The code of the rule.
    package let code: String
    /// What it is about: ``Fingerprint/contents(of:in:)``.
    package let fingerprint: String
    /// What was said about it, for people who read the baseline; two entries are the same without it.
    package let message: String
    package var count: Int

    package init(file: String, code: String, fingerprint: String, message: String, count: Int = 1) {
      self.file = file
      self.code = code
      self.fingerprint = fingerprint
      self.message = message
      self.count = count
    }
  }

  package static let format = "wct-baseline"
  /// The version that this program writes, and the newest that it reads.
  package static let version = 1

  /// By file, code, fingerprint and message, as UTF-8 bytes order them.
  package let entries: [Entry]

  /// A baseline of these entries in any order; those that are the same are counted together.
  package init(_ entries: some Sequence<Entry>) {
    var counted: [Entry] = []
    for entry in entries.sorted(by: Self.isOrdered) {
      if let last = counted.last, Self.isSame(last, entry) {
        counted[counted.count - 1].count += entry.count
      } else {
        counted.append(entry)
      }
    }
    self.entries = counted
  }

  /// How many diagnostics it stands for.
  package var count: Int { entries.reduce(0) { $0 + $1.count } }

  /// The file's bytes: JSON with an entry a line, so that a change to one is a change of one line.
  package var encoded: [UInt8] {
    let lines = entries.map { "    " + Self.json($0).canonicalText }
    let list = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"
    let head = "{\n  \"format\": \"\(Self.format)\",\n  \"format_version\": \(Self.version),\n"
    return Array((head + "  \"entries\": \(list)\n}\n").utf8)
  }

  private static func json(_ entry: Entry) -> JSONValue {
    var object: JSONObject = [
      "file": .string(entry.file), "code": .string(entry.code), "fingerprint": .string(entry.fingerprint),
      "message": .string(entry.message),
    ]
    if entry.count > 1 { object["count"] = .integer(entry.count) }
    return .object(object)
  }

  private static func isSame(_ left: Entry, _ right: Entry) -> Bool {
    !isOrdered(left, right) && !isOrdered(right, left)
  }

  private static func isOrdered(_ left: Entry, _ right: Entry) -> Bool {
    for (a, b) in [
      (left.file, right.file), (left.code, right.code), (left.fingerprint, right.fingerprint),
      (left.message, right.message),
    ] where !a.utf8.elementsEqual(b.utf8) { return a.utf8.lexicographicallyPrecedes(b.utf8) }
    return false
  }
}
