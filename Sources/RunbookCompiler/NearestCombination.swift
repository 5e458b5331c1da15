// Which combination of schemas comes nearest to the one that was found.
package import ComponentKit

/// A combination that a processor takes, and what keeps the found schemas from being it.
package struct NearestCombination {
  package let schemas: Set<SchemaReference>
  /// What would have to come in place of what; of the same name where there is one.
  package let replacements: [(found: SchemaReference, wanted: SchemaReference)]
  /// What is too much, and has no counterpart.
  package let superfluous: [SchemaReference]
  /// What is missing, and has no counterpart.
  package let missing: [SchemaReference]

  /// What was found and is not in the combination.
  package var surplus: [SchemaReference] { replacements.map(\.found) + superfluous }

  /// Nil when there are no combinations. Of two that are equally near the first is taken.
  package init?(to found: Set<SchemaReference>, among combinations: [Set<SchemaReference>]) {
    let candidates = combinations.map { NearestCombination($0, found) }
    guard
      let nearest = candidates.enumerated().min(by: {
        ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
      })
    else { return nil }
    self = nearest.element
  }

  private init(_ schemas: Set<SchemaReference>, _ found: Set<SchemaReference>) {
    self.schemas = schemas
    var missing = schemas.subtracting(found).sorted()
    var surplus = found.subtracting(schemas).sorted()
    var replacements: [(found: SchemaReference, wanted: SchemaReference)] = []
    // First those that differ in their version alone.
    for (place, schema) in surplus.enumerated().reversed() {
      guard let match = missing.firstIndex(where: { $0.name == schema.name }) else { continue }
      replacements.append((schema, missing.remove(at: match)))
      surplus.remove(at: place)
    }
    while let wanted = missing.first, let schema = surplus.first {
      replacements.append((schema, wanted))
      missing.removeFirst()
      surplus.removeFirst()
    }
    self.replacements = replacements.sorted { $0.found < $1.found }
    superfluous = surplus
    self.missing = missing
  }

  /// A changed version is nearer than another schema, and one change nearer than two.
  private var distance: Int {
    replacements.reduce(0) { $0 + ($1.found.name == $1.wanted.name ? 1 : 2) } + 2 * superfluous.count
      + 2 * missing.count
  }
}
