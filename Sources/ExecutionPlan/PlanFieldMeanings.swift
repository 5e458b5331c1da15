// What each field of a plan file is for, as the published schema says it.

extension HeaderField {
  var meaning: String {
    switch self {
    case .aliases: "Other names of artifacts, and the numbers of the instructions that write them."
    case .components: "Each component that is called, as the compiler saw it."
    case .config: "How the plan is run."
    case .digest: "SHA-256 of the file's object without this member."
    case .environment: "Every variable that is read when the plan runs, sorted by name."
    case .format: "What the file is."
    case .formatVersion: "Grows when an older machine could misread the file."
    case .framework: "The regulatory framework, which selects the default exporter."
    case .instructions: "One an artifact; operands stand before their use."
    case .planID: "SHA-256 of what the plan means: names for people do not change it."
    case .rulesets: "The rules that travel in the plan."
    case .runbook: "How people call the runbook."
    }
  }
}

extension RunbookField {
  var meaning: String {
    switch self {
    case .contact: "Whom to ask."
    case .description: "What the runbook is for."
    case .name: "The runbook's name."
    }
  }
}

extension ConfigurationField {
  var meaning: String {
    switch self {
    case .costLimit: "What the run may cost."
    case .maximumChildDepth: "How deep runs and child runbooks may nest."
    case .maximumConcurrency: "How many instructions run at once at most."
    case .timeout: "Seconds for the whole run."
    }
  }
}

extension ComponentField {
  var meaning: String {
    switch self {
    case .kind: "What the component does."
    case .manifest: "The digest of its interface."
    case .type: "Its name in runbooks."
    case .version: "The version that the plan was compiled for."
    }
  }
}

extension RulesetField {
  var meaning: String {
    switch self {
    case .digest: "SHA-256 of the value's canonical bytes."
    case .value: "The checked rules."
    }
  }
}

extension VariableField {
  var meaning: String {
    switch self {
    case .name: "The variable's name."
    case .required: "Whether the run can't start without it."
    case .secret: "Whether its value is never shown."
    }
  }
}

extension InstructionField {
  var meaning: String {
    switch self {
    case .bindings: "Properties that are made from the environment when the plan runs, sorted by place."
    case .component: "The number of the component that is called."
    case .content: "What a constant is."
    case .execute: "Limits of the run that is nested in this one."
    case .flags: "What is done with the artifact, or because of it; in this order."
    case .id: "The artifact; those of child runbooks are paths."
    case .inputs: "Numbers of earlier instructions, in the order of the runbook."
    case .key: "SHA-256 of what the instruction means."
    case .label: "How people call the artifact."
    case .operation: "What the instruction does."
    case .properties: "The component's properties, defaults filled in; those that are bound later are absent."
    case .reuse: "The artifact of an earlier run that is copied."
    case .rulesets: "The numbers of the rulesets that the properties name."
    case .schema: "The wire format of the artifact, with its version."
    case .timeout: "Seconds for this artifact alone."
    }
  }
}

extension BindingField {
  var meaning: String {
    switch self {
    case .override: "Whether the plan's own value holds where the variable is not set."
    case .property: "JSON Pointer into the properties."
    case .secret: "Whether the value is never shown."
    case .template: "The text with `${NAME}` as in the runbook."
    case .type: "What the text is converted to."
    }
  }
}

extension NestedRunField {
  var meaning: String {
    switch self {
    case .costLimit: "What the nested run may cost."
    case .maximumDepth: "How many levels of runs may nest below it."
    case .mode: "How the nested run is carried out."
    case .timeout: "Seconds for the nested run."
    }
  }
}

extension LabelField {
  var meaning: String {
    switch self {
    case .contact: "Whom to ask."
    case .description: "What the artifact is for."
    case .name: "The artifact's name."
    }
  }
}

extension ReuseField {
  var meaning: String {
    switch self {
    case .artifact: "The artifact's id in that run."
    case .digest: "The digest of its content, where a store was asked when compiling."
    case .run: "The run's id."
    }
  }
}
