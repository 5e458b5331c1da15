// Counts the findings of a classifier for its summary. Knows no ruleset.
internal import CanonicalJSON

/// How many findings there are, of which categories, and how many have what people ask for.
struct ClassifierSummary {
  /// The keys of the summary besides `total_findings` and `requires_review_count`.
  struct Definition: Sendable {
    /// A number: how many findings have a field of this value.
    struct Count: Sendable {
      let name: String
      let field: String
      let value: JSONValue

      init(_ name: String, _ field: String, _ value: JSONValue) {
        self.name = name
        self.field = field
        self.value = value
      }
    }

    enum Categories: Sendable {
      /// A sorted list.
      case names(String)
      /// An object of category to number.
      case counts(String)
    }

    var categories: Categories?
    /// The number of findings with any risk modifier.
    var highRisk: String?
    var counts: [Count] = []
  }

  private let definition: Definition
  private(set) var total = 0
  private var reviews = 0
  private var highRisks = 0
  /// By the place in the definition's list.
  private var counts: [Int]
  private var categories = JSONObject()

  init(_ definition: Definition) {
    self.definition = definition
    counts = Array(repeating: 0, count: definition.counts.count)
  }

  mutating func add(_ fields: JSONObject, category: String, requiresReview: Bool, hasRiskModifier: Bool) {
    total += 1
    if requiresReview { reviews += 1 }
    if hasRiskModifier { highRisks += 1 }
    for (index, count) in definition.counts.enumerated() where fields[count.field] == count.value {
      counts[index] += 1
    }
    guard definition.categories != nil else { return }
    categories[category] = .integer((categories[category]?.integerValue ?? 0) + 1)
  }

  var json: JSONObject {
    var object = JSONObject([
      ("total_findings", .integer(total)), ("requires_review_count", .integer(reviews)),
    ])
    for (count, number) in zip(definition.counts, counts) { object[count.name] = .integer(number) }
    if let key = definition.highRisk { object[key] = .integer(highRisks) }
    switch definition.categories {
    case nil: break
    case .names(let key)?:
      object[key] = .array(categories.keys.sorted(by: DetectorSummary.precedes).map { .string($0) })
    case .counts(let key)?: object[key] = .object(categories)
    }
    return object
  }
}
