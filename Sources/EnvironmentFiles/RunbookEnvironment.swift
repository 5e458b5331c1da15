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
  ///
  /// - Parameter texts: What stands for the text of a file, by its path.
  package static func forRunbook(
    in directory: String, files: [String], process: Environment, texts: (String) -> [UInt8]? = { _ in nil }
  ) throws(EnvironmentFileError) -> Environment {
    var environment = process
    let beside = PathText.join(directory, ".env")
    if (try? FileStatus.of(beside))?.kind == .file { try environment.load(file: beside, texts: texts) }
    for file in files { try environment.load(file: file, texts: texts) }
    return environment
  }
}

extension Environment {
  /// Reads a file and adds its variables under those of the process.
  ///
  /// - Parameter texts: What stands for the text of a file, by its path.
  package mutating func load(
    file path: String, texts: (String) -> [UInt8]? = { _ in nil }
  ) throws(EnvironmentFileError) {
    let bytes: [UInt8]
    do {
      bytes = if let text = texts(path) { text } else { try readFile(path, limit: 1 << 20) }
    } catch {
      throw EnvironmentFileError(path: path, message: error.description)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw EnvironmentFileError(path: path, message: "the file is not UTF-8")
    }
    add(try readDotenv(text, path: path), from: path)
  }
}
