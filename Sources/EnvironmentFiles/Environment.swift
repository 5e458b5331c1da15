// The variables that substitution sees: the process's environment over environment files.
internal import Glibc

/// Variables by name, each from the process or from a file.
package struct Environment: Sendable {
  private var process: [String: String]
  /// What the files say; a later file wins over an earlier one.
  private var files: [String: String] = [:]
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
  package subscript(_ name: String) -> String? { process[name] ?? files[name] }

  /// All names, sorted; for did-you-mean.
  package var names: [String] { Set(process.keys).union(files.keys).sorted() }

  /// Adds what a file says.
  package mutating func add(_ variables: [String: String], from path: String) {
    files.merge(variables) { _, later in later }
    filePaths.append(path)
  }
}
