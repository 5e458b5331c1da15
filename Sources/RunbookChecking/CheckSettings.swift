// What a check is given besides the files. Knows nothing of single files.
package import ComponentKit
package import Diagnostics
package import FlowPolicies
package import RunbookCompiler
package import Rulesets
internal import SystemFiles
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
  /// Texts that stand for those of files, by the files' resolved paths.
  package var texts: [String: [UInt8]] = [:]
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

  let memory = CompilerMemory()

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

  /// The text that stands for that of a file, if there is one.
  func text(of path: String) -> [UInt8]? { Self.text(of: path, among: texts) }

  static func text(of path: String, among texts: [String: [UInt8]]) -> [UInt8]? {
    texts.isEmpty ? nil : (try? resolvePath(path)).flatMap { texts[$0] }
  }

  /// What tells results that were made with other settings from these. Variables, and with them the environment's
  /// files, are not in it: each result knows those that it depends on.
  var identity: [String] {
    let late: [String] =
      switch lateBinding {
      case .secretsOnly: []
      case .all: ["late-bind-all"]
      case .named(let names): ["late-bind"] + names.sorted()
      }
    return ["rulesets"] + rulesetDirectories.flatMap { [$0.name, $0.path] } + late
      + ["policies"] + policies.flatMap { [$0.text.name, "\(Digest(of: $0.text.bytes))"] }
      + ["store", "\(earlierRuns != nil)", "profile", profile?.rawValue ?? "", "rules"]
      + rules.flatMap { ["\($0.selector)", $0.level.rawValue] }
      + ["limits"] + limits.flatMap { [$0.name, $0.value] }
  }
}
