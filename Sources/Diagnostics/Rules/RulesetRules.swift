// What can be wrong with rulesets beyond their form. WCT602x.

extension Rule {
  package static let failingExample = Rule(
    "WCT6020", "failing-example", .error, "The examples of a rule are found, or not, as they say.")

  package static let frameworkForm = Rule(
    "WCT6040", "framework-form", .warning, "A ruleset is written in the present form, each key once.")

  /// Rules on rulesets. One line a rule, by code.
  static let rulesetRules: [Rule] = [
    .failingExample,
    .frameworkForm,
  ]
}
