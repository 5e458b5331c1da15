// The tables of fields of a plan file, but for instructions: one list an object, in canonical order.

/// The fields of the file itself.
enum HeaderField: String, PlanField {
  case aliases, components, config, digest, environment, format
  case formatVersion = "format_version"
  case framework, instructions
  case planID = "plan_id"
  case rulesets, runbook

  static let table = FieldTable<Self>()

  var isRequired: Bool { self != .aliases && self != .framework }

  var shape: ValueShape {
    switch self {
    case .aliases: .artifactMap(.integer)
    case .components: .array(.object(ObjectShape("component", ComponentField.self)))
    case .config: .object(ObjectShape("config", ConfigurationField.self))
    case .digest, .planID: .digest
    case .environment: .array(.object(ObjectShape("variable", VariableField.self)))
    case .format: .word([PlanFormat.name])
    case .formatVersion: .formatVersion
    case .framework: .name
    case .instructions: .array(.object(ObjectShape("instruction", InstructionField.self)))
    case .rulesets: .array(.object(ObjectShape("ruleset", RulesetField.self)))
    case .runbook: .object(ObjectShape("runbook", RunbookField.self))
    }
  }
}

/// The fields of `runbook`: for people.
enum RunbookField: String, PlanField {
  case contact, description, name

  static let table = FieldTable<Self>()
  var isRequired: Bool { self != .contact }
  var shape: ValueShape { .name }
}

/// The fields of `config`.
enum ConfigurationField: String, PlanField {
  case costLimit = "cost_limit"
  case maximumChildDepth = "max_child_depth"
  case maximumConcurrency = "max_concurrency"
  case timeout

  static let table = FieldTable<Self>()

  var isRequired: Bool { self == .maximumChildDepth || self == .maximumConcurrency }

  var shape: ValueShape {
    switch self {
    case .costLimit, .timeout: .positiveNumber
    case .maximumChildDepth, .maximumConcurrency: .integer
    }
  }
}

/// The fields of one of `components`.
enum ComponentField: String, PlanField {
  case kind, manifest, type, version

  static let table = FieldTable<Self>()
  var isRequired: Bool { true }

  var shape: ValueShape {
    switch self {
    case .kind: .word(["connector", "exporter", "processor"])
    case .manifest: .digest
    case .type, .version: .string
    }
  }
}

/// The fields of one of `rulesets`.
enum RulesetField: String, PlanField {
  case digest, value

  static let table = FieldTable<Self>()
  var isRequired: Bool { true }
  var shape: ValueShape { self == .digest ? .digest : .anything }
}

/// The fields of one of `environment`.
enum VariableField: String, PlanField {
  case name, required, secret

  static let table = FieldTable<Self>()
  var isRequired: Bool { true }
  var shape: ValueShape { self == .name ? .variableName : .boolean }
}
