// What can be wrong with types, components and the flow of data. WCT3xxx.

extension Rule {
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

  /// Rules on types, components and flow. One line a rule, by code.
  static let typeRules: [Rule] = [
    .unknownComponent,
    .propertyType,
    .missingProperty,
    .unknownProperty,
    .propertyValue,
    .schemaMismatch,
    .mergeMismatch,
    .unsupportedOutputSchema,
    .malformedSchemaReference,
    .reuseWithoutSchema,
    .childSchemaMismatch,
    .defaultDoesNotFit,
    .unknownSchema,
    .unknownRuleset,
    .invalidRuleset,
    .unavailableFeature,
    .secretInPlan,
  ]
}
