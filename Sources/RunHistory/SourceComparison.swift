// Which parts of a source changed between two listings of it.
package import CanonicalJSON
package import ComponentKit

extension SourcePart {
  /// The part as one line of a stored listing.
  package var json: JSONValue {
    var object = JSONObject([("name", .string(name))])
    if let size { object["size"] = .integer(size) }
    if let digest { object["digest"] = .string(digest.description) }
    if let note { object["note"] = .string(note) }
    return .object(object)
  }

  /// Nil for what is no part.
  package init?(json value: JSONValue) {
    guard let object = value.objectValue, let name = object["name"]?.stringValue else { return nil }
    self.init(
      name, size: object["size"]?.integerValue,
      digest: object["digest"]?.stringValue.flatMap(ContentDigest.init(parsing:)),
      note: object["note"]?.stringValue)
  }
}

/// The parts that two listings of one source do not share.
package struct SourceComparison: Sendable, Hashable {
  /// Names that are listed before the rest is only counted.
  private static let listed = 3

  package private(set) var changed: [String] = []
  package private(set) var added: [String] = []
  package private(set) var removed: [String] = []

  package init(before: [SourcePart], after: [SourcePart]) {
    var old: [String: SourcePart] = [:]
    for part in before { old[part.name] = part }
    for part in after {
      guard let earlier = old.removeValue(forKey: part.name) else {
        added.append(part.name)
        continue
      }
      if earlier != part { changed.append(part.name) }
    }
    for part in before where old[part.name] != nil { removed.append(part.name) }
  }

  /// `2 changed: a.txt, b.txt; 1 added: c.txt`; empty where nothing differs.
  package var text: String {
    [("changed", changed), ("added", added), ("removed", removed)].filter { !$0.1.isEmpty }
      .map { kind, names in
        let more = names.count > Self.listed ? ", …" : ""
        return "\(names.count) \(kind): \(names.prefix(Self.listed).joined(separator: ", "))\(more)"
      }.joined(separator: "; ")
  }
}
