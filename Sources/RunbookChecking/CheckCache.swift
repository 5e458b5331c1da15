// Remembers the results of checks. Never gives one that a new check would not give.
internal import Diagnostics
internal import EnvironmentFiles
internal import RunbookCompiler
package import SystemFiles

/// The results of earlier checks, in memory, and in a file where there is a place for it.
package final class CheckCache {
  /// A file with more problems is not worth its place.
  private static let maximumDiagnostics = 1_000

  private let storage: CacheStorage?
  private var document: CacheDocument
  private var verification: CacheVerification
  /// Whether the file holds less than the memory.
  private var isChanged = false
  private var today = 0

  /// A cache that lives in a directory; nil: only as long as this object.
  ///
  /// - Parameter directory: Where cache files lie; it is made when there is something to keep.
  package init(in directory: String?) {
    storage = directory.flatMap { CacheStorage(directory: $0) }
    document = storage?.load() ?? CacheStorage.emptyDocument()
    verification = CacheVerification(document, time: 0)
  }

  /// Begins a check: what was seen before is looked at again.
  func begin() {
    let now = SystemClock.now()
    // Results that were replaced leave files behind that nothing needs.
    if document.files.count > 2 * document.results.count + 1_000 { document.keepResults { _ in true } }
    indexes = [:]
    today = now / 86_400_000_000_000
    verification = CacheVerification(document, time: now)
  }

  // MARK: - Results

  /// What a check of a file would give; nil when that is not known.
  func result(of target: CheckTarget, with settings: DirectorySettings) -> CheckedFile? {
    guard target.text == nil, settings.texts.isEmpty, settings.problem == nil,
      let known = document.results[target.path]
    else {
      return nil
    }
    let isSkipped = !known.isRunbook && !target.isNamed
    guard isSkipped || known.report != nil else { return nil }
    guard verification.holds(known, at: target.place, with: settings, &document.files) else { return nil }
    noteUse(of: target.path, known)
    if isSkipped { return .silent(target.path, .notARunbook) }
    return known.report.flatMap { checkedFile(target, known, $0) }
  }

  private func noteUse(of path: String, _ known: CachedResult) {
    guard known.lastUsed + CacheStorage.refreshDays <= today else { return }
    document.results[path]?.lastUsed = today
    isChanged = true
  }

  private func checkedFile(_ target: CheckTarget, _ known: CachedResult, _ report: [UInt8]) -> CheckedFile? {
    var file = CheckedFile.silent(target.path)
    if !report.isEmpty {
      guard let stored = try? StoredReport(report), let sources = sources(of: stored, known) else {
        return nil
      }
      file = CheckedFile(
        DiagnosticReport(
          diagnostics: stored.diagnostics, suppressed: stored.suppressed, sources: sources, path: target.path)
      )
    }
    file.isFromCache = true
    file.dependencies = known.watchedPaths(document.files)
    return file
  }

  /// The texts that spans point into, read again; nil when one is not what it was.
  private func sources(of stored: StoredReport, _ known: CachedResult) -> SourceCollection? {
    var sources = SourceCollection()
    for name in stored.sources {
      guard let index = known.files.first(where: { document.files[$0.value].path == name }) else {
        // A ruleset of the program itself, which no span points into.
        _ = sources.add(SourceText(name: name, bytes: []))
        continue
      }
      guard let bytes = try? readFile(name, limit: FileCheck.sizeLimit),
        Digest(of: bytes) == document.files[index.value].digest
      else { return nil }
      _ = sources.add(SourceText(name: name, bytes: bytes))
    }
    return sources
  }

  // MARK: - Keeping

  /// Keeps a result, if it can be known to be the same again.
  func keep(_ file: CheckedFile, of target: CheckTarget, with settings: DirectorySettings) {
    guard let facts = file.facts, target.text == nil, settings.texts.isEmpty else { return }
    guard let result = entry(file, facts, target, settings) else {
      if document.results.removeValue(forKey: target.path) != nil { isChanged = true }
      return
    }
    document.results[target.path] = result
    isChanged = true
  }

  private func entry(
    _ file: CheckedFile, _ facts: CheckFacts, _ target: CheckTarget, _ settings: DirectorySettings
  ) -> CachedResult? {
    let dependencies = facts.dependencies
    var report: [UInt8]?
    if dependencies != nil {
      guard let bytes = encoded(file.report, facts, settings.environment) else { return nil }
      report = bytes
    }
    guard let files = files(facts, target) else { return nil }
    var directories: [CachedResult.Pair] = []
    for directory in (dependencies?.directories ?? []).sorted() {
      guard let listing = listing(of: directory) else { return nil }
      directories.append(.init(name: directory, digest: listing))
    }
    return CachedResult(
      settings: settings.digest, isRunbook: facts.isRunbook, report: report, files: files,
      absentPaths: dependencies?.absentPaths.sorted() ?? [], directories: directories,
      variables: (dependencies?.variables ?? []).sorted().map { name in
        .init(name: name, digest: verification.digest(of: name, in: settings.environment))
      },
      variableNames: dependencies?.dependsOnVariableNames == true
        ? verification.digestOfNames(in: settings) : nil,
      day: facts.dependsOnDay ? settings.today?.description ?? "" : nil, lastUsed: today)
  }

  /// The diagnostics; nil when they may say what a variable holds, or can't be written down.
  private func encoded(
    _ report: DiagnosticReport, _ facts: CheckFacts, _ environment: Environment
  ) -> [UInt8]? {
    if report.diagnostics.isEmpty, report.suppressed.isEmpty { return [] }
    guard report.diagnostics.count + report.suppressed.count <= Self.maximumDiagnostics else { return nil }
    if facts.dependencies?.variables.contains(where: { environment[$0] != nil }) == true { return nil }
    // What is not to be shown is known to this check alone.
    guard !report.sources.hidesText, pointsIntoFiles(report, facts) else { return nil }
    return StoredReport(
      sources: report.sources.all.map(\.name), diagnostics: report.diagnostics, suppressed: report.suppressed
    ).encoded
  }

  /// Whether every span is in a file that can be read again.
  private func pointsIntoFiles(_ report: DiagnosticReport, _ facts: CheckFacts) -> Bool {
    (report.diagnostics + report.suppressed.map(\.diagnostic)).allSatisfy { diagnostic in
      let labels = diagnostic.labels + diagnostic.flow
      let edits = diagnostic.fixes.flatMap(\.edits)
      let spans = [diagnostic.span].compactMap(\.self) + labels.map(\.span) + edits.map(\.span)
      return spans.allSatisfy {
        $0.source.index == 0 || facts.readFiles[report.sources[$0.source].name] != nil
      }
    }
  }

  /// The files that a result depends on, the file itself first.
  private func files(_ facts: CheckFacts, _ target: CheckTarget) -> [CachedFileIndex]? {
    let others = (facts.dependencies?.files ?? [:]).sorted { $0.key < $1.key }
    var indexes: [CachedFileIndex] = []
    guard
      let own = verification.known(
        target.path, at: target.place, resolved: nil, digest: facts.digest)
    else { return nil }
    // Hardly ever is a file that is checked the child of another: only others are looked for in the table.
    document.files.append(own)
    indexes.append(CachedFileIndex(value: document.files.count - 1))
    for (path, resolved) in others {
      guard let digest = facts.readFiles[path],
        let known = verification.known(path, at: nil, resolved: resolved, digest: digest)
      else { return nil }
      indexes.append(add(known))
    }
    return indexes
  }

  private var indexes: [CachedFile: CachedFileIndex] = [:]

  private func add(_ file: CachedFile) -> CachedFileIndex {
    if let known = indexes[file] { return known }
    document.files.append(file)
    let index = CachedFileIndex(value: document.files.count - 1)
    indexes[file] = index
    return index
  }

  /// The names in a directory; nil when they may have changed since the check looked.
  private func listing(of directory: String) -> Digest? {
    let digest = verification.listing(of: directory)
    guard let status = try? FileStatus.of(directory) else { return digest }
    return FileStamp(status).mayHaveChanged(since: verification.time) ? nil : digest
  }

  // MARK: - The file

  /// Writes what is new, if there is a place for it.
  package func save() throws(SystemError) {
    guard isChanged || verification.hasRenewed, let storage else { return }
    isChanged = false
    try storage.save(document, today: today)
  }
}

extension CachedResult {
  /// The paths whose change may change the result.
  fileprivate func watchedPaths(_ files: [CachedFile]) -> WatchedPaths {
    WatchedPaths(
      files: self.files.flatMap { [files[$0.value].path, files[$0.value].resolved] } + absentPaths,
      directories: directories.map(\.name))
  }
}
