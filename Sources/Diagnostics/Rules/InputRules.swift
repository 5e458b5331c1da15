// What can be wrong with the files and directories that a check is asked for. WCT1060–1069.

extension Rule {
  package static let nothingToCheck = Rule(
    "WCT1060", "nothing-to-check", .error, "The paths that are named lead to at least one runbook.")
  package static let unreadableDirectory = Rule(
    "WCT1061", "unreadable-directory", .error, "A directory that is searched for runbooks can be listed.")

  /// Rules on what is checked. One line a rule, by code.
  static let inputRules: [Rule] = [
    .nothingToCheck,
    .unreadableDirectory,
  ]
}
