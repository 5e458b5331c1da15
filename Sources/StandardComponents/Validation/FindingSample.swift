// Chooses the findings of each group that are validated: the same ones every time. Knows no service.
internal import CanonicalJSON

/// A sample of findings, group by group, in one pass and with as much memory as the sample.
///
/// A finding's id is a digest, so the ones with the smallest ids are as good as drawn by lot, and are the same whenever
/// the findings are.
struct FindingSample {
  /// A finding of the sample.
  struct Member {
    /// Its place among all findings, from 0.
    let number: Int
    let finding: JSONObject
    fileprivate let id: String
  }

  private let size: Int
  private var groups: [String: [Member]] = [:]
  /// How many findings each group has.
  private(set) var counts: [String: Int] = [:]

  init(size: Int) { self.size = size }

  mutating func add(_ finding: JSONObject, number: Int, group: String) {
    counts[group, default: 0] += 1
    let member = Member(number: number, finding: finding, id: finding["id"]?.stringValue ?? "")
    var members = groups[group] ?? []
    if members.count == size, let last = members.last, !Self.precedes(member, last) { return }
    let place = members.firstIndex { Self.precedes(member, $0) } ?? members.endIndex
    members.insert(member, at: place)
    if members.count > size { members.removeLast() }
    groups[group] = members
  }

  private static func precedes(_ left: Member, _ right: Member) -> Bool {
    if left.id == right.id { return left.number < right.number }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  /// The chosen ones in the order of the findings.
  var members: [Member] { groups.values.flatMap(\.self).sorted { $0.number < $1.number } }
}
