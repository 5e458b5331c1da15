// Every field of the language, one list for each kind of mapping.

enum RunbookField: String, FieldSet {
  case name, description, contact, framework, config, inputs, outputs, policy, artifacts

  static let table = FieldTable<Self>()
  static let owner = "a runbook"
}

enum ConfigurationField: String, FieldSet {
  case timeout
  case maximumConcurrency = "max_concurrency"
  case maximumChildDepth = "max_child_depth"
  case costLimit = "cost_limit"
  case templatePaths = "template_paths"

  static let table = FieldTable<Self>()
  static let owner = "'config'"
}

enum InputDeclarationField: String, FieldSet {
  case inputSchema = "input_schema"
  case optional
  case defaultValue = "default"
  case sensitive, description

  static let table = FieldTable<Self>()
  static let owner = "an input declaration"
}

enum OutputDeclarationField: String, FieldSet {
  case artifact, description

  static let table = FieldTable<Self>()
  static let owner = "an output declaration"
}

enum ArtifactField: String, FieldSet {
  case name, description, contact, source, process, inputs, reuse
  case childRunbook = "child_runbook"
  case execute, merge
  case outputSchema = "output_schema"
  case output, timeout, sensitive, optional
  /// Older spellings, which the migration documents of the Waivern Compliance Framework use.
  case from, transform

  static let table = FieldTable<Self>()
  static let owner = "an artifact"

  var presentSpelling: Self? {
    switch self {
    case .from: .inputs
    case .transform: .process
    default: nil
    }
  }
}

enum ComponentField: String, FieldSet {
  case type, properties

  static let table = FieldTable<Self>()
  static let owner = "a component"
}

enum ReuseField: String, FieldSet {
  case fromRun = "from_run"
  case artifact

  static let table = FieldTable<Self>()
  static let owner = "'reuse'"
}

enum ChildRunbookField: String, FieldSet {
  case path
  case inputMapping = "input_mapping"
  case output
  case outputMapping = "output_mapping"

  static let table = FieldTable<Self>()
  static let owner = "'child_runbook'"
}

enum ExecuteField: String, FieldSet {
  case mode, timeout
  case costLimit = "cost_limit"

  static let table = FieldTable<Self>()
  static let owner = "'execute'"
}
