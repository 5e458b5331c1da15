// What policies forbid, and what is made by other runs. WCT304x, WCT305x.

extension Rule {
  package static let forbiddenFlow = Rule(
    "WCT3040", "forbidden-flow", .error, "Data flows nowhere that a policy forbids.")
  package static let forbiddenComponent = Rule(
    "WCT3041", "forbidden-component", .error, "Artifacts are made by nothing that a policy forbids.")
  package static let unknownPolicyName = Rule(
    "WCT3042", "unknown-policy-name", .error, "A policy names components and schemas that are installed.")
  package static let executeInput = Rule(
    "WCT3050", "execute-input", .error, "What 'execute' takes is one runbook.")
  package static let unknownReuse = Rule(
    "WCT3051", "unknown-reuse", .error, "A reused artifact is complete in the store that is named.")
  package static let reuseMismatch = Rule(
    "WCT3052", "reuse-mismatch", .error, "A reused artifact has the schema that 'output_schema' says.")

  /// Rules on policies, nested runs and reuse. One line a rule, by code.
  static let flowRules: [Rule] = [
    .forbiddenFlow,
    .forbiddenComponent,
    .unknownPolicyName,
    .executeInput,
    .unknownReuse,
    .reuseMismatch,
  ]
}
