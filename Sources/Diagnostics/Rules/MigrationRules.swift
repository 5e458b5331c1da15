// What gets lost when a runbook of an older format is migrated. WCT905x.

extension Rule {
  package static let notMigrated = Rule(
    "WCT9050", "not-migrated", .warning,
    "Everything that a runbook of the older format says has a place in the present one.")

  /// Rules of the migration. One line a rule, by code.
  static let migrationRules: [Rule] = [
    .notMigrated
  ]
}
