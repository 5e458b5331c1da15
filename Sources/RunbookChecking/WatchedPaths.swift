// What a result depends on, for those who wait for it to change.
internal import RunbookCompiler

/// Files and directories whose change may change a result.
struct WatchedPaths: Sendable {
  /// They need not exist.
  var files: [String] = []
  /// Directories whose entries matter; they need not exist.
  var directories: [String] = []

  init(files: [String] = [], directories: [String] = []) {
    self.files = files
    self.directories = directories
  }

  init(_ dependencies: CompilationDependencies) {
    files = dependencies.files.flatMap { [$0.key, $0.value] } + Array(dependencies.absentPaths)
    directories = Array(dependencies.directories)
  }
}
