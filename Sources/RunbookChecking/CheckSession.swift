// Runs a check over many files: finds them, checks them on several threads, hands the results over in order.
internal import Diagnostics
internal import EnvironmentFiles
internal import SystemFiles

/// What a check is asked for.
package struct CheckRequest: Sendable {
  /// Files, directories, globs, and `-`; none stands for the working directory.
  package var paths: [String]
  package var exclusion: Exclusion
  /// What `-` stands for.
  package var standardInput: (name: String, text: [UInt8])?
  /// How many files are checked at once.
  package var jobs: Int

  package init(
    paths: [String], exclusion: Exclusion = Exclusion(), standardInput: (name: String, text: [UInt8])? = nil,
    jobs: Int = WorkerThreads.processorCount
  ) {
    self.paths = paths.isEmpty ? ["."] : paths
    self.exclusion = exclusion
    self.standardInput = standardInput
    self.jobs = jobs
  }
}

/// Checks what a request asks for; may be run again, and then sees what has changed.
package final class CheckSession {
  private let request: CheckRequest
  private let settings: CheckSettings

  package init(_ request: CheckRequest, _ settings: CheckSettings) {
    self.request = request
    self.settings = settings
  }

  /// Checks everything once.
  ///
  /// - Parameter deliver: Takes each file's result as soon as it and those before it are there.
  /// - Returns: What was found, counted.
  package func run(_ deliver: (CheckedFile) -> Void) -> CheckTally {
    let search = RunbookSearch(excluding: request.exclusion, standardInput: request.standardInput)
    let items = search.find(request.paths).items
    var tally = CheckTally()
    let directories = directorySettings(items)
    let isAlone = items.count == 1
    WorkerThreads.forEachInOrder(items.count, jobs: request.jobs) { index in
      var file = Self.check(items[index], directories)
      // The models of many files would fill the memory.
      if !isAlone { file.compilation = nil }
      return file
    } deliver: { _, file in
      tally.add(file)
      deliver(file)
    }
    guard tally.files == 0, tally.unreadable == 0 else { return tally }
    let nothing = nothingFound(tally)
    tally.add(nothing)
    deliver(nothing)
    return tally
  }

  private static func check(
    _ item: SearchResult.Item, _ directories: [String: DirectorySettings]
  ) -> CheckedFile {
    switch item {
    case .problem(let report): return CheckedFile(report, .unreadable)
    case .file(let target):
      guard let settings = directories[target.directory] else { return .silent(target.path, .notARunbook) }
      return FileCheck().check(target, with: settings)
    }
  }

  /// The settings of every directory that holds a file.
  private func directorySettings(_ items: [SearchResult.Item]) -> [String: DirectorySettings] {
    let process = Environment.ofProcess()
    var directories: [String: DirectorySettings] = [:]
    for case .file(let target) in items where directories[target.directory] == nil {
      directories[target.directory] = DirectorySettings(
        settings, directory: target.directory, process: process)
    }
    return directories
  }

  private func nothingFound(_ tally: CheckTally) -> CheckedFile {
    let places = request.paths.joined(separator: ", ")
    let diagnostic = Diagnostic(
      .nothingToCheck, "there is no runbook in \(places)", at: nil, path: request.paths[0],
      notes: [
        "of the YAML files there, none has 'artifacts' at its top level (\(tally.skipped) looked at)",
        "name a file to have it checked whatever it holds",
      ])
    let report = DiagnosticReport(
      diagnostics: [diagnostic], sources: SourceCollection(), path: request.paths[0])
    return CheckedFile(report, .unreadable)
  }
}
