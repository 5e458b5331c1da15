// What the compiler sees of a component: its interface, without its code.
public import CanonicalJSON

/// What kind of thing a component is.
public enum ComponentKind: String, Sendable, CaseIterable {
  case connector, processor, exporter
}

/// What a component touches outside its inputs; policies speak about these.
public enum Capability: String, Sendable, CaseIterable {
  case filesystem, network, llm, subprocess
}

/// A component's interface.
public struct ComponentManifest: Sendable, Hashable {
  /// What kind of component it is.
  public let kind: ComponentKind
  /// The name that runbooks use under `type`.
  public let type: String
  /// `MAJOR.MINOR.PATCH`; it changes whenever the same inputs may give another result.
  public let version: String
  /// One sentence for tables.
  public let summary: String
  /// What it can produce; the first is the default.
  public let outputs: [SchemaReference]
  /// Processors: each a set of input schemas that it takes.
  public let inputCombinations: [Set<SchemaReference>]
  /// JSON Schema (the subset of ``JSONSchema``) of `properties`, always an object schema.
  ///
  /// `writeOnly: true` marks a secret, `format: path` a path, `format: ruleset` a ruleset URI,
  /// `x-environment: NAME` a variable that overrides the property when the plan runs, `x-capabilities: [NAME]` on
  /// a boolean what the component touches besides ``capabilities`` where the property is true.
  public let propertySchema: JSONValue
  /// What it touches besides its inputs.
  public let capabilities: Set<Capability>
  /// Whether what it produces is sensitive by nature.
  public let isSensitive: Bool
  /// Whether what it derives from sensitive data is not sensitive any more.
  public let declassifies: Bool
  /// Whether the same inputs always give the same output.
  public let isDeterministic: Bool
  /// Why not to use it any more, and what to use instead.
  public let deprecation: String?

  /// The interface of a component.
  public init(
    kind: ComponentKind, type: String, version: String, summary: String, outputs: [SchemaReference],
    inputCombinations: [Set<SchemaReference>] = [], propertySchema: JSONValue,
    capabilities: Set<Capability> = [], isSensitive: Bool = false, declassifies: Bool = false,
    isDeterministic: Bool = true, deprecation: String? = nil
  ) {
    self.kind = kind
    self.type = type
    self.version = version
    self.summary = summary
    self.outputs = outputs
    self.inputCombinations = inputCombinations
    self.propertySchema = propertySchema
    self.capabilities = capabilities
    self.isSensitive = isSensitive
    self.declassifies = declassifies
    self.isDeterministic = isDeterministic
    self.deprecation = deprecation
  }

  /// The manifest as JSON; order and formatting carry nothing.
  public var json: JSONValue {
    [
      "kind": .string(kind.rawValue),
      "type": .string(type),
      "version": .string(version),
      "summary": .string(summary),
      "outputs": .array(outputs.map { .string($0.description) }),
      "input_combinations": .array(
        inputCombinations.map { .array($0.sorted().map { .string($0.description) }) }),
      "property_schema": propertySchema,
      "capabilities": .array(capabilities.map(\.rawValue).sorted().map { .string($0) }),
      "sensitive": .bool(isSensitive),
      "declassifies": .bool(declassifies),
      "deterministic": .bool(isDeterministic),
      "deprecation": deprecation.map { .string($0) } ?? .null,
    ]
  }

  /// The digest of the interface: without what only people read.
  public var digest: ContentDigest {
    guard case .object(var members) = json else { return ContentDigest(of: []) }
    members["summary"] = nil
    members["deprecation"] = nil
    return ContentDigest(of: JSONWriter.bytes(of: .object(members)))
  }
}
