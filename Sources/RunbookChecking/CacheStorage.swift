// Where cache files lie, how they are replaced, and when they go. Does not know what results are.
internal import SystemFiles

/// The cache file of the working directory.
struct CacheStorage {
  /// Results that were of no use for so long are dropped.
  private static let keptDays = 30
  /// After so many days a result that was of use is marked as such, so that most checks write nothing.
  static let refreshDays = 7
  /// Bytes of one cache file, and of all together.
  private static let fileLimit = 32 << 20
  private static let totalLimit = 256 << 20

  private let directory: String
  private let workingDirectory: String
  private let program: Digest

  /// Nil when it can't be told which program this is: another build may find other problems.
  init?(directory: String) {
    guard let own = try? FileStatus.of("/proc/self/exe") else { return nil }
    var encoder = CacheEncoder()
    FileStamp(own).encode(to: &encoder)
    program = Digest(of: encoder.bytes)
    self.directory = directory
    workingDirectory = currentDirectory()
  }

  private var path: String {
    "\(directory)/check-\(hexadecimal(Digest(ofTexts: [workingDirectory]).first)).cache"
  }

  private func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func emptyDocument(program: Digest = Digest(ofTexts: []), directory: String = "") -> CacheDocument {
    var random = SystemRandomNumberGenerator()
    let salt = Digest(words: (random.next(), random.next(), random.next(), random.next()))
    return CacheDocument(program: program, directory: directory, salt: salt)
  }

  /// What an earlier check left; an empty document where there is none that can be used.
  func load() -> CacheDocument {
    read() ?? Self.emptyDocument(program: program, directory: workingDirectory)
  }

  private func read() -> CacheDocument? {
    guard let bytes = try? readFile(path, limit: 2 * Self.fileLimit) else { return nil }
    return try? CacheDocument(bytes, program: program, directory: workingDirectory)
  }

  /// Replaces the file. What another check wrote in the meantime is kept where this one knows nothing newer.
  func save(_ document: CacheDocument, today: Int) throws(SystemError) {
    var document = document
    if let other = read() { document.merge(other) }
    document.keepResults { $0.lastUsed + Self.keptDays > today }
    var bytes = document.encoded
    if bytes.count > Self.fileLimit {
      document.keepResults { $0.lastUsed == today }
      bytes = document.encoded
    }
    guard bytes.count <= Self.fileLimit else { return try removeFile(path) }
    let isNew = (try? FileStatus.of(path)) == nil
    try makeDirectory(directory, permissions: 0o700)
    // A cache may get lost when the power fails: it says itself whether it is whole.
    try writeFile(path, bytes, permissions: 0o600, isDurable: false)
    if isNew { evict() }
  }

  /// Removes the cache files of other directories that have not been written for longest, until the rest fits.
  private func evict() {
    let entries = (try? listDirectory(directory)) ?? []
    let files = entries.compactMap(\.text).filter { $0.hasPrefix("check-") && $0.hasSuffix(".cache") }
    let known = files.compactMap { name in
      (try? FileStatus.of("\(directory)/\(name)")).map { (path: "\(directory)/\(name)", status: $0) }
    }
    var total = known.reduce(0) { $0 + $1.status.size }
    for file in known.sorted(by: { $0.status.modified < $1.status.modified }) where total > Self.totalLimit {
      guard file.path != path else { continue }
      try? removeFile(file.path)
      total -= file.status.size
    }
  }
}
