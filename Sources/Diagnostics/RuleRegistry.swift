// Every rule of the toolchain, in one append-only list: codes are never reused and never change their meaning.

extension Rule {
  package static let unreadableFile = Rule(
    "WCT1001", "unreadable-file", .error, "The file can be opened and read.")
  package static let notUTF8 = Rule(
    "WCT1002", "not-utf-8", .error, "The file is UTF-8 text.")
  package static let emptyDocument = Rule(
    "WCT1003", "empty-document", .error, "The file holds a runbook.")
  package static let severalDocuments = Rule(
    "WCT1004", "several-documents", .error, "A file holds one YAML document.")
  package static let yamlSyntax = Rule(
    "WCT1005", "yaml-syntax", .error, "The file is well-formed YAML.")
  package static let duplicateKey = Rule(
    "WCT1006", "duplicate-key", .error, "A mapping holds each key once.")
  package static let limitExceeded = Rule(
    "WCT1007", "limit-exceeded", .error, "Nesting, expansion and size stay within the reader's limits.")
  package static let wrongNodeKind = Rule(
    "WCT1008", "wrong-node-kind", .error,
    "A value is the kind of YAML node (scalar, list or mapping) that its field takes.")
  package static let keyNotAString = Rule(
    "WCT1009", "key-not-a-string", .error, "Mapping keys are strings.")
  package static let unknownField = Rule(
    "WCT2001", "unknown-field", .error, "A field is one that the language knows, or begins with 'x-'.")
  package static let missingField = Rule(
    "WCT2002", "missing-field", .error, "Required fields are there.")
  package static let invalidArtifactId = Rule(
    "WCT2003", "invalid-artifact-id", .error,
    "An artifact id is a letter or '_', then letters, digits, '_' and '-'.")
  package static let unknownArtifact = Rule(
    "WCT2004", "unknown-artifact", .error, "A reference names an artifact of the same runbook.")
  package static let cycle = Rule(
    "WCT2005", "cycle", .error, "No artifact depends on itself, directly or through others.")
  package static let productionMethod = Rule(
    "WCT2006", "production-method", .error, "An artifact is made in exactly one way.")
  package static let conflictingFields = Rule(
    "WCT2007", "conflicting-fields", .error, "Fields that exclude each other do not stand together.")
  package static let invalidValue = Rule(
    "WCT2008", "invalid-value", .error, "A field's value has the type and range that the field takes.")
  package static let undefinedVariable = Rule(
    "WCT2009", "undefined-variable", .error, "A variable without a default is set.")
  package static let malformedSubstitution = Rule(
    "WCT2010", "malformed-substitution", .error,
    "A substitution is ${NAME}, ${NAME:-default} or ${NAME:?message}.")
  package static let emptyInputs = Rule(
    "WCT2011", "empty-inputs", .error, "An 'inputs' list names at least one artifact.")
  package static let duplicateReference = Rule(
    "WCT2012", "duplicate-reference", .error, "An 'inputs' list names each artifact once.")
  package static let unsafeChildPath = Rule(
    "WCT2020", "unsafe-child-path", .error,
    "A child runbook's path stays inside the directory it is looked up in.")
  package static let childNotFound = Rule(
    "WCT2021", "child-not-found", .error, "A child runbook exists.")
  package static let childCycle = Rule(
    "WCT2022", "child-cycle", .error, "No child runbook includes itself, directly or through others.")
  package static let childTooDeep = Rule(
    "WCT2023", "child-too-deep", .error, "Child runbooks nest no deeper than 'max_child_depth'.")
  package static let unknownChildInput = Rule(
    "WCT2024", "unknown-child-input", .error, "A mapping names an input that the child declares.")
  package static let unmappedChildInput = Rule(
    "WCT2025", "unmapped-child-input", .error, "Every required input of a child is mapped.")
  package static let unknownChildOutput = Rule(
    "WCT2026", "unknown-child-output", .error, "A mapping names an output that the child declares.")
  package static let mappedInputNotListed = Rule(
    "WCT2027", "mapped-input-not-listed", .error,
    "An artifact that is mapped to a child's input stands in 'inputs' too.")
  package static let sourceInChild = Rule(
    "WCT2028", "source-in-child", .error, "A runbook with inputs holds no source artifact.")
  package static let duplicateArtifact = Rule(
    "WCT2029", "duplicate-artifact", .error, "An artifact name is used once.")
  package static let unknownComponent = Rule(
    "WCT3001", "unknown-component", .error, "A component of that type is installed.")
  package static let propertyType = Rule(
    "WCT3002", "property-type", .error, "A property's value has the type that the component takes.")
  package static let missingProperty = Rule(
    "WCT3003", "missing-property", .error, "A component's required properties are given.")
  package static let unknownProperty = Rule(
    "WCT3004", "unknown-property", .error, "A property is one that the component knows.")
  package static let propertyValue = Rule(
    "WCT3005", "property-value", .error,
    "A property's value is within the range, or one of the values, that the component takes.")
  package static let schemaMismatch = Rule(
    "WCT3006", "schema-mismatch", .error,
    "The schemas of an artifact's inputs are a combination that its processor takes.")
  package static let mergeMismatch = Rule(
    "WCT3007", "merge-mismatch", .error, "Merged artifacts have the same schema.")
  package static let unsupportedOutputSchema = Rule(
    "WCT3008", "unsupported-output-schema", .error, "'output_schema' is one that the component can produce.")
  package static let malformedSchemaReference = Rule(
    "WCT3009", "malformed-schema-reference", .error, "A schema is written as 'name' or 'name/1.2.3'.")
  package static let reuseWithoutSchema = Rule(
    "WCT3010", "reuse-without-schema", .error, "A reused artifact's schema is known.")
  package static let childSchemaMismatch = Rule(
    "WCT3011", "child-schema-mismatch", .error, "What is mapped to a child's input has the input's schema.")
  package static let defaultDoesNotFit = Rule(
    "WCT3012", "default-does-not-fit", .error, "An input's default fits the input's schema.")
  package static let unknownSchema = Rule(
    "WCT3013", "unknown-schema", .error, "A schema is one that is installed.")
  package static let unknownRuleset = Rule(
    "WCT3020", "unknown-ruleset", .error, "A ruleset that a property names exists.")
  package static let invalidRuleset = Rule(
    "WCT3021", "invalid-ruleset", .error, "A ruleset is well formed and keeps to its vocabulary.")
  package static let unavailableFeature = Rule(
    "WCT3030", "unavailable-feature", .error, "The runbook asks only for what this version can do.")
  package static let secretInPlan = Rule(
    "WCT3031", "secret-in-plan", .error,
    "A secret comes from the environment when a plan runs, never from the plan.")
  package static let ambiguousScalar = Rule(
    "WCT9001", "ambiguous-scalar", .warning, "A plain scalar means the same to YAML 1.1 and YAML 1.2 readers."
  )
  package static let olderSpelling = Rule(
    "WCT9002", "older-spelling", .warning, "Fields are written in their present spelling.")
  package static let hardCodedSecret = Rule(
    "WCT9003", "hard-coded-secret", .warning,
    "A secret comes from the environment, not from the runbook's text.")
  package static let unknownNestedProperty = Rule(
    "WCT9004", "unknown-nested-property", .warning, "A nested property is one that the component knows.")
  package static let missingContact = Rule(
    "WCT9005", "missing-contact", .warning, "A runbook names a contact.")
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
    "WCT9010", "deprecated-component", .warning, "A component is one that is still to be used.")
  package static let rulesetRemark = Rule(
    "WCT9010", "ruleset-remark", .note, "What people should know about the ruleset that was loaded.")

  /// All rules, by code.
  public static let all: [Rule] = [
    .unreadableFile, .notUTF8, .emptyDocument, .severalDocuments,
    .yamlSyntax, .duplicateKey, .limitExceeded, .wrongNodeKind,
    .keyNotAString, .unknownField, .missingField, .invalidArtifactId,
    .unknownArtifact, .cycle, .productionMethod, .conflictingFields,
    .invalidValue, .undefinedVariable, .malformedSubstitution, .emptyInputs,
    .duplicateReference, .unsafeChildPath, .childNotFound, .childCycle,
    .childTooDeep, .unknownChildInput, .unmappedChildInput, .unknownChildOutput,
    .mappedInputNotListed, .sourceInChild, .duplicateArtifact,
    .unknownComponent, .propertyType, .missingProperty, .unknownProperty,
    .propertyValue, .schemaMismatch, .mergeMismatch, .unsupportedOutputSchema,
    .malformedSchemaReference, .reuseWithoutSchema, .childSchemaMismatch, .defaultDoesNotFit,
    .unknownSchema, .unknownRuleset, .invalidRuleset, .unavailableFeature,
    .secretInPlan, .ambiguousScalar, .olderSpelling, .hardCodedSecret, .unknownNestedProperty,
    .missingContact, .unusedArtifact, .ignoredChildOutput, .unmappedInput,
    .unavailableOption, .deprecatedComponent,
  ]
}
