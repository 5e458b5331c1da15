// Explanations of the rules on policies, nested runs and reuse.

extension RuleExplanation {
  static var flowExplanations: [RuleExplanation] {
    [forbiddenFlow, forbiddenComponent, unknownPolicyName, executeInput, unknownReuse, reuseMismatch]
  }

  /// A runbook that hands out what a database holds, with a policy beside it.
  private static func policed(_ policy: String, output: String) -> RuleExample {
    .artifacts(
      """
        customers:
          source:
            type: mysql
            properties: {host: db.example.com, user: reader, password: "${DB_PASSWORD}"}
      \(output)
      """, beside: [.text("policy.yaml", policy)], options: ["--policy", "policy.yaml"])
  }

  private static let handedOut = "    output: true"
  private static let analysed = """
      found:
        inputs: customers
        process: {type: personal_data}
        output: true
    """

  private static let forbiddenFlow = RuleExplanation(
    .forbiddenFlow,
    why: """
      What a policy forbids is found when the runbook is compiled, before any data has moved. The message walks \
      the whole way, artifact by artifact, through child runbooks as well.
      """,
    bad: policed(noSensitiveOutput, output: handedOut),
    good: policed("forbid_components: [filesystem]\n", output: handedOut))

  private static let noSensitiveOutput = """
    forbid:
      - name: results-stay-inside
        flow: {from: sensitive, to: output}
        because: results are mailed to other departments

    """

  private static let forbiddenComponent = RuleExplanation(
    .forbiddenComponent,
    why: """
      Somebody decided which components may be used here. The decision is in the policy, with its reason.
      """,
    bad: policed("forbid_components: [mysql]\n", output: analysed),
    good: policed("forbid_components: [filesystem]\n", output: analysed))

  private static let unknownPolicyName = RuleExplanation(
    .unknownPolicyName,
    why: """
      A policy that forbids a misspelt component forbids nothing. It is a warning, because one policy may serve \
      machines with other components installed.
      """,
    bad: policed("forbid_components: [filesytem]\n", output: analysed),
    good: policed("forbid_components: [filesystem]\n", output: analysed))

  private static let executeInput = RuleExplanation(
    .executeInput,
    why: """
      The content of the one input is compiled and run as a runbook; anything else can't be.
      """,
    bad: executing("files", schema: "standard_input"),
    good: executing("plans", schema: "runbook"))

  private static func executing(_ name: String, schema: String) -> RuleExample {
    .artifacts(
      """
        \(name):
          reuse: {from_run: latest, artifact: \(name)}
          output_schema: \(schema)
        nested:
          inputs: \(name)
          execute: {mode: child}
          output: true
      """)
  }

  private static let unknownReuse = RuleExplanation(
    .unknownReuse,
    why: """
      An artifact that the store does not hold, or that failed there, can't be copied when the plan runs.
      """,
    bad: reusing(options: ["--store", "empty"]),
    good: reusing(options: []))

  private static func reusing(options: [String]) -> RuleExample {
    .artifacts(
      """
        found:
          reuse: {from_run: latest, artifact: found}
          output_schema: personal_data_indicator
          output: true
      """, options: options)
  }

  private static let reuseMismatch = RuleExplanation(
    .reuseMismatch,
    why: """
      What depends on the artifact was checked against the schema that is written, and would read something else.
      """,
    bad: reusing("source_code"), good: reusing("standard_input"))

  /// A run, and a runbook that reuses what it read.
  private static func reusing(_ schema: String) -> RuleExample {
    let later = """
        files:
          reuse: {from_run: latest, artifact: files}
          output_schema: \(schema)
          output: true
      """
    return RuleExample(
      RuleExample.readFiles + [.text("later.yaml", RuleExample.header + "artifacts:\n" + later)],
      after: ["wct run -q runbook.yaml"], command: "wct check later.yaml --store .wct")
  }
}
