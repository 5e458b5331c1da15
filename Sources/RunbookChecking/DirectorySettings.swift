// What the files of one directory are checked with: its `.env`, and what is configured for it.
internal import DiagnosticFilters
internal import Diagnostics
internal import EnvironmentFiles
internal import FlowPolicies
internal import RunbookCompiler
internal import SystemFiles
internal import WorkspaceConfiguration

/// The settings that hold for the runbooks of one directory.
///
/// A class, as every file of the directory refers to them.
final class DirectorySettings: Sendable {
  /// As paths of its files begin.
  let directory: String
  let compiler: Compiler
  let environment: Environment
  /// Texts that stand for those of files, by the files' resolved paths.
  let texts: [String: [UInt8]]
  let configuration: Configuration
  let filter: ReportFilter
  /// Tells results that were made with other settings from those that were made with these: everything that is
  /// set and configured goes into it, variables and the day excepted.
  let digest: Digest
  /// The day that ignores and exceptions are measured against.
  let today: CalendarDate?
  /// Whether policies may have exceptions that end.
  let hasDatedPolicies: Bool
  /// The files whose content, or absence, these settings follow from.
  let consultedPaths: [String]
  /// Why nothing in this directory can be checked; nil when all is well.
  let problem: DiagnosticReport?

  /// - Parameter process: The variables of the process.
  init(
    _ settings: CheckSettings, directory: String, configuration file: ConfigurationFile, process: Environment
  ) {
    let files = settings.environmentFiles(with: file.configuration)
    let beside = PathText.join(directory, ".env")
    var environment = process
    var problem: DiagnosticReport?
    do {
      environment = try Environment.forRunbook(
        in: directory, files: files, process: process, texts: { settings.text(of: $0) })
    } catch {
      problem = error.report
    }
    let configuration = file.configuration
    compiler = Compiler(settings.options(for: configuration, environment: environment))
    filter = settings.filter(for: configuration)
    digest = Digest(ofTexts: settings.identity + Self.identity(of: file))
    today = settings.today
    hasDatedPolicies = (settings.policies + [configuration.policy].compactMap(\.self)).contains {
      DatedText.isIn($0.text.bytes)
    }
    self.directory = directory
    self.configuration = configuration
    texts = settings.texts
    self.environment = environment
    self.problem = problem
    consultedPaths = [beside] + files
  }

  /// What tells one configuration from another: the text of its file, and what was found of what it names.
  private static func identity(of file: ConfigurationFile) -> [String] {
    let texts = file.report.sources.all.flatMap { [$0.name, "\(Digest(of: $0.bytes))"] }
    let rulesets = file.configuration.rulesets.flatMap { [$0.name, $0.directory.path] }
    return ["configuration"] + texts + ["rulesets"] + rulesets
  }

  /// The text that stands for that of a file, if there is one.
  func text(of path: String) -> [UInt8]? { CheckSettings.text(of: path, among: texts) }
}
