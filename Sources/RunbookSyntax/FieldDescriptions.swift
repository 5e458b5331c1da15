// What each field of the language is for, in the words that an editor shows over it. One source for the generated
// schema and for every other place that describes a field. Does not know how a field is read.

/// Fields that say what they are for.
package protocol DescribedFieldSet: FieldSet {
  /// One or two sentences for people who write runbooks.
  var summary: String { get }
}

extension RunbookField: DescribedFieldSet {
  package var summary: String {
    switch self {
    case .name: "What people call the runbook."
    case .description: "What the runbook finds out, in a sentence."
    case .contact: "The person or team that answers for the runbook."
    case .framework:
      "The regulatory framework, such as GDPR, UK_GDPR or CCPA; it selects the default exporter."
    case .config: "Limits of a run, and where child runbooks are looked up."
    case .inputs:
      "What a parent hands to this runbook. A runbook with inputs is a child runbook and holds no source."
    case .outputs: "The artifacts that this runbook exposes to a parent, each under a name."
    case .policy: "What this runbook forbids: where sensitive data must not go, and which components."
    case .artifacts: "The artifacts, each under its id: what is made, and from what."
    }
  }
}

extension ConfigurationField: DescribedFieldSet {
  package var summary: String {
    switch self {
    case .timeout: "Seconds that the whole run may take; without it there is no limit."
    case .maximumConcurrency: "How many artifacts are made at once at most."
    case .maximumChildDepth: "How deep child runbooks may nest."
    case .costLimit: "What the run may cost; before a step that would pass the limit it stops."
    case .templatePaths:
      "Directories in which child runbooks are looked up too, relative to the runbook that names them."
    }
  }
}

extension InputDeclarationField: DescribedFieldSet {
  package var summary: String {
    switch self {
    case .inputSchema: "The schema that the input takes: NAME, or NAME/VERSION."
    case .optional: "Whether a parent may leave the input out."
    case .defaultValue: "The content that holds where a parent leaves the input out; needs 'optional: true'."
    case .sensitive: "Whether the value is redacted wherever it would be shown."
    case .description: "What the input is."
    }
  }
}

extension OutputDeclarationField: DescribedFieldSet {
  package var summary: String {
    switch self {
    case .artifact: "The id of the artifact that is exposed."
    case .description: "What the output is."
    }
  }
}

extension ArtifactField: DescribedFieldSet {
  package var summary: String {
    switch self {
    case .name: "What people call the artifact."
    case .description: "What the artifact is, in a sentence."
    case .contact: "The person or team that answers for the artifact."
    case .source:
      "A connector extracts the artifact. A 'process' beside it runs on what the connector produced."
    case .process: "A processor derives the artifact from its inputs, or from its source."
    case .inputs:
      "The artifacts that this one is made from: an id, or a list of ids. Without 'process', one input is "
        + "passed through and several are merged."
    case .reuse: "The artifact is copied from an earlier run."
    case .childRunbook: "Another runbook makes the artifact; it is inlined when this one is compiled."
    case .execute: "The one input is a runbook itself, which is compiled and run when this one runs."
    case .merge: "How several inputs become one: their items one after the other, in the order of 'inputs'."
    case .outputSchema: "The schema of the artifact, where the component can produce several."
    case .output: "Whether the artifact stands in the results."
    case .timeout: "Seconds that this artifact alone may take."
    case .sensitive: "Whether the artifact's value is redacted wherever it would be shown."
    case .optional: "Whether the run can be completed when this artifact fails."
    case .from: "An older spelling of 'inputs'."
    case .transform: "An older spelling of 'process'."
    }
  }
}

extension ComponentField: DescribedFieldSet {
  package var summary: String {
    switch self {
    case .type: "The component's type; 'wct connectors' and 'wct processors' list what is installed."
    case .properties: "What the component is told; each type has properties of its own."
    }
  }
}

extension ReuseField: DescribedFieldSet {
  package var summary: String {
    switch self {
    case .fromRun: "The id of the earlier run."
    case .artifact: "The id of the artifact in that run."
    }
  }
}

extension ChildRunbookField: DescribedFieldSet {
  package var summary: String {
    switch self {
    case .path:
      "The child runbook's file, relative to this one or to a directory of 'template_paths'; it can't lead "
        + "upwards."
    case .inputMapping: "Which artifact is handed to each input of the child: INPUT: ARTIFACT."
    case .output: "The child's output that takes this artifact's place."
    case .outputMapping: "The artifact that each output of the child becomes here: OUTPUT: ARTIFACT."
    }
  }
}

extension ExecuteField: DescribedFieldSet {
  package var summary: String {
    switch self {
    case .mode: "How the runbook is run; 'child' is the one way."
    case .timeout: "Seconds that the inner run may take."
    case .costLimit: "What the inner run may cost."
    }
  }
}
