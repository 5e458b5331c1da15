// What decided a result, as columns of the journal hold it.
internal import CanonicalJSON
internal import ComponentKit
internal import PlanMachine
internal import RunHistory

/// The numbers that reasons are stored as: their places in the list, which never change.
extension DecisionReason {
  /// Kept, because every call of `allCases` makes a list, and every row of the journal asks.
  private static let stored = allCases

  var storedNumber: Int { Self.stored.firstIndex(of: self) ?? 0 }

  /// Nil for one that a newer version wrote: it is left out, not guessed.
  init?(storedNumber: Int) {
    guard Self.stored.indices.contains(storedNumber) else { return nil }
    self = Self.stored[storedNumber]
  }
}

/// Evidence as columns.
enum StoredEvidence {
  /// Nil where there are no values.
  static func text(of values: [String: ContentDigest]) -> String? {
    if values.isEmpty { return nil }
    return JSONValue.object(JSONObject(values.map { ($0.key, .string($0.value.description)) })).canonicalText
  }

  /// Nil where nothing is known.
  static func read(_ row: StoredRow) throws(StoreError) -> KeyEvidence? {
    let key = try row.digest("reuse_key")
    let source = try row.digest("source")
    let values = try row.text("bound").map { text throws(StoreError) in
      try row.required("bound", digests(text))
    }
    guard key != nil || source != nil || values != nil else { return nil }
    return KeyEvidence(key: key, source: source, values: values ?? [:])
  }

  private static func digests(_ text: String) -> [String: ContentDigest]? {
    guard let object = try? JSONReader.read(text: text).objectValue else { return nil }
    var digests: [String: ContentDigest] = [:]
    for member in object.members {
      guard let digest = member.value.stringValue.flatMap(ContentDigest.init(parsing:)) else { return nil }
      digests[member.key] = digest
    }
    return digests
  }
}
