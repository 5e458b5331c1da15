// Explanations of the rules on accepted findings, organisations' details and exports.

extension RuleExplanation {
  static var findingExplanations: [RuleExplanation] {
    reasons.map { RuleExplanation($0, why: $1, withoutExample: "it takes a run with findings.") }
  }

  private static let reasons: [(Rule, String)] = [
    (
      .expiredAcceptance,
      "A risk is accepted for a time. When that is over, the findings count again, so that somebody looks at them: give the entry a later day with a reason that still holds, or see to the findings."
    ),
    (
      .unmatchedAcceptance,
      "The finding is gone, or what was found in its place changed. An entry that is kept for nothing would accept what turns up there later."
    ),
    (
      .vagueAcceptance,
      "An entry with nothing but a reason would accept everything. Give it 'finding', 'category' or 'source'."
    ),
    (
      .exportFailed,
      "The run itself is stored and stays as it is: 'wct findings RUN --format NAME -o FILE' writes the export later."
    ),
    (
      .unfitHandover,
      "`wct` reads YAML and hands JSON to `wct-exec`, which knows no YAML. Start `wct`, and use programs of one version."
    ),
    (
      .unknownFinding,
      "`wct findings RUN` lists the findings with their ids; the beginning of one is enough where only one begins so."
    ),
  ]
}
