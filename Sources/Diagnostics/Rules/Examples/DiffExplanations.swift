// Explanations of why plans can't be compared.

extension RuleExplanation {
  static var diffExplanations: [RuleExplanation] {
    comparisons.map { RuleExplanation($0, why: $1, withoutExample: surroundings) }
  }

  private static let surroundings = "it depends on the repository and the programs that are installed."

  private static let comparisons: [(Rule, String)] = [
    (
      .gitMissing,
      "`wct diff main:runbook.yaml runbook.yaml` asks git for the older file. Install git, or compare two files."
    ),
    (
      .noRepository,
      "A revision belongs to the repository that one stands in. Change to its directory, or compare two files."
    ),
    (
      .unknownRevision,
      "A branch, a tag or a commit is meant. One that is only on the server is known after `git fetch`."
    ),
    (
      .unknownRevisionPath,
      "As for `git show`, the path begins at the top of the repository, or with `./` where one stands."
    ),
    (
      .unsafeRevisionPath,
      "Only what is in the revision is read, so that a comparison does not depend on anything else."
    ),
    (
      .revisionTooLarge,
      "The runbooks, rulesets and variables of a revision are written to a temporary directory, which is bounded."
    ),
    (
      .gitFailed,
      "The message is git's own. A repository of another user must be named in git's `safe.directory`."
    ),
    (
      .forecastFailed,
      "What can be reused, and how long it took, is asked of `wct-exec`. Install both programs in one version."
    ),
  ]
}
