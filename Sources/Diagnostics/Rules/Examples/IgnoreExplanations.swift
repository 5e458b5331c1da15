// Explanations of the rules on ignores in comments and on what a baseline holds.

extension RuleExplanation {
  static var ignoreExplanations: [RuleExplanation] {
    [
      unusedIgnore, expiredIgnore, unknownIgnoredRule, ignoreWithoutReason, malformedIgnore, ignoredError,
      staleBaseline,
    ]
  }

  /// A runbook whose artifact `found` leads to no output, after a line that is given.
  private static func ignoring(_ comment: String) -> RuleExample {
    .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
        \(comment)
        found:
          inputs: files
          process: {type: personal_data}
      """)
  }

  private static let right = ignoring("# wct-ignore unused-artifact: looked at with 'wct inspect'")

  private static let unusedIgnore = RuleExplanation(
    .unusedIgnore,
    why: """
      What it once hid is gone, and the next thing of that kind in its place would be hidden too. Remove it.
      """,
    bad: ignoring("# wct-ignore unused-artifact, hard-coded-secret: looked at with 'wct inspect'"),
    good: right)

  private static let expiredIgnore = RuleExplanation(
    .expiredIgnore,
    why: """
      Somebody set the date so that the matter would come up again. Solve it, or decide anew.
      """,
    bad: ignoring("# wct-ignore unused-artifact: until the report is ready until 2020-01-31"),
    good: ignoring("# wct-ignore unused-artifact: until the report is ready until 2999-01-31"))

  private static let unknownIgnoredRule = RuleExplanation(
    .unknownIgnoredRule,
    why: """
      An ignore of a misspelt rule ignores nothing, and its reason misleads whoever reads it.
      """,
    bad: ignoring("# wct-ignore unused-artefact: looked at with 'wct inspect'"),
    good: right)

  private static let ignoreWithoutReason = RuleExplanation(
    .ignoreWithoutReason,
    why: """
      In a year nobody will know whether the ignore is still right. A few words after a colon keep that.
      """,
    bad: ignoring("# wct-ignore unused-artifact"),
    good: right)

  private static let malformedIgnore = RuleExplanation(
    .malformedIgnore,
    why: """
      A comment that is nearly an ignore has no effect, and looks as if it had one.
      """,
    bad: ignoring("# wct-ignore: looked at with 'wct inspect'"),
    good: right)

  private static let ignoredError = RuleExplanation(
    .ignoredError,
    why: """
      With an error of the language there is no plan, so hiding the message would hide why nothing runs.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true  # wct-ignore unknown-artifact: comes with the next release
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """))

  private static let staleBaseline = RuleExplanation(
    .staleBaseline,
    why: """
      What the entry accepted is solved; kept, it would accept the same mistake when it comes back. \
      `wct check --update-baseline` takes it out.
      """,
    bad: accepted(then: [mend]), good: accepted(then: [mend, update]))

  private static let update = "wct check runbook.yaml --baseline accepted.json --update-baseline"
  private static let mend = "cp mended.yaml runbook.yaml"

  /// A runbook with a problem that a baseline accepts, and what is done later.
  private static func accepted(then later: [String]) -> RuleExample {
    let mended = RuleExample.header + "artifacts:\n" + RuleExample.read("./data")
    let runbook = mended.replacing("filesystem", with: "files")
    return RuleExample(
      [.text(RuleExample.runbook, runbook), .text("mended.yaml", mended)], after: [update] + later,
      command: "wct check runbook.yaml --baseline accepted.json")
  }
}
