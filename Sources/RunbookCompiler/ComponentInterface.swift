// What the compiler needs of a component over and over, worked out once.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RulesetModel
internal import Synchronization

/// A component's manifest with its property schema compiled, and the properties that ask for more than a value.
final class ComponentInterface: Sendable {
  let manifest: ComponentManifest
  let schema: JSONSchema
  /// The property schema as written.
  let properties: JSONObject
  /// The properties of those properties that are mappings with properties of their own.
  let nestedProperties: [String: [String]]
  /// The same for the reader of properties.
  let guide: PropertyGuide
  /// The properties that name rulesets.
  let rulesets: [RulesetProperty]
  /// Top-level properties that a variable overrides when the plan runs.
  let overrides: [Override]
  /// What a use without properties has: the defaults, and what the schema says of them.
  let unset: (properties: JSONObject, violations: [SchemaViolation])
  /// The schemas of which one alone is enough of an input.
  let soleInputs: [SchemaReference]
  let isDeprecated: Bool
  /// Properties that let the component touch more.
  private let switches: [Switch]
  private let plain = Mutex<PlainUse?>(nil)

  /// What a use without properties comes to where there are no rulesets but those of the program.
  struct PlainUse: Sendable {
    let capabilities: Set<Capability>
    /// By their names.
    let rulesets: [String: JSONValue]
  }

  /// What checks have found of a use without properties; nil when there was none, or something was wrong with it.
  var plainUse: PlainUse? { plain.withLock { $0 } }

  func keep(_ use: PlainUse) { plain.withLock { $0 = use } }

  /// Whether all uses without properties are the same, and nothing is missing in them.
  var mayBePlain: Bool { overrides.isEmpty && unset.violations.isEmpty }

  /// A boolean property whose schema says `x-capabilities`.
  private struct Switch {
    /// The keys that lead to it.
    let path: [String]
    /// The same as late bindings name it.
    let pointer: String
    let capabilities: Set<Capability>
  }

  /// A property whose schema says `format: ruleset`.
  struct RulesetProperty {
    /// The keys that lead to it.
    let path: [String]
    let kind: RulesetKind
  }

  /// A property whose schema says `x-environment`.
  struct Override {
    let property: String
    let isRequired: Bool
    /// As for a property that the runbook gives a value.
    let binding: LateBinding
  }

  /// Nil when the manifest's property schema can't be used.
  init?(_ manifest: ComponentManifest) {
    guard let schema = try? JSONSchema(manifest.propertySchema) else { return nil }
    self.manifest = manifest
    self.schema = schema
    isDeprecated = manifest.deprecation != nil
    properties = manifest.propertySchema.objectValue ?? JSONObject()
    nestedProperties = Self.nestedProperties(in: properties)
    guide = PropertyGuide(properties)
    rulesets = Self.rulesets(in: properties, below: [])
    overrides = Self.overrides(in: properties)
    let defaults = schema.fillingDefaults(in: JSONObject())
    unset = (defaults, schema.violations(of: .object(defaults)))
    soleInputs = manifest.inputCombinations.filter { $0.count == 1 }.flatMap { $0 }
    switches = Self.switches(in: properties, below: [])
  }

  /// Whether it is that of the component.
  func `is`(_ kind: ComponentKind, _ type: String) -> Bool {
    manifest.type == type && manifest.kind == kind
  }

  /// What the component touches with these properties; what is bound later may be anything.
  func capabilities(with properties: JSONObject, _ bindings: [LateBinding]) -> Set<Capability> {
    switches.reduce(into: manifest.capabilities) { capabilities, candidate in
      var value: JSONValue? = .object(properties)
      for key in candidate.path { value = value?.objectValue?[key] }
      if value == true || bindings.contains(where: { $0.pointer == candidate.pointer }) {
        capabilities.formUnion(candidate.capabilities)
      }
    }
  }

  private static func switches(in schema: JSONObject, below path: [String]) -> [Switch] {
    (schema["properties"]?.objectValue?.members ?? []).flatMap { member -> [Switch] in
      guard let property = member.value.objectValue else { return [] }
      let place = path + [member.key]
      guard let names = property["x-capabilities"]?.arrayValue else {
        return switches(in: property, below: place)
      }
      let capabilities = Set(names.compactMap { $0.stringValue.flatMap(Capability.init) })
      let pointer = PropertyPointer(keys: place).text
      return capabilities.isEmpty ? [] : [Switch(path: place, pointer: pointer, capabilities: capabilities)]
    }
  }

  private static func nestedProperties(in schema: JSONObject) -> [String: [String]] {
    (schema["properties"]?.objectValue?.members ?? []).reduce(into: [:]) { nested, member in
      nested[member.key] = member.value.objectValue?["properties"]?.objectValue?.keys
    }
  }

  private static func rulesets(in schema: JSONObject, below path: [String]) -> [RulesetProperty] {
    (schema["properties"]?.objectValue?.members ?? []).flatMap { member -> [RulesetProperty] in
      guard let property = member.value.objectValue else { return [] }
      let place = path + [member.key]
      guard property["format"] == "ruleset" else { return rulesets(in: property, below: place) }
      let kind = property["x-ruleset-kind"]?.stringValue.flatMap(RulesetKind.named)
      return kind.map { [RulesetProperty(path: place, kind: $0)] } ?? []
    }
  }

  private static func overrides(in schema: JSONObject) -> [Override] {
    let required = schema["required"]?.arrayValue ?? []
    return (schema["properties"]?.objectValue?.members ?? []).compactMap { member in
      guard let property = member.value.objectValue, let variable = property["x-environment"]?.stringValue
      else { return nil }
      return Override(
        property: member.key, isRequired: required.contains(.string(member.key)),
        binding: LateBinding(
          pointer: PropertyPointer(keys: [member.key]).text, template: "${\(variable)}",
          type: property["type"]?.stringValue.flatMap(LateBinding.ValueType.init) ?? .string,
          isSecret: property["writeOnly"] == true, isOverride: true))
    }
  }
}
