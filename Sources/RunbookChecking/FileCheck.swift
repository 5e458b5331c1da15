// Checks one file, from its bytes to its diagnostics: the one place where the steps stand in their order.
internal import DiagnosticFilters
internal import Diagnostics
internal import RunbookCompiler
internal import SystemFiles

/// Checks single files.
struct FileCheck: Sendable {
  /// The largest file that is read.
  static let sizeLimit = 1 << 28

  /// The steps of every file: configuration → read → compile → filter → fix.
  ///
  /// `settings` is the configuration of the file's directory. What filters take away or add (ignores, severities)
  /// and what fixes change belongs behind the compilation, before the result is built, so that it is cached with it.
  func check(_ target: CheckTarget, with settings: DirectorySettings) -> CheckedFile {
    if let problem = settings.problem { return CheckedFile(problem, .unreadable) }
    let bytes: [UInt8]
    do {
      if let text = target.text ?? settings.text(of: target.path) {
        bytes = text
      } else {
        // What was found in a directory may be large and no runbook, which is no mistake.
        let limit = target.isNamed ? settings.compiler.fileSizeLimit : Self.sizeLimit
        bytes = try readFile(target.path, limit: min(limit, Self.sizeLimit))
      }
    } catch {
      return unreadable(target, error, settings.compiler)
    }
    let isRunbook = RunbookRecognition.isRunbook(bytes)
    guard target.isNamed || isRunbook else {
      var skipped = CheckedFile.silent(target.path, .notARunbook)
      skipped.facts = CheckFacts(skipped: bytes)
      return skipped
    }
    let result = settings.compiler.compile(
      text: bytes, name: target.path, resolvedPath: target.place?.path, goal: .check)
    let report = DiagnosticReport(
      diagnostics: result.diagnostics, sources: result.sources, path: target.path)
    var file = CheckedFile(settings.filter.apply(to: report))
    file.compilation = result
    file.dependencies = WatchedPaths(result.dependencies)
    file.facts = CheckFacts(
      bytes, isRunbook: isRunbook, result, mayDependOnDay: settings.hasDatedPolicies)
    return file
  }

  /// What was found in a directory and is gone since is passed over; the rest is reported as the compiler does.
  private func unreadable(_ target: CheckTarget, _ error: ReadFileError, _ compiler: Compiler) -> CheckedFile
  {
    if case .system(let error) = error, error.isMissing, !target.isNamed {
      return .silent(target.path, .notARunbook)
    }
    let result = compiler.compile(path: target.path, goal: .check)
    let report = DiagnosticReport(
      diagnostics: result.diagnostics, sources: result.sources, path: target.path)
    return CheckedFile(report, result.isUnreadable ? .unreadable : .checked)
  }
}
