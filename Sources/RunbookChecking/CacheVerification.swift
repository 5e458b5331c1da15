// Whether what the cache knows still holds. Looks at each file once in a check, however many results depend on it.
internal import Diagnostics
internal import EnvironmentFiles
internal import SystemFiles

/// The look at the files that a document knows.
struct CacheVerification {
  /// When this check began, in nanoseconds since 1970; whatever is read from now on is read after it.
  let time: Int
  /// Whether stamps were renewed that will spare a later check from reading.
  private(set) var hasRenewed = false
  private let salt: Digest
  private var places = CanonicalPaths()
  private var verdicts: [Bool?]
  private var absences: [String: Bool] = [:]
  private var listings: [String: Digest] = [:]
  private var nameDigests: [String: Digest] = [:]

  init(_ document: CacheDocument, time: Int) {
    self.time = time
    salt = document.salt
    verdicts = Array(repeating: nil, count: document.files.count)
  }

  // MARK: - Results

  /// Whether everything that a result depends on is as it was. Stamps that were renewed are put into `files`.
  ///
  /// - Parameter place: Of the file itself.
  mutating func holds(
    _ result: CachedResult, at place: CanonicalPaths.Place?, with settings: DirectorySettings,
    _ files: inout [CachedFile]
  )
    -> Bool
  {
    guard result.settings == settings.digest else { return false }
    if let day = result.day, day != settings.today?.description ?? "" { return false }
    guard let own = result.files.first, isUnchanged(own, &files, at: place) else { return false }
    for index in result.files.dropFirst() where !isUnchanged(index, &files, at: nil) { return false }
    for path in result.absentPaths where !isAbsent(path) { return false }
    for directory in result.directories where listing(of: directory.name) != directory.digest { return false }
    for variable in result.variables {
      guard digest(of: variable.name, in: settings.environment) == variable.digest else { return false }
    }
    return result.variableNames.map { $0 == digestOfNames(in: settings) } ?? true
  }

  // MARK: - Files

  private mutating func isUnchanged(
    _ index: CachedFileIndex, _ files: inout [CachedFile], at place: CanonicalPaths.Place?
  ) -> Bool {
    if index.value < verdicts.count, let verdict = verdicts[index.value] { return verdict }
    let verdict = look(at: &files[index.value], place)
    while verdicts.count <= index.value { verdicts.append(nil) }
    verdicts[index.value] = verdict
    return verdict
  }

  private mutating func look(at file: inout CachedFile, _ place: CanonicalPaths.Place?) -> Bool {
    guard let place = place ?? places.file(file.path), place.path == file.resolved, place.status.kind == .file
    else {
      return false
    }
    let stamp = FileStamp(place.status)
    if stamp == file.stamp, !stamp.isRacy(readAfter: file.time) { return true }
    guard stamp.size == file.stamp.size, let bytes = try? readFile(file.path, limit: FileCheck.sizeLimit),
      Digest(of: bytes) == file.digest
    else { return false }
    // The same content under another stamp, or read late enough to trust the stamp from now on.
    file.stamp = stamp
    file.time = time
    hasRenewed = hasRenewed || !stamp.isRacy(readAfter: time)
    return true
  }

  private mutating func isAbsent(_ path: String) -> Bool {
    if let known = absences[path] { return known }
    var isAbsent = false
    do { _ = try FileStatus.of(path) } catch { isAbsent = error.isMissing }
    absences[path] = isAbsent
    return isAbsent
  }

  /// The digest of a directory's names; one that is not there has a digest of its own.
  mutating func listing(of directory: String) -> Digest {
    if let known = listings[directory] { return known }
    var encoder = CacheEncoder()
    let entries = try? listDirectory(directory)
    encoder.add(optional: entries) { encoder, entries in encoder.add(list: entries) { $0.add($1.name) } }
    let digest = Digest(of: encoder.bytes)
    listings[directory] = digest
    return digest
  }

  // MARK: - Variables

  /// The salted digest of a variable's value, or of its absence.
  func digest(of variable: String, in environment: Environment) -> Digest {
    var encoder = CacheEncoder()
    encoder.add(salt)
    encoder.add(variable)
    encoder.add(optional: environment[variable]) { $0.add($1) }
    // Diagnostics say where a value comes from.
    if case .file(let path, let line)? = environment.origin(of: variable) {
      encoder.add(path)
      encoder.add(line)
    }
    return Digest(of: encoder.bytes)
  }

  /// The salted digest of the names of all variables.
  mutating func digestOfNames(in settings: DirectorySettings) -> Digest {
    if let known = nameDigests[settings.directory] { return known }
    var encoder = CacheEncoder()
    encoder.add(salt)
    encoder.add(list: settings.environment.names) { $0.add($1) }
    let digest = Digest(of: encoder.bytes)
    nameDigests[settings.directory] = digest
    return digest
  }

  /// A file for a result that was just made; nil when it is gone, no file any more, or elsewhere.
  ///
  /// - Parameter place: Where it was before it was read; nil: it is looked for now.
  mutating func known(
    _ path: String, at place: CanonicalPaths.Place?, resolved: String?, digest: Digest
  ) -> CachedFile? {
    guard let place = place ?? places.file(path), place.status.kind == .file else { return nil }
    if let resolved, resolved != place.path { return nil }
    return CachedFile(
      path: path, resolved: place.path, stamp: FileStamp(place.status), time: time, digest: digest)
  }
}
