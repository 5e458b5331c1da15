// Every rule of the toolchain, in one append-only list: codes are never reused and never change their meaning.
// The rules themselves are in Rules/, one file a group.

extension Rule {
  /// All rules, by code.
  public static let all: [Rule] =
    syntaxRules + environmentRules + configurationRules + inputRules + structureRules + acceptanceRules
    + typeRules + flowRules + planRules + diffRules + planTextRules + runRules + exportRules + componentRules
    + rulesetRules + deliveryRules + lintRules + ignoreRules + migrationRules
}
