// A file as the cache knows it, shared by all results that depend on it.

/// The content of a file at some time, and how to see that it is still the same.
struct CachedFile: Sendable, Hashable {
  /// As it was opened.
  let path: String
  /// Where that led to, links resolved.
  let resolved: String
  var stamp: FileStamp
  /// The stamp was taken, and the content read, after this time: nanoseconds since 1970.
  var time: Int
  let digest: Digest
}

extension CachedFile {
  func encode(to encoder: inout CacheEncoder) {
    encoder.add(path)
    encoder.add(resolved)
    stamp.encode(to: &encoder)
    encoder.add(time)
    encoder.add(digest)
  }

  init(from decoder: inout CacheDecoder) throws(CorruptCache) {
    path = try decoder.text()
    resolved = try decoder.text()
    stamp = try FileStamp(from: &decoder)
    time = try decoder.number()
    digest = try decoder.digest()
  }
}
