// What a check is given besides the files. Knows nothing of single files.
package import ComponentKit
package import Diagnostics
package import FlowPolicies
package import RunbookCompiler
package import Rulesets
package import WorkspaceConfiguration

/// What every file of a check is compiled with.
package struct CheckSettings: Sendable {
  /// The installed components and schemas.
  package var catalog: ComponentCatalog
  package var rulesets: RulesetLibrary
  /// The directories that the library was made of, as they tell one check from another.
  package var rulesetDirectories: [(name: String, path: String)]
  /// The files of `--env-file`, in order.
  package var environmentFiles: [String]
  package var lateBinding: LateBindingPolicy
  /// The policies of `--policy`; that of a configuration holds besides.
  package var policies: [PolicyDocument] = []
  /// What there is to say about the policies of `--policy`.
  package var policyReports: [(report: DiagnosticReport, isUnreadable: Bool)] = []
  /// Where `reuse` looks up what it takes.
  package var earlierRuns: (any EarlierRuns)?
  /// The day that ignores and exceptions are measured against; nil: none of them has ended.
  package var today: CalendarDate?
  package var configuration = ConfigurationChoice.nearest
  /// The profile of `--profile`, over that of the configuration.
  package var profile: SeverityProfile.Base?
  /// The settings of `--rule`, over those of the configuration.
  package var rules: [RuleSetting] = []
  /// The settings of `--limit`, over those of the configuration.
  package var limits: [(name: String, value: String)] = []
  /// The baseline of `--baseline`, instead of that of the configuration.
  package var baseline: String?
  /// Whether what is found goes into the baseline.
  package var updatesBaseline = false

  package init(
    catalog: ComponentCatalog, rulesets: RulesetLibrary,
    rulesetDirectories: [(name: String, path: String)] = [], environmentFiles: [String] = [],
    lateBinding: LateBindingPolicy = .secretsOnly
  ) {
    self.catalog = catalog
    self.rulesets = rulesets
    self.rulesetDirectories = rulesetDirectories
    self.environmentFiles = environmentFiles
    self.lateBinding = lateBinding
  }
}
