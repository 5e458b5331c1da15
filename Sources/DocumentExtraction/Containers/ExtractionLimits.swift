// How much one file may expand to. Knows no format.

/// The bounds of what is taken out of one file, however deep.
package struct ExtractionLimits: Sendable {
  /// Bytes of one entry of an archive, or of one part of a document, once expanded.
  package var entryBytes = 64 << 20
  /// Bytes of all entries of a file together, once expanded.
  package var totalBytes = 1 << 30
  /// Entries of a file, those of archives inside it included.
  package var entries = 20_000
  /// Archives within archives; 1 is an archive with files alone.
  package var nesting = 4
  /// How often its own size an entry may expand to, above ``freeBytes``.
  package var ratio = 200
  /// Entries up to this size may expand as they like.
  package var freeBytes = 4 << 20

  package init() {}
}

/// What is left of the limits while a file is taken apart.
struct ExtractionBudget {
  let limits: ExtractionLimits
  private(set) var bytesLeft: Int
  private(set) var entriesLeft: Int
  /// Bytes of text that documents may still give: cells that are repeated or shared make more of it than was expanded.
  private(set) var textLeft: Int

  init(_ limits: ExtractionLimits) {
    self.limits = limits
    bytesLeft = limits.totalBytes
    entriesLeft = limits.entries
    textLeft = limits.totalBytes
  }

  /// Counts an entry; false when there were enough.
  mutating func takeEntry() -> Bool {
    guard entriesLeft > 0 else { return false }
    entriesLeft -= 1
    return true
  }

  mutating func spend(_ bytes: Int) { bytesLeft = max(0, bytesLeft - bytes) }

  mutating func spendText(_ bytes: Int) { textLeft = max(0, textLeft - bytes) }

  /// How much text a part of a document may give.
  var textAllowance: Int { min(limits.entryBytes, textLeft) }

  /// How many bytes an entry of this size may expand to, and what is said when it wants more.
  func allowance(compressed: Int) -> (bytes: Int, reason: String) {
    let byRatio = max(limits.freeBytes, min(compressed, limits.totalBytes) * limits.ratio)
    if bytesLeft < min(limits.entryBytes, byRatio) {
      return (bytesLeft, "the file holds more than the limit of \(limits.totalBytes) bytes once expanded")
    }
    if byRatio < limits.entryBytes {
      return (byRatio, "it expands to more than \(limits.ratio) times its size")
    }
    return (limits.entryBytes, "it is larger than the limit of \(limits.entryBytes) bytes once expanded")
  }
}
