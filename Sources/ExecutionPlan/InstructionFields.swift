// The tables of fields of an instruction, and which of them an operation has.
internal import CanonicalJSON

/// The fields of one of `instructions`.
enum InstructionField: String, PlanField {
  case bindings, component, content, execute, flags, id, inputs, key, label
  case operation = "op"
  case properties, reuse, rulesets, schema, timeout

  static let table = FieldTable<Self>()

  var isRequired: Bool { [.id, .key, .operation, .schema].contains(self) }

  var shape: ValueShape {
    switch self {
    case .bindings: .nonEmptyArray(.object(ObjectShape("binding", BindingField.self)))
    case .component: .integer
    case .content, .properties: .anyObject
    case .execute: .object(ObjectShape("execute", NestedRunField.self))
    case .flags: .nonEmptyArray(.word(Instruction.Flags.named.map(\.name)))
    case .id: .artifactID
    case .inputs: .nonEmptyArray(.integer)
    case .key: .digest
    case .label: .object(ObjectShape("label", LabelField.self))
    case .operation: .word(OperationKind.allCases.map(\.rawValue))
    case .reuse: .object(ObjectShape("reuse", ReuseField.self))
    case .rulesets: .map(.integer)
    case .schema: .schemaReference
    case .timeout: .positiveNumber
    }
  }
}

/// The operations by name.
package enum OperationKind: String, CaseIterable, Sendable {
  case constant, execute, extract, merge, pass, process, reuse

  /// The fields that this operation has and others may not have.
  var fields: (required: [InstructionField], optional: [InstructionField]) {
    switch self {
    case .constant: ([.content], [])
    case .execute: ([.execute], [])
    case .extract, .process: ([.component, .properties], [.bindings, .rulesets])
    case .merge, .pass: ([], [])
    case .reuse: ([.reuse], [])
    }
  }

  /// The fields that any operation has.
  static let common: [InstructionField] = [.flags, .id, .inputs, .key, .label, .operation, .schema, .timeout]
}

/// The operations, ready for reading.
struct OperationTable: Sendable {
  struct Entry: Sendable {
    let kind: OperationKind
    let name: PackedName
    /// The fields that this operation has and others may not have.
    let required: FieldSet
    /// All that it may have.
    let allowed: FieldSet
  }

  let entries: [Entry]

  init() {
    let table = InstructionField.table
    entries = OperationKind.allCases.map { kind in
      let fields = kind.fields
      return Entry(
        kind: kind, name: PackedName(kind.rawValue), required: table.set(fields.required),
        allowed: table.set(OperationKind.common + fields.required + fields.optional))
    }
  }

  /// The place of the operation with this name, which no text with an escape has.
  func place(of name: PackedName) -> Int? {
    for place in entries.indices
    where entries[place].name.low == name.low && entries[place].name.high == name.high { return place }
    return nil
  }
}

/// The fields of one of `bindings`.
enum BindingField: String, PlanField {
  case override, property, secret, template, type

  static let table = FieldTable<Self>()

  var isRequired: Bool { self == .property || self == .template || self == .type }

  var shape: ValueShape {
    switch self {
    case .override, .secret: .flag
    case .property, .template: .string
    case .type: .word(LateBinding.ValueType.allCases.map(\.rawValue))
    }
  }
}

/// The fields of `execute`.
enum NestedRunField: String, PlanField {
  case costLimit = "cost_limit"
  case maximumDepth = "max_depth"
  case mode, timeout

  static let table = FieldTable<Self>()

  var isRequired: Bool { self == .maximumDepth || self == .mode }

  var shape: ValueShape {
    switch self {
    case .costLimit, .timeout: .positiveNumber
    case .maximumDepth: .integer
    case .mode: .word(["child"])
    }
  }
}

/// The fields of `label`: for people.
enum LabelField: String, PlanField {
  case contact, description, name

  static let table = FieldTable<Self>()
  var isRequired: Bool { false }
  var shape: ValueShape { .name }
}

/// The fields of `reuse`.
enum ReuseField: String, PlanField {
  case artifact, digest, run

  static let table = FieldTable<Self>()
  var isRequired: Bool { self != .digest }
  var shape: ValueShape { self == .digest ? .digest : .string }
}
