// What a check is given besides the files. Knows nothing of single files.
package import ComponentKit
internal import EnvironmentFiles
package import RunbookCompiler
package import Rulesets

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
  }
}
