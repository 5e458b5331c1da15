// What one check read, so that its result can be kept. Does not know how it is kept.
internal import Diagnostics
internal import RunbookCompiler

/// Everything that a result follows from, besides variables, whose values never leave the settings.
struct CheckFacts: Sendable {
  /// Of the file itself.
  let digest: Digest
  let isRunbook: Bool
  /// Nil when the file was only looked at.
  let dependencies: CompilationDependencies?
  /// Whether something in it may end on a day: an ignore, an exception of a policy.
  let dependsOnDay: Bool
  /// The digest of every other file that was read, by path.
  let readFiles: [String: Digest]

  /// A file that holds no runbook.
  init(skipped bytes: [UInt8]) {
    (digest, isRunbook, dependencies, readFiles) = (Digest(of: bytes), false, nil, [:])
    dependsOnDay = false
  }

  /// A file that was checked; nil when its result can't be told to be the same again.
  init?(_ bytes: [UInt8], isRunbook: Bool, _ result: CompilationResult, mayDependOnDay: Bool) {
    guard result.dependencies.isComplete else { return nil }
    var readFiles: [String: Digest] = [:]
    for text in result.sources.all.dropFirst() where result.dependencies.files[text.name] != nil {
      let digest = Digest(of: text.bytes)
      // Read twice, and changed in between.
      if let other = readFiles.updateValue(digest, forKey: text.name), other != digest { return nil }
    }
    for (path, resolved) in result.dependencies.files where readFiles[path] == nil {
      // The same file under another name was read once.
      let twin = result.dependencies.files.first { $0.value == resolved && readFiles[$0.key] != nil }
      guard let digest = twin.flatMap({ readFiles[$0.key] }) else { return nil }
      readFiles[path] = digest
    }
    dependsOnDay = mayDependOnDay || result.sources.all.contains { DatedText.isIn($0.bytes) }
    self.digest = Digest(of: bytes)
    self.isRunbook = isRunbook
    self.readFiles = readFiles
    dependencies = result.dependencies
  }
}
