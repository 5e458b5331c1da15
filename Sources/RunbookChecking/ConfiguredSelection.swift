// Which of the files that a search found are checked, as `include` and `exclude` of their configurations say.
internal import SystemFiles
internal import WorkspaceConfiguration

/// Picks files. Asks for the way from a configuration to a directory once.
struct ConfiguredSelection {
  private struct Patterns {
    let include: GitWildMatch?
    let exclude: GitWildMatch?
  }

  private var patterns: [String: Patterns] = [:]
  private var directories: [String: [String]] = [:]

  /// The file as it is to be checked; nil when it is left out.
  ///
  /// A file that was named is always checked. One that `include` selects counts as named: the configuration says
  /// that it is a runbook.
  mutating func choose(_ target: CheckTarget, _ configuration: Configuration) -> CheckTarget? {
    guard !target.isNamed, let path = configuration.path else { return target }
    guard configuration.include != nil || !configuration.exclude.isEmpty else { return target }
    let patterns = patterns(of: configuration, path)
    let names = directory(of: target, configuration) + [PathText.name(of: target.path)]
    if patterns.exclude?.selects(names) ?? false { return nil }
    guard let include = patterns.include else { return target }
    guard include.selects(names) else { return nil }
    return target.named(true)
  }

  /// Whether nothing that lies below a directory is checked, so that it need not be listed. A configuration that lies
  /// there is not looked for either, as in git.
  mutating func leavesOut(everythingBelow directory: String, _ configuration: Configuration) -> Bool {
    guard let path = configuration.path, !configuration.exclude.isEmpty else { return false }
    let names = RelativePath.from(configuration.directory, to: directory).split(separator: "/").map(
      String.init)
    guard let first = names.first, first != ".", first != ".." else { return false }
    return patterns(of: configuration, path).exclude?.selectsAll(below: names) ?? false
  }

  private mutating func patterns(of configuration: Configuration, _ path: String) -> Patterns {
    if let known = patterns[path] { return known }
    // The patterns were checked when the configuration was read.
    let made = Patterns(
      include: configuration.include.flatMap { try? GitWildMatch($0) },
      exclude: configuration.exclude.isEmpty ? nil : try? GitWildMatch(configuration.exclude))
    patterns[path] = made
    return made
  }

  /// The names that lead from the configuration's directory to that of a file.
  private mutating func directory(of target: CheckTarget, _ configuration: Configuration) -> [String] {
    if let known = directories[target.directory] { return known }
    let way = RelativePath.from(configuration.directory, to: target.path).split(separator: "/").dropLast()
    directories[target.directory] = way.map(String.init)
    return way.map(String.init)
  }
}
