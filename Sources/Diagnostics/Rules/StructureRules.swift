// What can be wrong with names and structure. WCT2xxx.

extension Rule {
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

  package static let threeSectionFormat = Rule(
    "WCT2040", "three-section-format", .error,
    "A runbook is written in artifacts, not in the older sections 'connectors', 'analysers' and 'execution'.")
  package static let mixedFormats = Rule(
    "WCT2041", "mixed-formats", .error,
    "A runbook that is to be migrated has either artifacts or the older three sections.")
  package static let brokenOlderRunbook = Rule(
    "WCT2042", "broken-older-runbook", .error,
    "A runbook of the older format that is to be migrated has the shape of that format.")

  package static let notFormatted = Rule(
    "WCT2043", "not-formatted", .error, "A file that is to be laid out has a layout that the formatter knows."
  )

  /// Rules on names and structure. One line a rule, by code.
  static let structureRules: [Rule] = [
    .unknownField,
    .missingField,
    .invalidArtifactId,
    .unknownArtifact,
    .cycle,
    .productionMethod,
    .conflictingFields,
    .invalidValue,
    .undefinedVariable,
    .malformedSubstitution,
    .emptyInputs,
    .duplicateReference,
    .unsafeChildPath,
    .childNotFound,
    .childCycle,
    .childTooDeep,
    .unknownChildInput,
    .unmappedChildInput,
    .unknownChildOutput,
    .mappedInputNotListed,
    .sourceInChild,
    .duplicateArtifact,
    .threeSectionFormat,
    .mixedFormats,
    .brokenOlderRunbook,
    .notFormatted,
  ]
}
