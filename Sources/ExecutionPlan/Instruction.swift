// One instruction: it writes one artifact from earlier ones.
package import CanonicalJSON
package import ComponentKit

/// One line of a plan's listing.
package struct Instruction: Sendable, Hashable {
  package var id: ArtifactID
  package var operation: Operation
  /// Earlier instructions, in the order of the runbook.
  package var operands: [InstructionIndex]
  /// The schema of what it writes.
  package var schema: SchemaReference
  package var flags: Flags
  /// Seconds for this artifact alone; nil: no limit.
  package var timeout: Double?
  package var label: ArtifactLabel
  /// The digest of its meaning, see ``InstructionMeaning``.
  package var key: ContentDigest

  package init(
    id: ArtifactID, operation: Operation, operands: [InstructionIndex] = [], schema: SchemaReference,
    flags: Flags = [], timeout: Double? = nil, label: ArtifactLabel = ArtifactLabel(),
    key: ContentDigest
  ) {
    self.id = id
    self.operation = operation
    self.operands = operands
    self.schema = schema
    self.flags = flags
    self.timeout = timeout
    self.label = label
    self.key = key
  }

  /// What is done with an artifact, or because of it.
  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It stands in the results.
    package static let output = Flags(rawValue: 1)
    /// Its failure does not fail the run.
    package static let optional = Flags(rawValue: 2)
    /// Its own value is redacted wherever it would be shown.
    package static let sensitive = Flags(rawValue: 4)
    /// It is, or derives from, something sensitive.
    package static let tainted = Flags(rawValue: 8)
  }
}

/// What an instruction does.
package enum Operation: Sendable, Hashable {
  /// A connector writes the artifact.
  case extract(ComponentCall)
  /// A processor derives it from the operands.
  case process(ComponentCall)
  /// The operands' items one after the other.
  case merge
  /// The one operand, unchanged.
  case pass
  /// Copied from an earlier run; `digest` is that of the content, where the compiler looked it up.
  ///
  /// This and `execute` are rare and large: kept elsewhere, they do not make every instruction large.
  indirect case reuse(run: String, artifact: String, digest: ContentDigest? = nil)
  /// Content that the plan itself holds.
  case constant(JSONObject)
  /// The one operand is a runbook, which is compiled and run as a run of its own.
  indirect case execute(NestedRun)

  package var kind: OperationKind {
    switch self {
    case .extract: .extract
    case .process: .process
    case .merge: .merge
    case .pass: .pass
    case .reuse: .reuse
    case .constant: .constant
    case .execute: .execute
    }
  }

  /// The operation's name in plans and listings.
  package var name: String { kind.rawValue }

  package var call: ComponentCall? {
    switch self {
    case .extract(let call), .process(let call): call
    default: nil
    }
  }
}

/// A component with its properties.
package struct ComponentCall: Sendable, Hashable {
  package var component: ComponentIndex
  /// Defaults filled in; late-bound ones are absent.
  package var properties: JSONObject
  /// What is filled in when the plan runs, sorted by pointer.
  package var bindings: [LateBinding]
  /// The rulesets that the properties name, by URI.
  package var rulesets: [String: RulesetIndex]

  package init(
    component: ComponentIndex, properties: JSONObject, bindings: [LateBinding] = [],
    rulesets: [String: RulesetIndex] = [:]
  ) {
    self.component = component
    self.properties = properties
    self.bindings = bindings
    self.rulesets = rulesets
  }
}

/// A property whose value is made from the environment when the plan runs.
package struct LateBinding: Sendable, Hashable {
  /// JSON Pointer into the properties: keys only, every key but the last is an object of the plan.
  package var pointer: String
  /// The text with `${NAME}`, `${NAME:-default}`, `${NAME:?message}` and `$${` as in the runbook.
  package var template: String
  /// The JSON Schema type that the text is converted to.
  package var type: ValueType
  package var isSecret: Bool
  /// Whether the plan's own value holds where the variable is unset (a manifest's `x-environment`).
  package var isOverride: Bool

  package enum ValueType: String, CaseIterable, Sendable { case string, integer, number, boolean }

  package init(pointer: String, template: String, type: ValueType, isSecret: Bool, isOverride: Bool = false) {
    self.pointer = pointer
    self.template = template
    self.type = type
    self.isSecret = isSecret
    self.isOverride = isOverride
  }
}

/// How people call an artifact; carries no meaning for the run.
package struct ArtifactLabel: Sendable, Hashable {
  package var name: String?
  package var description: String?
  package var contact: String?

  package init(name: String? = nil, description: String? = nil, contact: String? = nil) {
    self.name = name
    self.description = description
    self.contact = contact
  }

  package var isEmpty: Bool { name == nil && description == nil && contact == nil }
}
