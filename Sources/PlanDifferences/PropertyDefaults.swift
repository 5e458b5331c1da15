// The values that properties have where a runbook says nothing. Knows no plans.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan

/// The defaults of components' properties, by component and JSON Pointer.
///
/// A plan has its defaults filled in; two artifacts are not alike because nobody set anything on either.
struct PropertyDefaults {
  private let values: [String: [String: JSONValue]]

  init(_ catalog: ComponentCatalog, _ components: [ComponentImport]) {
    var values: [String: [String: JSONValue]] = [:]
    for component in components {
      let name = Self.name(component)
      guard values[name] == nil, let manifest = catalog.manifest(component.kind, component.type) else {
        continue
      }
      let known = manifest.properties.compactMap { property in
        property.defaultValue.map {
          (property.path.map { ValueDifference.step($0) }.joined(), $0)
        }
      }
      values[name] = Dictionary(known) { first, _ in first }
    }
    self.values = values
  }

  /// Whether a property's value is what it would be anyway.
  func isDefault(_ value: JSONValue, at pointer: String, of component: ComponentImport) -> Bool {
    values[Self.name(component)]?[pointer] == value
  }

  private static func name(_ component: ComponentImport) -> String {
    "\(component.kind.rawValue):\(component.type)"
  }
}
