// What the options name besides runbooks, and whether it can be used.
internal import CommandSupport
internal import Diagnostics
internal import EnvironmentFiles
internal import RunbookChecking
internal import RunbookCompiler
internal import SystemFiles

/// What is wrong with the files and directories that options name.
struct Surroundings {
  fileprivate(set) var reports: [DiagnosticReport] = []
  /// Whether one of them could not be read at all.
  fileprivate(set) var isUnreadable = false

  fileprivate mutating func add(_ report: DiagnosticReport, isUnreadable: Bool) {
    reports.append(report)
    self.isUnreadable = self.isUnreadable || isUnreadable
  }
}

extension CompileOptions {
  /// The compiler for one runbook, for commands that show no reports.
  func compilerOrError(
    forRunbookAt path: String, policies: LoadedPolicies, earlierRuns: StoredRuns?
  ) throws(ProgramError) -> (compiler: Compiler, environmentFiles: [String]) {
    do {
      return try compiler(forRunbookAt: path, policies: policies, earlierRuns: earlierRuns)
    } catch {
      throw ProgramError(
        error.isUnreadable ? .unreadableEnvironmentFile : .malformedEnvironmentFile, error.description,
        leaving: error.isUnreadable ? .usage : .failed)
    }
  }

  /// Looks at the files of `--env-file` and the directories of `--rulesets`.
  func surroundings() -> Surroundings {
    var found = Surroundings()
    for file in environmentFiles {
      var environment = Environment(process: [:])
      do {
        try environment.load(file: file)
      } catch {
        found.add(error.report, isUnreadable: error.isUnreadable)
      }
    }
    for (name, path) in rulesetDirectories.compactMap(rulesetDirectory)
    where (try? FileStatus.of(path))?.kind != .directory {
      let problem = Diagnostic(
        .missingDirectory, "--rulesets \(name): there is no directory '\(path)'", at: nil, path: path)
      found.add(
        DiagnosticReport(diagnostics: [problem], sources: SourceCollection(), path: path), isUnreadable: true)
    }
    return found
  }
}
