// Takes what a connector would read: digests the listing, stores it, remembers digests of files.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

/// The listing of one source while it is told, part by part.
///
/// Its digest is that of the listing's bytes, which are those of an artifact whose items are the parts.
final class SourceRecorder: SourcePartSink {
  /// How long a file must have been left alone before its digest is remembered (nanoseconds): a change within
  /// one tick of a file system's clock would not show in its times. FAT counts in steps of two seconds.
  private static let settlingTime = 2_000_000_000
  private static let groupSize = 1_000

  private let memory: any RunMemory
  private let startedAt: Int
  private let listing: (any ArtifactWriter)?
  /// The parts themselves, up to so many; nil: none are kept.
  private(set) var parts: [SourcePart]?
  private let keptLimit: Int
  private let isReadOnly: Bool
  private var hasher = ContentHasher()
  private var count = 0
  private var fresh: [FileIdentity: ContentDigest] = [:]

  /// A recorder that stores the listing, or one that changes nothing and keeps the first parts in memory.
  init(_ memory: any RunMemory, at time: Timestamp, storesListing: Bool, keeping limit: Int = 0) throws {
    self.memory = memory
    startedAt = time.microseconds &* 1_000
    listing = storesListing ? try memory.makeListing() : nil
    isReadOnly = !storesListing && limit > 0
    parts = limit > 0 ? [] : nil
    keptLimit = limit
  }

  func append(_ part: SourcePart) throws {
    let json = part.json
    hasher.update(JSONWriter.bytes(of: json) + [0x0A])
    try listing?.append(json)
    count += 1
    if count <= keptLimit { parts?.append(part) }
  }

  func digests(of files: [FileIdentity]) -> [ContentDigest?] {
    let unknown = files.filter { fresh[$0] == nil }
    // A store that can't be read costs time here, not the run; it fails where it matters.
    let stored = unknown.isEmpty ? [] : (try? memory.digests(of: unknown)) ?? []
    var rest = stored[...]
    return files.map { file in fresh[file] ?? rest.popFirst() ?? nil }
  }

  func remember(_ digest: ContentDigest, of file: FileIdentity) {
    guard !isReadOnly, isSettled(file) else { return }
    fresh[file] = digest
    if fresh.count >= Self.groupSize { flush() }
  }

  private func isSettled(_ file: FileIdentity) -> Bool {
    max(file.modified, file.changed) < startedAt &- Self.settlingTime
  }

  private func flush() {
    if !fresh.isEmpty { try? memory.remember(fresh) }
    fresh = [:]
  }

  /// The digest of everything told.
  func finish() throws -> ContentDigest {
    flush()
    let head: JSONObject = ["parts": .integer(count)]
    hasher.update(JSONWriter.bytes(of: .object(head)) + [0x0A])
    _ = try listing?.finish(head: head)
    return hasher.finalised()
  }
}
