// What can be wrong with the configuration file and the baseline. WCT1040–1059.

extension Rule {
  package static let configuredPath = Rule(
    "WCT1040", "configured-path", .error, "A path in '.wct.yaml' leads to what its field takes.")
  package static let configuredRule = Rule(
    "WCT1041", "configured-rule", .error,
    "A setting in '.wct.yaml' names a rule, a level that the rule can have, and a profile that there is.")
  package static let configuredPattern = Rule(
    "WCT1042", "configured-pattern", .error, "A pattern in '.wct.yaml' is written as in a '.gitignore' file.")
  package static let configuredLimit = Rule(
    "WCT1043", "configured-limit", .error, "A limit in '.wct.yaml' is a whole number in its range.")
  package static let invalidBaseline = Rule(
    "WCT1050", "invalid-baseline", .error, "A baseline is one that this version can read.")
  package static let missingBaseline = Rule(
    "WCT1051", "missing-baseline", .error, "The baseline that is asked for exists.")

  /// Rules on the configuration file and the baseline. One line a rule, by code.
  static let configurationRules: [Rule] = [
    .configuredPath,
    .configuredRule,
    .configuredPattern,
    .configuredLimit,
    .invalidBaseline,
    .missingBaseline,
  ]
}
