// What the files of one directory are checked with: its `.env`, and what is configured for it.
internal import DiagnosticFilters
internal import Diagnostics
internal import EnvironmentFiles
internal import RunbookCompiler
internal import SystemFiles
internal import WorkspaceConfiguration

/// The settings that hold for the runbooks of one directory.
struct DirectorySettings: Sendable {
  let compiler: Compiler
  let environment: Environment
  let configuration: Configuration
  let filter: ReportFilter
  /// The files whose content, or absence, these settings follow from.
  let consultedPaths: [String]
  /// Why nothing in this directory can be checked; nil when all is well.
  let problem: DiagnosticReport?

  /// - Parameter process: The variables of the process.
  init(
    _ settings: CheckSettings, directory: String, configuration: Configuration, process: Environment
  ) {
    let files = settings.environmentFiles(with: configuration)
    let beside = PathText.join(directory, ".env")
    var environment = process
    var problem: DiagnosticReport?
    do {
      environment = try Environment.forRunbook(
        in: directory, files: files, process: process)
    } catch {
      problem = error.report
    }
    compiler = Compiler(settings.options(for: configuration, environment: environment))
    filter = settings.filter(for: configuration)
    self.configuration = configuration
    self.environment = environment
    self.problem = problem
    consultedPaths = [beside] + files
  }
}
