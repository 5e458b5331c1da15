// What a search found together with the configurations that hold for it.
internal import DiagnosticFilters
internal import Diagnostics
internal import EnvironmentFiles
internal import FlowPolicies
internal import WorkspaceConfiguration

/// The files of a check, those that configurations leave out taken away, and the settings of their directories.
struct ConfiguredItems {
  let items: [SearchResult.Item]
  let directories: [String: DirectorySettings]
  /// Whether any file is met with a baseline.
  let usesBaseline: Bool
  /// What there is to say about configurations and policies.
  let settingFiles: [CheckedFile]
  /// Where configurations are, and where one would hold if it were there; policies and baselines.
  let consultedPaths: [String]
  private let settings: CheckSettings

  /// Finds what a request asks for, directories that configurations leave out passed over, and configures it.
  static func find(_ request: CheckRequest, _ settings: CheckSettings) -> (ConfiguredItems, SearchResult) {
    var loader = ConfigurationLoader(
      settings.configuration, catalog: settings.catalog, texts: { settings.text(of: $0) })
    var selection = ConfiguredSelection()
    let search = RunbookSearch(excluding: request.exclusion, standardInput: request.standardInput)
    let found = search.find(request.paths) { directory in
      let file = loader.configuration(forFileAt: directory)
      return selection.leavesOut(everythingBelow: directory, file.configuration)
    }
    return (ConfiguredItems(found.items, settings, &loader, &selection), found)
  }

  private init(
    _ found: [SearchResult.Item], _ settings: CheckSettings, _ loader: inout ConfigurationLoader,
    _ selection: inout ConfiguredSelection
  ) {
    let process = Environment.ofProcess()
    var directories: [String: DirectorySettings] = [:]
    var items: [SearchResult.Item] = []
    items.reserveCapacity(found.count)
    // Files of one directory stand together, and what holds for one holds for all.
    var last: (directory: String, file: ConfigurationFile)?
    for item in found {
      guard case .file(let target) = item else {
        items.append(item)
        continue
      }
      let file: ConfigurationFile
      if let last, last.directory == target.directory {
        file = last.file
      } else {
        file = loader.configuration(forFileAt: target.path)
        last = (target.directory, file)
      }
      guard let chosen = selection.choose(target, file.configuration) else { continue }
      items.append(.file(chosen))
      if directories[target.directory] != nil { continue }
      directories[target.directory] = DirectorySettings(
        settings, directory: target.directory, configuration: file, process: process)
    }
    self.items = items
    self.directories = directories
    self.settings = settings
    usesBaseline = directories.values.contains { settings.baselinePath(with: $0.configuration) != nil }
    consultedPaths =
      loader.lookedAt + settings.policies.map(\.text.name)
      + directories.values.compactMap { settings.baselinePath(with: $0.configuration) }
    settingFiles =
      settings.policyReports.map { CheckedFile(setting: $0.report, isUnreadable: $0.isUnreadable) }
      + loader.problems.map { CheckedFile(setting: $0.report, isUnreadable: $0.isUnreadable) }
  }

  /// A checked file with what its baseline needs to know.
  func input(_ file: CheckedFile, at index: Int) -> BaselinePass.Input {
    guard case .file(let target) = items[index], let own = directories[target.directory] else {
      return BaselinePass.Input(file: file, baseline: nil, severities: { _ in { $0 } })
    }
    return BaselinePass.Input(
      file: file, baseline: settings.baselinePath(with: own.configuration),
      severities: settings.severities(for: own.configuration))
  }
}
