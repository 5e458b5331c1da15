// Explanations of the rules on accepted findings, organisations' details and exports.

extension RuleExplanation {
  static var findingExplanations: [RuleExplanation] {
    [expiredAcceptance, unmatchedAcceptance, vagueAcceptance, exportFailed, unfitHandover, unknownFinding]
  }

  private static let run = "wct run -q runbook.yaml"
  private static let list = "wct findings latest"

  /// The findings of a run, some of them accepted.
  private static func accepting(_ entry: String) -> RuleExample {
    let text = "accepted:\n" + entry
    return RuleExample(
      RuleExample.searchFiles + [.text("accepted-findings.yaml", text)],
      after: ["\(run) --accepted-findings none"], command: list)
  }

  private static let precise = accepting(
    """
      - category: email_address
        source: data/*
        reason: Our own address
    """)

  private static let expiredAcceptance = RuleExplanation(
    .expiredAcceptance,
    why: """
      A risk is accepted for a time. When that is over, the findings count again, so that somebody looks at them: \
      give the entry a later day with a reason that still holds, or see to the findings.
      """,
    bad: accepting(
      """
        - category: email_address
          source: data/*
          reason: Our own address
          until: 2024-12-31
      """), good: precise)

  private static let unmatchedAcceptance = RuleExplanation(
    .unmatchedAcceptance,
    why: """
      The finding is gone, or what was found in its place changed. An entry that is kept for nothing would accept \
      what turns up there later.
      """,
    bad: accepting(
      """
        - category: email_address
          source: archive/*
          reason: Our own address
      """), good: precise)

  private static let vagueAcceptance = RuleExplanation(
    .vagueAcceptance,
    why:
      "An entry with nothing but a reason would accept everything. Give it 'finding', 'category' or 'source'.",
    bad: accepting("  - reason: Our own address"), good: precise)

  private static let exportFailed = RuleExplanation(
    .exportFailed,
    why:
      "The run itself is stored and stays as it is: 'wct findings RUN --format NAME -o FILE' writes the export later.",
    bad: RuleExample(RuleExample.searchFiles, command: "\(run) --exporter html=/proc/page.html"),
    good: RuleExample(RuleExample.searchFiles, command: "\(run) --exporter html=page.html"))

  private static let unfitHandover = RuleExplanation(
    .unfitHandover,
    why:
      "`wct` reads YAML and hands JSON to `wct-exec`, which knows no YAML. Start `wct`, and use programs of one version.",
    bad: RuleExample(
      precise.files, after: precise.preparation,
      command: "wct-exec findings latest --accepted-findings accepted-findings.yaml"),
    good: precise)

  private static let unknownFinding = RuleExplanation(
    .unknownFinding,
    why:
      "`wct findings RUN` lists the findings with their ids; the beginning of one is enough where only one begins so.",
    bad: RuleExample(RuleExample.searchFiles, after: [run], command: "\(list) --id 0123456789"),
    good: RuleExample(RuleExample.searchFiles, after: [run], command: list))
}
