// What components touch outside their inputs, by their manifests and properties.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan

/// The capabilities of the instructions of plans.
struct ComponentCapabilities {
  /// A boolean property whose schema says `x-capabilities`.
  private struct Switch {
    let path: [String]
    let pointer: String
    let capabilities: Set<Capability>
  }

  private struct Interface {
    let capabilities: Set<Capability>
    let switches: [Switch]
  }

  private let catalog: ComponentCatalog
  private var interfaces: [ComponentImport: Interface] = [:]

  init(_ catalog: ComponentCatalog, _ components: [ComponentImport]) {
    self.catalog = catalog
    for component in components where interfaces[component] == nil {
      interfaces[component] = Self.interface(catalog.manifest(component.kind, component.type))
    }
  }

  /// What an instruction touches; what is executed, and what is not installed here, may touch anything.
  func capabilities(of instruction: Instruction, in plan: ComparablePlan) -> Set<Capability> {
    if case .execute = instruction.operation { return Set(Capability.allCases) }
    guard let call = instruction.operation.call, let component = plan.component(of: instruction) else {
      return []
    }
    guard let interface = interfaces[component] else { return Set(Capability.allCases) }
    guard !interface.switches.isEmpty else { return interface.capabilities }
    return interface.switches.reduce(into: interface.capabilities) { found, candidate in
      var value: JSONValue? = .object(call.properties)
      for key in candidate.path { value = value?.objectValue?[key] }
      // What is bound when the plan runs may be true.
      if value == true || call.bindings.contains(where: { $0.pointer == candidate.pointer }) {
        found.formUnion(candidate.capabilities)
      }
    }
  }

  private static func interface(_ manifest: ComponentManifest?) -> Interface? {
    guard let manifest else { return nil }
    let switches = switches(in: manifest.propertySchema.objectValue ?? JSONObject(), below: [])
    return Interface(capabilities: manifest.capabilities, switches: switches)
  }

  private static func switches(in schema: JSONObject, below path: [String]) -> [Switch] {
    guard path.count < 64 else { return [] }
    return (schema["properties"]?.objectValue?.members ?? []).flatMap { member -> [Switch] in
      guard let property = member.value.objectValue else { return [] }
      let place = path + [member.key]
      guard let names = property["x-capabilities"]?.arrayValue else {
        return switches(in: property, below: place)
      }
      let capabilities = Set(names.compactMap { $0.stringValue.flatMap(Capability.init) })
      return [Switch(path: place, pointer: PropertyPointer(keys: place).text, capabilities: capabilities)]
    }
  }
}
