// Which findings one artifact has and another has not. Does not know what runs they are of.
internal import CanonicalJSON
package import ComponentKit

/// A finding as a list of differences shows it; nothing of its evidence.
package struct ListedFinding: Sendable, Hashable {
  /// The id of the finding; the digest of its content where it has none.
  package let id: String
  /// What was detected, such as `email`.
  package let indicator: String
  /// The classification, such as `identification_data`.
  package let category: String?
  package let source: String
}

/// The findings of two artifacts, compared by their ids: these say what was found where, and do not change with time.
package struct FindingsDifference: Sendable {
  /// In the order of the artifacts.
  package private(set) var appeared: [ListedFinding] = []
  package private(set) var disappeared: [ListedFinding] = []
  package private(set) var unchanged = 0

  /// Compares two artifacts whose items are findings. Only their ids, and what differs, are kept in memory.
  package init(before: any ArtifactReader, after: any ArtifactReader) throws {
    var left: [String: Int] = [:]
    try before.forEachItem { left[Self.id(of: $0), default: 0] += 1 }
    try after.forEachItem { item in
      let id = Self.id(of: item)
      if let count = left[id], count > 0 {
        left[id] = count - 1
        unchanged += 1
      } else {
        appeared.append(Self.listed(item, id))
      }
    }
    guard left.values.contains(where: { $0 > 0 }) else { return }
    try before.forEachItem { item in
      let id = Self.id(of: item)
      guard let count = left[id], count > 0 else { return }
      left[id] = count - 1
      disappeared.append(Self.listed(item, id))
    }
  }

  /// Two artifacts of the same content.
  package init(unchanged: Int) { self.unchanged = unchanged }

  private static func id(of item: JSONValue) -> String {
    item.objectValue?["id"]?.stringValue ?? ContentDigest(of: JSONWriter.bytes(of: item)).hexadecimal
  }

  private static func listed(_ item: JSONValue, _ id: String) -> ListedFinding {
    let finding = FindingFields(item.objectValue ?? JSONObject())
    return ListedFinding(
      id: id, indicator: finding.indicator, category: finding.category, source: finding.source)
  }
}
