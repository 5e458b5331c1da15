// Settings that hold for some files only.
internal import Diagnostics
internal import SystemFiles

/// Rule settings for the files that some patterns select.
package struct PathOverride: Sendable {
  private let patterns: GitWildMatch
  let profile: SeverityProfile.Base?
  let settings: [RuleSetting]

  init(_ patterns: GitWildMatch, profile: SeverityProfile.Base?, settings: [RuleSetting]) {
    self.patterns = patterns
    self.profile = profile
    self.settings = settings
  }

  func covers(_ names: [String]) -> Bool { patterns.selects(names) }
}

extension Configuration {
  /// What the rules are set to in one file; later overrides count more than earlier ones.
  ///
  /// - Parameter path: As seen from the working directory.
  package func severities(inFileAt path: String) -> SeverityLayers {
    guard !overrides.isEmpty, let names = names(below: directory, of: path) else { return severities }
    var layers = severities
    for override in overrides where override.covers(names) {
      layers.add(override.settings, profile: override.profile)
    }
    return layers
  }

  /// The names that lead from the configuration's directory to a file; nil when it is not below it.
  private func names(below directory: String, of path: String) -> [String]? {
    let relative = RelativePath.from(directory, to: path)
    let names = relative.split(separator: "/").map(String.init)
    return names.first == ".." || names.isEmpty || PathText.isAbsolute(relative) ? nil : names
  }
}
