// What a command line and a configuration come to together: for compiling, and for what is shown. The command line
// counts more.
package import DiagnosticFilters
internal import Diagnostics
package import EnvironmentFiles
internal import Rulesets
internal import RunbookSyntax
package import RunbookCompiler
package import WorkspaceConfiguration

extension CheckSettings {
  /// The files of variables, the later ones winning.
  package func environmentFiles(with configuration: Configuration) -> [String] {
    configuration.environmentFiles.map(\.path) + environmentFiles
  }

  /// What runbooks are compiled with where a configuration holds.
  package func options(for configuration: Configuration, environment: Environment) -> CompilerOptions {
    let providers = configuration.rulesets.map { ($0.name, $0.directory.path) }
    var options = CompilerOptions(
      catalog: catalog, rulesets: providers.isEmpty ? rulesets : rulesets.adding(providers),
      environment: environment, lateBinding: lateBinding.joined(with: configuration.lateBinding),
      limits: limits(with: configuration), memory: memory)
    options.policies = [configuration.policy].compactMap(\.self) + policies
    options.today = today
    options.texts = texts
    options.earlierRuns = earlierRuns
    return options
  }

  private func limits(with configuration: Configuration) -> RunbookLimits {
    var all = configuration.limits
    // Whoever made the settings has seen to it that each can be set.
    for limit in limits { try? all.set(limit.name, to: limit.value) }
    return all
  }

  /// What becomes of the diagnostics where a configuration holds.
  package func filter(for configuration: Configuration) -> ReportFilter {
    ReportFilter(today: today, severities: severities(for: configuration))
  }

  /// What rules are set to where a configuration holds.
  package func severities(for configuration: Configuration) -> ReportFilter.Severities {
    let (profile, rules) = (profile, rules)
    return { path in
      var layers = configuration.severities(inFileAt: path)
      layers.add(rules, profile: profile)
      return { layers.apply(to: $0) }
    }
  }

  /// The baseline that is used where a configuration holds.
  package func baselinePath(with configuration: Configuration) -> String? {
    baseline ?? configuration.baseline?.path
  }
}

extension LateBindingPolicy {
  /// What either asks for.
  fileprivate func joined(with other: Configuration.LateBinding?) -> LateBindingPolicy {
    switch (self, other) {
    case (.all, _), (_, .all): .all
    case (_, nil): self
    case (.secretsOnly, .named(let names)?): .named(Set(names))
    case (.named(let own), .named(let names)?): .named(own.union(names))
    }
  }
}
