// Counts the findings of a detector for its summary. Knows no text.
internal import CanonicalJSON

/// How many findings there are, and of what.
struct DetectorSummary {
  /// The keys of the summary.
  struct Definition: Sendable {
    enum Order: Sendable {
      /// By code points.
      case byName
      /// The most frequent first; of equal ones the one that was met first.
      case byCount
    }

    enum Identified: Sendable {
      /// A sorted list of the values of a field.
      case names(String, of: String)
      /// The number of values of a field, and how many findings each has.
      case count(String, of: String, listedAs: String, Order)
    }

    let total: String
    var identified: Identified?
  }

  private let definition: Definition
  private var total = 0
  /// In the order in which they were met.
  private var counts: [(name: String, count: Int)] = []
  private var places: [[UInt8]: Int] = [:]

  init(_ definition: Definition) { self.definition = definition }

  /// Counts a finding with these fields.
  mutating func add(_ fields: JSONObject) {
    total += 1
    guard let name = definition.identified.flatMap({ fields[$0.field]?.stringValue }) else { return }
    let key = Array(name.utf8)
    if let place = places[key] {
      counts[place].count += 1
    } else {
      places[key] = counts.count
      counts.append((name, 1))
    }
  }

  var json: JSONObject {
    var object = JSONObject([(definition.total, .integer(total))])
    switch definition.identified {
    case nil: break
    case .names(let key, _)?:
      object[key] = .array(counts.map(\.name).sorted(by: Self.precedes).map { .string($0) })
    case .count(let key, let field, let list, let order)?:
      object[key] = .integer(counts.count)
      object[list] = .array(
        ordered(order).map { [field: .string($0.name), "findings_count": .integer($0.count)] })
    }
    return object
  }

  private func ordered(_ order: Definition.Order) -> [(name: String, count: Int)] {
    switch order {
    case .byName: counts.sorted { Self.precedes($0.name, $1.name) }
    case .byCount:
      counts.enumerated().sorted {
        $0.element.count != $1.element.count ? $0.element.count > $1.element.count : $0.offset < $1.offset
      }.map(\.element)
    }
  }

  /// The order of UTF-8 is that of code points.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

extension DetectorSummary.Definition.Identified {
  fileprivate var field: String {
    switch self {
    case .names(_, let field), .count(_, let field, _, _): field
    }
  }
}
