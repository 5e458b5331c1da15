// What people set for their runbooks in `.wct.yaml`, as values. Does not know how it is written, nor who obeys it.
package import Diagnostics
package import FlowPolicies
package import RunbookSyntax

/// The settings that hold for the runbooks below a directory.
package struct Configuration: Sendable {
  /// A path that was written in the file.
  package struct Path: Sendable, Hashable {
    /// As seen from the working directory.
    package let path: String
    /// Where it is written.
    package let span: SourceSpan
  }

  /// Which variables are read when a plan runs.
  package enum LateBinding: Sendable, Hashable {
    case all
    case named([String])
  }

  /// The file that says all this, as people see it; nil: no file does.
  package let path: String?
  /// The directory that the paths and patterns in the file begin at.
  package let directory: String
  package var severities = SeverityLayers()
  package var overrides: [PathOverride] = []
  /// Which files below a directory may be runbooks, as in `.gitignore`; nil: those that are so by default.
  package var include: [String]?
  /// What is left out when a directory is searched, as in `.gitignore`.
  package var exclude: [String] = []
  package var baseline: Path?
  /// Files of variables, the later ones winning.
  package var environmentFiles: [Path] = []
  package var rulesets: [RulesetProvider] = []
  /// Nil: secrets only.
  package var lateBinding: LateBinding?
  package var limits = RunbookLimits()
  /// What is forbidden, with the file that says so; nil where there is nothing, or something wrong with it.
  package var policy: PolicyDocument?

  /// A provider of rulesets and its directory.
  package struct RulesetProvider: Sendable, Hashable {
    package let name: String
    package let directory: Path
  }

  /// The settings that hold where there is no file.
  package init() { self.init(path: nil, directory: ".") }

  init(path: String?, directory: String) {
    self.path = path
    self.directory = directory
  }
}
