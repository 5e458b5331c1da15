// Which environment files a runbook sees.
internal import SystemFiles

extension Environment {
  /// The process's environment over the given files over `.env` beside the runbook, if there is one.
  ///
  /// - Throws: ``EnvironmentFileError`` for a file that was named and can't be read, or is malformed.
  package static func forRunbook(
    at path: String, files: [String]
  ) throws(EnvironmentFileError) -> Environment {
    var environment = Environment.ofProcess()
    let beside = PathText.join(PathText.parent(of: path), ".env")
    if (try? FileStatus.of(beside))?.kind == .file { try environment.load(file: beside) }
    for file in files { try environment.load(file: file) }
    return environment
  }
}
