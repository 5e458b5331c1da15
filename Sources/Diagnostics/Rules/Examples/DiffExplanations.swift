// Explanations of why plans can't be compared.

extension RuleExplanation {
  static var diffExplanations: [RuleExplanation] { revisions + rare }

  private static let diff = "wct diff main:runbook.yaml runbook.yaml"

  /// A repository with the runbook in its first commit.
  private static let commit = [
    "git init -q -b main",
    "git add runbook.yaml",
    "git -c user.name=Ann -c user.email=ann@example.org commit -q -m First",
  ]

  private static func session(
    _ preparation: [String] = commit, _ command: String = diff, variables: KeyValuePairs<String, String> = [:]
  ) -> RuleExample {
    RuleExample([RuleExample.readRunbook], after: preparation, command: command, variables: variables)
  }

  private static let revisions: [RuleExplanation] = [
    RuleExplanation(
      .gitMissing,
      why:
        "`wct diff main:runbook.yaml runbook.yaml` asks git for the older file. Install git, or compare two files.",
      bad: session([], variables: ["PATH": "/nowhere"]), good: session()),
    RuleExplanation(
      .noRepository,
      why:
        "A revision belongs to the repository that one stands in. Change to its directory, or compare two files.",
      bad: session([]), good: session()),
    RuleExplanation(
      .unknownRevision,
      why: "A branch, a tag or a commit is meant. One that is only on the server is known after `git fetch`.",
      bad: session(commit, "wct diff mian:runbook.yaml runbook.yaml"), good: session()),
    RuleExplanation(
      .unknownRevisionPath,
      why: "As for `git show`, the path begins at the top of the repository, or with `./` where one stands.",
      bad: session(commit, "wct diff main:runbok.yaml runbook.yaml"), good: session()),
    RuleExplanation(
      .unsafeRevisionPath,
      why: "Only what is in the revision is read, so that a comparison does not depend on anything else.",
      bad: session(commit, "wct diff main:../runbook.yaml runbook.yaml"), good: session()),
    RuleExplanation(
      .forecastFailed,
      why:
        "What can be reused, and how long it took, is asked of `wct-exec`. Install both programs in one version.",
      withoutExample: "it takes a `wct` without the `wct-exec` that belongs beside it."),
  ]

  private static let rare: [RuleExplanation] = [
    RuleExplanation(
      .revisionTooLarge,
      why:
        "The runbooks, rulesets and variables of a revision are written to a temporary directory, which is bounded.",
      withoutExample: "it takes a repository with more than a temporary directory should hold."),
    RuleExplanation(
      .gitFailed,
      why: "The message is git's own. A repository of another user must be named in git's `safe.directory`.",
      withoutExample: "it takes a repository that git can't read."),
  ]
}
