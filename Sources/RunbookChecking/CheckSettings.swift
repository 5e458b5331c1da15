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
  /// Texts that stand for those of files, by the files' resolved paths.
  package var texts: [String: [UInt8]] = [:]

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
