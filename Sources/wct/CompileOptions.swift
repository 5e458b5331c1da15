// The options that decide what a compilation sees, shared by the subcommands that compile.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import DiagnosticFilters
internal import Diagnostics
internal import EnvironmentFiles
internal import Rulesets
internal import RunbookChecking
internal import RunbookCompiler
internal import RunbookSyntax
internal import StandardManifests
internal import SystemFiles
internal import TextMatching
internal import WorkspaceConfiguration

struct CompileOptions: ParsableArguments {
  @Option(
    name: .customLong("rulesets"),
    help: ArgumentHelp("A directory of rulesets for a provider (repeatable).", valueName: "NAME=DIR"))
  var rulesetDirectories: [String] = []

  @Option(
    name: .customLong("env-file"),
    help: ArgumentHelp(
      "A file of NAME=value lines (repeatable; later files win, the environment wins over all).",
      valueName: "FILE"))
  var environmentFiles: [String] = []

  @Option(help: ArgumentHelp("Read this variable when the plan runs (repeatable).", valueName: "NAME"))
  var lateBind: [String] = []

  @Flag(help: "Read every variable in component properties when the plan runs.")
  var lateBindAll = false

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "How much a runbook may ask for (repeatable), such as 'nesting=64' or 'file-size=16MiB'.",
      discussion: "Limits: \(RunbookLimits.Name.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "NAME=VALUE"))
  var limitSettings: [String] = []

  @OptionGroup var policies: PolicyOptions
  @OptionGroup var severity: SeverityOptions
  @OptionGroup var workspace: WorkspaceOptions

  mutating func validate() throws {
    _ = try limits()
    for directory in rulesetDirectories where rulesetDirectory(directory) == nil {
      throw ValidationError("--rulesets takes NAME=DIR, found '\(directory)'")
    }
  }

  func rulesetDirectory(_ text: String) -> (name: String, path: String)? {
    let parts = text.split(separator: "=", maxSplits: 1)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }

  /// What `--limit` asks for.
  private func limits() throws -> [(name: String, value: String)] {
    var limits = RunbookLimits()
    return try limitSettings.map { setting in
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      guard parts.count == 2 else { throw ValidationError("--limit takes NAME=VALUE, found '\(setting)'") }
      do throws(RunbookLimits.Refusal) {
        try limits.set(parts[0], to: parts[1])
      } catch {
        throw ValidationError("--limit: \(error.message)")
      }
      return (parts[0], parts[1])
    }
  }

  /// The compiler for one runbook, and the environment files that it read.
  ///
  /// - Parameter configuration: What holds for the runbook; nil: that of the file which the options lead to.
  func compiler(
    forRunbookAt path: String, policies: LoadedPolicies, earlierRuns: StoredRuns?,
    configuration: Configuration? = nil, inspecting inspection: PassInspection = PassInspection()
  ) throws(EnvironmentFileError) -> (compiler: Compiler, environmentFiles: [String]) {
    let configuration = configuration ?? self.configuration(forRunbookAt: path).configuration
    let settings = settings(policies, earlierRuns)
    let environment = try Environment.forRunbook(
      at: path, files: settings.environmentFiles(with: configuration))
    var options = settings.options(for: configuration, environment: environment)
    options.inspection = inspection
    return (Compiler(options), environment.filePaths)
  }

  /// The configuration that holds for a runbook.
  func configuration(forRunbookAt path: String) -> ConfigurationFile {
    var loader = ConfigurationLoader(workspace.choice, catalog: .standard)
    return loader.configuration(forFileAt: path)
  }

  /// What all files of a check are compiled with.
  func checkSettings(earlierRuns: StoredRuns?) -> CheckSettings { settings(policies.load(), earlierRuns) }

  /// What the options come to.
  func settings(_ policies: LoadedPolicies, _ earlierRuns: StoredRuns?) -> CheckSettings {
    var settings = CheckSettings(
      catalog: .standard, rulesets: rulesetLibrary,
      rulesetDirectories: rulesetDirectories.compactMap(rulesetDirectory), environmentFiles: environmentFiles,
      lateBinding: lateBinding)
    settings.policies = policies.documents
    settings.policyReports = policies.reports.map { ($0, policies.isUnreadable) }
    settings.earlierRuns = earlierRuns
    settings.today = .today()
    settings.configuration = workspace.choice
    settings.profile = severity.profile
    settings.rules = severity.overrides
    // Wrong ones were refused when the options were validated.
    settings.limits = (try? limits()) ?? []
    return settings
  }

  private var rulesetLibrary: RulesetLibrary {
    RulesetLibrary(directories: rulesetDirectories.compactMap(rulesetDirectory)) { pattern in
      RegularExpression.fault(inPython: pattern)
    }
  }

  private var lateBinding: LateBindingPolicy {
    if lateBindAll { return .all }
    return lateBind.isEmpty ? .secretsOnly : .named(Set(lateBind))
  }
}
