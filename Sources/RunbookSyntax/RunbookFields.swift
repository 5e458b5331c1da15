// Every field of the language, one list for each kind of mapping.

package enum RunbookField: String, FieldSet {
  case name, description, contact, framework, config, inputs, outputs, policy, artifacts

  package static let table = FieldTable<Self>()
  package static let owner = "a runbook"

  package var isRequired: Bool {
    switch self {
    case .name, .description, .artifacts: true
    default: false
    }
  }
}

package enum ConfigurationField: String, FieldSet {
  case timeout
  case maximumConcurrency = "max_concurrency"
  case maximumChildDepth = "max_child_depth"
  case costLimit = "cost_limit"
  case templatePaths = "template_paths"

  package static let table = FieldTable<Self>()
  package static let owner = "'config'"
}

package enum InputDeclarationField: String, FieldSet {
  case inputSchema = "input_schema"
  case optional
  case defaultValue = "default"
  case sensitive, description

  package static let table = FieldTable<Self>()
  package static let owner = "an input declaration"
}

package enum OutputDeclarationField: String, FieldSet {
  case artifact, description

  package static let table = FieldTable<Self>()
  package static let owner = "an output declaration"
}

package enum ArtifactField: String, FieldSet {
  case name, description, contact, source, process, inputs, reuse
  case childRunbook = "child_runbook"
  case execute, merge
  case outputSchema = "output_schema"
  case output, timeout, sensitive, optional
  /// Older spellings, which the migration documents of the Waivern Compliance Framework use.
  case from, transform

  package static let table = FieldTable<Self>()
  package static let owner = "an artifact"

  package static func place(ofUnknown key: String) -> String? {
    ComponentField(rawValue: key).map { _ in
      "'\(key)' belongs inside 'source' or 'process': indent it below one of them"
    }
  }

  package var presentSpelling: Self? {
    switch self {
    case .from: .inputs
    case .transform: .process
    default: nil
    }
  }
}

extension ArtifactField {
  /// The way of making an artifact that the field says; nil for one that says no way by itself.
  var method: ArtifactSyntax.Methods? {
    switch self {
    case .source: .source
    case .inputs, .from: .inputs
    case .reuse: .reuse
    case .childRunbook: .childRunbook
    case .execute: .execute
    default: nil
    }
  }
}

package enum ComponentField: String, FieldSet {
  case type, properties

  package static let table = FieldTable<Self>()
  package static let owner = "a component"

  package var isRequired: Bool { self == .type }
}

package enum ReuseField: String, FieldSet {
  case fromRun = "from_run"
  case artifact

  package static let table = FieldTable<Self>()
  package static let owner = "'reuse'"
}

package enum ChildRunbookField: String, FieldSet {
  case path
  case inputMapping = "input_mapping"
  case output
  case outputMapping = "output_mapping"

  package static let table = FieldTable<Self>()
  package static let owner = "'child_runbook'"
}

package enum ExecuteField: String, FieldSet {
  case mode, timeout
  case costLimit = "cost_limit"

  package static let table = FieldTable<Self>()
  package static let owner = "'execute'"
}
