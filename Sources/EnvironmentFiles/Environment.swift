// The variables that substitution sees: the process's environment over environment files.
internal import Glibc

/// Variables by name, each from the process or from a file.
package struct Environment: Sendable {
  private var process: [String: String]
  /// What the files say; a later file wins over an earlier one.
  private var files: [String: FileVariable] = [:]
  /// The files that were read, in order.
  package private(set) var filePaths: [String] = []

  package init(process: [String: String]) { self.process = process }

  /// The environment of this process.
  package static func ofProcess() -> Environment {
    var variables: [String: String] = [:]
    var entry = unsafe environ
    // `environ` ends with a null pointer; each entry is a C string that lives as long as the process.
    while let text = unsafe entry.pointee {
      let parts = unsafe String(cString: text).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      unsafe entry = entry.advanced(by: 1)
    }
    return Environment(process: variables)
  }

  /// The value of a variable: the process's own, else a file's.
  package subscript(_ name: String) -> String? { process[name] ?? files[name]?.value }

  /// Where the value of a variable comes from; nil for one that is not set.
  package func origin(of name: String) -> Origin? {
    if process[name] != nil { return .process }
    return files[name].map { .file($0.path, line: $0.line) }
  }

  /// Where a variable is set.
  package enum Origin: Sendable, Hashable {
    case process
    /// The path as it was given; the line from 1.
    case file(String, line: Int)
  }

  private struct FileVariable: Sendable {
    let value: String
    let path: String
    let line: Int
  }

  /// All names, sorted; for did-you-mean.
  package var names: [String] { Set(process.keys).union(files.keys).sorted() }

  /// Adds what a file says.
  package mutating func add(_ variables: [String: DotenvVariable], from path: String) {
    for (name, variable) in variables {
      files[name] = FileVariable(value: variable.value, path: path, line: variable.line)
    }
    filePaths.append(path)
  }
}
