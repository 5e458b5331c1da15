// What is allowed and still better done otherwise. WCT9xxx.

extension Rule {
  package static let ambiguousScalar = Rule(
    "WCT9001", "ambiguous-scalar", .warning, "A plain scalar means the same to YAML 1.1 and YAML 1.2 readers."
  )
  package static let olderSpelling = Rule(
    "WCT9002", "older-spelling", .warning, "Fields are written in their present spelling.", .dated)
  package static let hardCodedSecret = Rule(
    "WCT9003", "hard-coded-secret", .warning,
    "A secret comes from the environment, not from the runbook's text.")
  package static let unknownNestedProperty = Rule(
    "WCT9004", "unknown-nested-property", .warning, "A nested property is one that the component knows.")
  package static let missingContact = Rule(
    "WCT9005", "missing-contact", .warning, "A runbook names a contact.", .advice)
  package static let unusedArtifact = Rule(
    "WCT9006", "unused-artifact", .warning, "An artifact is an output, or something an output derives from.")
  package static let ignoredChildOutput = Rule(
    "WCT9007", "ignored-child-output", .warning,
    "An 'output: true' in a child runbook has no effect when it is inlined.")
  package static let unmappedInput = Rule(
    "WCT9008", "unmapped-input", .warning,
    "Every artifact in a child's 'inputs' is mapped to one of its inputs.")
  package static let unavailableOption = Rule(
    "WCT9009", "unavailable-option", .warning, "An option asks only for what this version can do.")
  package static let deprecatedComponent = Rule(
    "WCT9010", "deprecated-component", .warning, "A component is one that is still to be used.",
    .dated)
  package static let rulesetRemark = Rule(
    "WCT9011", "ruleset-remark", .note, "What people should know about the ruleset that was loaded.",
    .advice)
  package static let unusedInput = Rule(
    "WCT9012", "unused-input", .warning, "A declared input is used by an artifact.")
  package static let unusedOutputMapping = Rule(
    "WCT9013", "unused-output-mapping", .warning,
    "A name that an 'output_mapping' gives is used, or is an output.")
  package static let duplicateWork = Rule(
    "WCT9014", "duplicate-work", .warning, "The same work is done once.")
  package static let unpinnedRuleset = Rule(
    "WCT9015", "unpinned-ruleset", .warning, "A ruleset is named with an exact version.", .advice)
  package static let timeoutBeyondRun = Rule(
    "WCT9016", "timeout-beyond-run", .warning, "An artifact's timeout is no longer than the run's.")
  package static let ineffectiveOptional = Rule(
    "WCT9017", "ineffective-optional", .warning, "'optional: true' stands where it changes something.")

  /// Lints. One line a rule, by code.
  static let lintRules: [Rule] = [
    .ambiguousScalar,
    .olderSpelling,
    .hardCodedSecret,
    .unknownNestedProperty,
    .missingContact,
    .unusedArtifact,
    .ignoredChildOutput,
    .unmappedInput,
    .unavailableOption,
    .deprecatedComponent,
    .rulesetRemark,
    .unusedInput,
    .unusedOutputMapping,
    .duplicateWork,
    .unpinnedRuleset,
    .timeoutBeyondRun,
    .ineffectiveOptional,
  ]
}
