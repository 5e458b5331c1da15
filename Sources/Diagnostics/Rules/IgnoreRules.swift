// What can be said about ignores in comments and about a baseline's entries. WCT9040–9049.

extension Rule {
  package static let unusedIgnore = Rule(
    "WCT9040", "unused-ignore", .warning, "An ignore is there for something that would be reported.")
  package static let expiredIgnore = Rule(
    "WCT9041", "expired-ignore", .warning, "An ignore holds until its date and is removed afterwards.")
  package static let unknownIgnoredRule = Rule(
    "WCT9042", "unknown-ignored-rule", .warning, "An ignore names rules that exist.")
  package static let ignoreWithoutReason = Rule(
    "WCT9043", "ignore-without-reason", .warning, "An ignore says why.")
  package static let malformedIgnore = Rule(
    "WCT9044", "malformed-ignore", .warning,
    "An ignore is written '# wct-ignore CODE: reason' and stands where it has an effect.")
  package static let ignoredError = Rule(
    "WCT9045", "ignored-error", .warning, "Only what is no error of the language is ignored in a comment.")
  package static let staleBaseline = Rule(
    "WCT9046", "stale-baseline", .warning,
    "Every entry of a baseline stands for something that is still found.")

  /// Rules on ignores and baselines. One line a rule, by code.
  static let ignoreRules: [Rule] = [
    .unusedIgnore,
    .expiredIgnore,
    .unknownIgnoredRule,
    .ignoreWithoutReason,
    .malformedIgnore,
    .ignoredError,
    .staleBaseline,
  ]
}
