// The file that holds the cache of one directory's checks: its layout, and what makes it unusable.

/// Everything that is known of the checks that were run in one directory.
struct CacheDocument: Sendable {
  /// What reads and writes the cache: another build's cache is of no use.
  let program: Digest
  /// The absolute path of the directory that paths are relative to.
  let directory: String
  /// Goes into the digests of variables, so that their values can't be looked up in a table.
  let salt: Digest
  var files: [CachedFile] = []
  /// By path, as shown to people.
  var results: [String: CachedResult] = [:]

  private static let magic = Array("wct check cache 1\n".utf8)
  private static let digestSize = 32

  init(program: Digest, directory: String, salt: Digest) {
    self.program = program
    self.directory = directory
    self.salt = salt
  }

  /// The bytes, with a digest over all of them at the end.
  var encoded: [UInt8] {
    var encoder = CacheEncoder(
      beginning: Self.magic, expecting: 1_000 + 200 * files.count + 200 * results.count)
    encoder.add(program)
    encoder.add(directory)
    encoder.add(salt)
    encoder.add(list: files) { $1.encode(to: &$0) }
    encoder.add(list: results) { encoder, entry in
      encoder.add(entry.key)
      entry.value.encode(to: &encoder)
    }
    encoder.add(Digest(of: encoder.bytes))
    return encoder.bytes
  }

  /// Reads what was written by the same program for the same directory.
  init(_ bytes: [UInt8], program: Digest, directory: String) throws(CorruptCache) {
    let end = bytes.count - Self.digestSize
    guard end > Self.magic.count, bytes.starts(with: Self.magic) else { throw CorruptCache() }
    var seal = CacheDecoder(bytes[end...])
    guard try seal.digest() == Digest(of: Array(bytes[..<end])) else { throw CorruptCache() }
    var decoder = CacheDecoder(bytes[Self.magic.count..<end])
    guard try decoder.digest() == program, try decoder.text() == directory else { throw CorruptCache() }
    self.init(program: program, directory: directory, salt: try decoder.digest())
    files = try decoder.list(CachedFile.init(from:))
    let entries = try decoder.list { (decoder) throws(CorruptCache) in
      (try decoder.text(), try CachedResult(from: &decoder, fileCount: files.count))
    }
    guard decoder.isAtEnd else { throw CorruptCache() }
    results = Dictionary(entries) { $1 }
  }
}

extension CacheDocument {
  /// Takes over the results of another document that this one does not hold; those with variables only where their
  /// digests have the same salt.
  mutating func merge(_ other: CacheDocument) {
    var indexes: [CachedFileIndex: CachedFileIndex] = [:]
    for (path, result) in other.results where results[path] == nil {
      let hasVariables = !result.variables.isEmpty || result.variableNames != nil
      guard salt == other.salt || !hasVariables else { continue }
      var taken = result
      taken.files = result.files.map { index in
        if let known = indexes[index] { return known }
        files.append(other.files[index.value])
        let own = CachedFileIndex(value: files.count - 1)
        indexes[index] = own
        return own
      }
      results[path] = taken
    }
  }

  /// Keeps the results that fit, and the files that they depend on.
  mutating func keepResults(where isKept: (CachedResult) -> Bool) {
    let references = results.values.reduce(0) { $0 + $1.files.count }
    // Most often everything stays; files that are shared count as often as they are named.
    if files.count <= references, results.values.allSatisfy(isKept) { return }
    results = results.filter { isKept($0.value) }
    var indexes: [CachedFileIndex: CachedFileIndex] = [:]
    var kept: [CachedFile] = []
    for (path, result) in results {
      let own = result.files.map { index in
        if let known = indexes[index] { return known }
        kept.append(files[index.value])
        indexes[index] = CachedFileIndex(value: kept.count - 1)
        return CachedFileIndex(value: kept.count - 1)
      }
      results[path]?.files = own
    }
    files = kept
  }
}
