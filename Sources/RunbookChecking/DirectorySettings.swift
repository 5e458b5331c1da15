// What the files of one directory are checked with: its `.env`, and what is configured for it.
internal import Diagnostics
internal import EnvironmentFiles
internal import RunbookCompiler
internal import SystemFiles

/// The settings that hold for the runbooks of one directory.
struct DirectorySettings: Sendable {
  let compiler: Compiler
  let environment: Environment
  /// Texts that stand for those of files, by the files' resolved paths.
  let texts: [String: [UInt8]]
  /// The files whose content, or absence, these settings follow from.
  let consultedPaths: [String]
  /// Why nothing in this directory can be checked; nil when all is well.
  let problem: Diagnostic?

  /// - Parameter process: The variables of the process.
  init(_ settings: CheckSettings, directory: String, process: Environment) {
    let beside = PathText.join(directory, ".env")
    var environment = process
    var problem: Diagnostic?
    do {
      environment = try Environment.forRunbook(
        in: directory, files: settings.environmentFiles, process: process)
    } catch {
      problem = Diagnostic(.environmentFile, error.description, at: nil, path: error.path)
    }
    var options = CompilerOptions(
      catalog: settings.catalog, rulesets: settings.rulesets, environment: environment,
      lateBinding: settings.lateBinding)
    options.texts = settings.texts
    compiler = Compiler(options)
    texts = settings.texts
    self.environment = environment
    self.problem = problem
    consultedPaths = [beside] + settings.environmentFiles
  }

  /// The text that stands for that of a file, if there is one.
  func text(of path: String) -> [UInt8]? {
    texts.isEmpty ? nil : (try? resolvePath(path)).flatMap { texts[$0] }
  }
}
