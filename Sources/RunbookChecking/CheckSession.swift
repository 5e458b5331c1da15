// Runs a check over many files: finds them, checks them on several threads, hands the results over in order.
internal import Diagnostics
internal import EnvironmentFiles
internal import ParallelWork
internal import SystemFiles
internal import WorkspaceConfiguration

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
  private let cache: CheckCache?
  /// Everything that the last check looked at, where somebody waits for it to change.
  package private(set) var watchPlan: WatchPlan?

  /// - Parameter cache: Results of earlier checks; nil: every file is read and checked.
  package init(
    _ request: CheckRequest, _ settings: CheckSettings, cache: CheckCache? = nil, isWatched: Bool = false
  ) {
    watchPlan = isWatched ? WatchPlan() : nil
    self.request = request
    self.settings = settings
    self.cache = cache
  }

  /// Checks everything once.
  ///
  /// - Parameter deliver: Takes each file's result as soon as it and those before it are there.
  /// - Returns: What was found, counted.
  package func run(_ deliver: (CheckedFile) -> Void) -> CheckTally {
    cache?.begin()
    let (configured, found) = ConfiguredItems.find(request, settings)
    let (items, directories) = (configured.items, configured.directories)
    if watchPlan != nil {
      watchPlan = WatchPlan(request.paths, found, directories.values)
      watchPlan?.add(WatchedPaths(files: configured.consultedPaths))
    }
    var tally = CheckTally()
    func add(_ file: CheckedFile) {
      tally.add(file)
      deliver(file)
    }
    configured.settingFiles.forEach(add)
    if settings.updatesBaseline, !configured.usesBaseline { add(noBaseline()) }
    // A baseline has to know everything that was found.
    var kept: [BaselinePass.Input] = []
    let known = items.map { knownResult(of: $0, directories) }
    check(items, known, directories) { index, file in
      if case .file(let target) = items[index], !file.isFromCache, let own = directories[target.directory] {
        cache?.keep(file, of: target, with: own)
      }
      watchPlan?.add(file.dependencies)
      if configured.usesBaseline { kept.append(configured.input(file, at: index)) } else { add(file) }
    }
    let outcome = BaselinePass.apply(to: kept, isUpdating: settings.updatesBaseline)
    (outcome.settings + outcome.files).forEach(add)
    (tally.remarks, tally.hasFailed) = (outcome.remarks, outcome.hasFailed)
    if tally.files == 0, tally.unreadable == 0 { add(nothingFound(tally)) }
    return tally
  }

  /// Checks what is not known, on several threads, and hands over everything in order.
  private func check(
    _ items: [SearchResult.Item], _ known: [CheckedFile?], _ directories: [String: DirectorySettings],
    _ deliver: (Int, CheckedFile) -> Void
  ) {
    let open = items.indices.filter { known[$0] == nil }
    let isAlone = items.count == 1
    // One file is checked on this thread; its model takes some twenty times its size.
    if isAlone, case .file(let target)? = items.first, open.count == 1 {
      prepareHeap(forBytes: 20 * min(target.place?.status.size ?? 0, 1 << 24))
    }
    var next = 0
    let check = FileCheck(isKept: cache != nil)
    WorkerThreads.forEachInOrder(open.count, jobs: request.jobs) { index in
      var file = Self.check(items[open[index]], directories, with: check)
      // The models of many files would fill the memory.
      if !isAlone { file.compilation = nil }
      return file
    } deliver: { index, file in
      for other in next..<open[index] { if let file = known[other] { deliver(other, file) } }
      deliver(open[index], file)
      next = open[index] + 1
    }
    for other in next..<items.count { if let file = known[other] { deliver(other, file) } }
  }

  private func knownResult(
    of item: SearchResult.Item, _ directories: [String: DirectorySettings]
  ) -> CheckedFile? {
    guard let cache, case .file(let target) = item, let settings = directories[target.directory] else {
      return nil
    }
    return cache.result(of: target, with: settings)
  }

  private static func check(
    _ item: SearchResult.Item, _ directories: [String: DirectorySettings], with check: FileCheck
  ) -> CheckedFile {
    switch item {
    case .problem(let report): return CheckedFile(report, .unreadable)
    case .file(let target):
      guard let settings = directories[target.directory] else { return .silent(target.path, .notARunbook) }
      return check.check(target, with: settings)
    }
  }

  private func noBaseline() -> CheckedFile {
    let diagnostic = Diagnostic(
      .missingBaseline, "there is no baseline to update", at: nil, path: request.paths[0],
      notes: ["name its file with --baseline, or as 'baseline' in '.wct.yaml'"])
    let report = DiagnosticReport(
      diagnostics: [diagnostic], sources: SourceCollection(), path: request.paths[0])
    return CheckedFile(setting: report, isUnreadable: true)
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
