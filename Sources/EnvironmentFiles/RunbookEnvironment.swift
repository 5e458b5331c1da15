// Which environment files a runbook sees.
internal import SystemFiles

extension Environment {
  /// The process's environment over the given files over `.env` beside the runbook, if there is one.
  ///
  /// - Throws: ``EnvironmentFileError`` for a file that was named and can't be read, or is malformed.
  package static func forRunbook(
    at path: String, files: [String]
  ) throws(EnvironmentFileError) -> Environment {
    try forRunbook(in: PathText.parent(of: path), files: files, process: .ofProcess())
  }

  /// The same for every runbook of a directory.
  package static func forRunbook(
    in directory: String, files: [String], process: Environment
  ) throws(EnvironmentFileError) -> Environment {
    var environment = process
    let beside = PathText.join(directory, ".env")
    if (try? FileStatus.of(beside))?.kind == .file { try environment.load(file: beside) }
    for file in files { try environment.load(file: file) }
    return environment
  }
}
