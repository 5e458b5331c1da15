// Why plans can't be compared: the revisions of a repository, and what the machine forecasts.

extension Rule {
  package static let gitMissing = Rule(
    "WCT4040", "git-missing", .error, "Where a revision is named, git is installed.")
  package static let noRepository = Rule(
    "WCT4041", "no-repository", .error, "A revision is named from within a git repository.")
  package static let unknownRevision = Rule(
    "WCT4042", "unknown-revision", .error, "A revision that is named exists in the repository.")
  package static let unknownRevisionPath = Rule(
    "WCT4043", "unknown-revision-path", .error, "A file that is named exists in its revision.")
  package static let unsafeRevisionPath = Rule(
    "WCT4044", "unsafe-revision-path", .error, "A path in a revision names a file within the repository.")
  package static let revisionTooLarge = Rule(
    "WCT4045", "revision-too-large", .error, "What a runbook of a revision may refer to is of bounded size.")
  package static let gitFailed = Rule(
    "WCT4046", "git-failed", .error, "Git can read the repository.")
  package static let forecastFailed = Rule(
    "WCT4047", "forecast-failed", .error, "The machine beside wct can say what a plan would do.")

  /// Rules on comparing plans. One line a rule, by code.
  static let diffRules: [Rule] = [
    .gitMissing,
    .noRepository,
    .unknownRevision,
    .unknownRevisionPath,
    .unsafeRevisionPath,
    .revisionTooLarge,
    .gitFailed,
    .forecastFailed,
  ]
}
