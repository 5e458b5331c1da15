// The order in which the fields of a runbook are documented, for laying a runbook out.

/// A kind of mapping of the language.
package enum RunbookSection: Sendable, CaseIterable {
  case runbook, configuration, inputs, inputDeclaration, outputs, outputDeclaration, artifacts, artifact,
    component
  case reuse, childRunbook, execute

  /// The fields in their documented order, older spellings beside the present ones; empty for a mapping of names.
  package var fieldNames: [String] {
    switch self {
    case .runbook: RunbookField.allCases.map(\.rawValue)
    case .configuration: ConfigurationField.allCases.map(\.rawValue)
    case .inputDeclaration: InputDeclarationField.allCases.map(\.rawValue)
    case .outputDeclaration: OutputDeclarationField.allCases.map(\.rawValue)
    case .artifact: Self.artifactFields.map(\.rawValue)
    case .component: ComponentField.allCases.map(\.rawValue)
    case .reuse: ReuseField.allCases.map(\.rawValue)
    case .childRunbook: ChildRunbookField.allCases.map(\.rawValue)
    case .execute: ExecuteField.allCases.map(\.rawValue)
    case .inputs, .outputs, .artifacts: []
    }
  }

  /// What an artifact is, then how it is made, then how it is treated.
  private static let artifactFields: [ArtifactField] = [
    .name, .description, .contact,
    .source, .inputs, .from, .process, .transform, .reuse, .childRunbook, .execute,
    .merge, .outputSchema, .output, .timeout, .sensitive, .optional,
  ]

  /// The kind of mapping that a field holds; nil for one that holds something else, or whose keys are anybody's.
  package func section(of key: String) -> RunbookSection? {
    switch self {
    case .runbook: Self.topSections[key]
    case .inputs: .inputDeclaration
    case .outputs: .outputDeclaration
    case .artifacts: .artifact
    case .artifact: Self.artifactSections[key]
    default: nil
    }
  }

  private static let topSections: [String: RunbookSection] = [
    RunbookField.config.rawValue: .configuration, RunbookField.inputs.rawValue: .inputs,
    RunbookField.outputs.rawValue: .outputs, RunbookField.artifacts.rawValue: .artifacts,
  ]

  private static let artifactSections: [String: RunbookSection] = [
    ArtifactField.source.rawValue: .component, ArtifactField.process.rawValue: .component,
    ArtifactField.transform.rawValue: .component, ArtifactField.reuse.rawValue: .reuse,
    ArtifactField.childRunbook.rawValue: .childRunbook, ArtifactField.execute.rawValue: .execute,
  ]
}
