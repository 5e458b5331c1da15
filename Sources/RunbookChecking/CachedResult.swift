// The result of checking one file, with everything that it depends on.

/// What the cache holds of one checked file.
struct CachedResult: Sendable {
  /// The digest of the settings that it was checked with.
  let settings: Digest
  /// Whether it is recognised as a runbook where it is found in a directory.
  let isRunbook: Bool
  /// The diagnostics, encoded, empty where there are none; nil when it was only looked at, not checked.
  let report: [UInt8]?
  /// The file itself, then every other one that was read.
  var files: [CachedFileIndex]
  /// Paths at which there must be nothing.
  let absentPaths: [String]
  /// Directories, each with the digest of its entries' names.
  let directories: [Pair]
  /// Variables, each with the salted digest of its value.
  let variables: [Pair]
  /// The salted digest of all variables' names, where these mattered.
  let variableNames: Digest?
  /// The only day on which it holds, as it is written; nil: on every day.
  let day: String?
  /// The day, counted from 1970, on which it was last of use.
  var lastUsed: Int

  struct Pair: Sendable, Hashable {
    let name: String
    let digest: Digest
  }
}

/// The place of a ``CachedFile`` in the table of all files.
struct CachedFileIndex: Hashable, Sendable {
  let value: Int
}

extension CachedResult {
  func encode(to encoder: inout CacheEncoder) {
    encoder.add(settings)
    encoder.add(isRunbook)
    encoder.add(optional: report) { $0.add($1) }
    encoder.add(list: files) { $0.add(count: $1.value) }
    encoder.add(list: absentPaths) { $0.add($1) }
    encoder.add(list: directories) { Self.encode($1, to: &$0) }
    encoder.add(list: variables) { Self.encode($1, to: &$0) }
    encoder.add(optional: variableNames) { $0.add($1) }
    encoder.add(optional: day) { $0.add($1) }
    encoder.add(count: lastUsed)
  }

  private static func encode(_ pair: Pair, to encoder: inout CacheEncoder) {
    encoder.add(pair.name)
    encoder.add(pair.digest)
  }

  /// - Parameter fileCount: The size of the table that indexes point into.
  init(from decoder: inout CacheDecoder, fileCount: Int) throws(CorruptCache) {
    settings = try decoder.digest()
    isRunbook = try decoder.flag()
    report = try decoder.optional { (decoder) throws(CorruptCache) in try decoder.content() }
    files = try decoder.list { (decoder) throws(CorruptCache) in CachedFileIndex(value: try decoder.count()) }
    guard !files.isEmpty, files.allSatisfy({ $0.value < fileCount }) else { throw CorruptCache() }
    absentPaths = try decoder.list { (decoder) throws(CorruptCache) in try decoder.text() }
    directories = try decoder.list(Self.pair)
    variables = try decoder.list(Self.pair)
    variableNames = try decoder.optional { (decoder) throws(CorruptCache) in try decoder.digest() }
    day = try decoder.optional { (decoder) throws(CorruptCache) in try decoder.text() }
    lastUsed = try decoder.count()
  }

  private static func pair(_ decoder: inout CacheDecoder) throws(CorruptCache) -> Pair {
    Pair(name: try decoder.text(), digest: try decoder.digest())
  }
}
