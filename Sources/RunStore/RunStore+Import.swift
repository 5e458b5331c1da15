// Takes a run out of an archive into a store, once everything in it was checked.
internal import ComponentKit
package import ExecutionPlan
internal import FoundationEssentials
internal import GRDB
internal import PlanMachine
package import RunHistory
internal import SystemFiles

/// What came of an import.
package struct ImportedRun: Sendable {
  package let record: RunRecord
  /// Whether the store had the run already, just so.
  package let wasKnown: Bool
}

extension RunStore {
  /// Takes a run out of an archive.
  ///
  /// Nothing is written before everything was read and checked: the form of every entry, all digests, the plan, the
  /// journal, and that nothing is missing or left over.
  /// - Parameter verify: Whether the plan may run at all.
  /// - Throws: ``ArchiveError``, what `verify` throws, ``StoreError``.
  package func importRun(
    from path: String, verify: ([UInt8]) throws -> VerifiedPlan
  ) throws -> ImportedRun {
    let use = try StoreUse.shared(layout)
    let contents = try ArchiveContents(path)
    let run = try ArchivedRun(
      manifest: contents.manifest, journal: contents.journal, requests: contents.requests)
    try contents.check(run)
    let plan = try verify(try contents.bytes(of: run.plan, in: path))
    guard plan.id == run.record.planID, plan.plan.instructions.count == run.instructionCount,
      plan.plan.runbook.name == run.record.runbookName
    else { throw ArchiveError("the run is not one of its plan") }
    if try isKnown(run) { return ImportedRun(record: run.record, wasKnown: true) }
    try copyBlobs(contents, path)
    try insert(run)
    withExtendedLifetime(use) {}
    return ImportedRun(record: run.record, wasKnown: false)
  }

  /// Whether the store has exactly this run.
  private func isKnown(_ run: ArchivedRun) throws -> Bool {
    guard try has(run.record.id) else { return false }
    let known = try archived(run.record.id)
    guard known.manifest == run.manifest, known.journal == run.journal, known.requests == run.requests else {
      throw ArchiveError("the store has another run \(run.record.id), or that run went on since")
    }
    return true
  }

  private func has(_ run: RunID) throws -> Bool {
    try database.read { db in
      try Int.fetchOne(db, sql: "SELECT 1 FROM run WHERE id = ?", arguments: [run.text]) != nil
    }
  }

  /// The digest is taken again: the archive may have changed since it was checked.
  private func copyBlobs(_ contents: ArchiveContents, _ path: String) throws {
    var reader = try TarReader(path)
    for (digest, place) in contents.blobs.sorted(by: { $0.value.offset < $1.value.offset }) {
      let writer = try BlobWriter(layout, schema: SchemaReference("raw"))
      try reader.seek(toContentAt: place.offset)
      try reader.content(place.size) { try writer.append(raw: $0) }
      guard try writer.finish(raw: []) == digest else { throw ArchiveError("it changed while it was read") }
    }
  }

  private func insert(_ run: ArchivedRun) throws {
    var state = RunState(instructionCount: run.instructionCount)
    for transition in run.transitions { _ = state.apply(transition) }
    try database.write(.power) { db in
      let number = try RunRow.insert(
        run.record, plan: run.plan, sourceMap: run.sourceMap, instructionCount: run.instructionCount, db)
      try db.execute(
        sql: "UPDATE run SET finished_at = ?, counts = ? WHERE number = ?",
        arguments: [run.record.finishedAt?.microseconds, RunRow.text(of: state.counts), number])
      let start = try JournalPosition.range(ofRun: number).lowerBound
      _ = try JournalAppender(position: start).insert(run.transitions, db)
      try RequestRows(db: db, path: database.path, run: number).apply(run.requests)
    }
  }
}

/// Where everything is in an archive. Blobs are read once, for their digests, and not kept.
struct ArchiveContents {
  /// A run's row, and a journal of some millions of records.
  private static let limits = (manifest: 16 << 20, journal: 1 << 30)
  private static let blobLimit = 10_000_000

  struct Place {
    let offset: Int
    let size: Int
  }

  let manifest: [UInt8]
  let journal: [UInt8]
  /// Empty where there are none.
  private(set) var requests: [UInt8] = []
  private(set) var blobs: [ContentDigest: Place] = [:]

  init(_ path: String) throws {
    var reader = try TarReader(path)
    manifest = try Self.text(ArchiveEntry.manifest, limit: Self.limits.manifest, &reader)
    journal = try Self.text(ArchiveEntry.journal, limit: Self.limits.journal, &reader)
    var last: ContentDigest?
    while let entry = try reader.next() {
      if entry.name == ArchiveEntry.requests, blobs.isEmpty, requests.isEmpty {
        requests = try Self.content(entry, limit: Self.limits.journal, &reader)
        guard !requests.isEmpty else { throw ArchiveError("'\(entry.name)' is empty") }
        continue
      }
      let place = Place(offset: reader.position, size: entry.size)
      var hasher = ContentHasher()
      try reader.content(entry.size) { hasher.update($0) }
      let digest = hasher.finalised()
      guard entry.name == ArchiveEntry.blob(digest) else {
        throw ArchiveError("the content of its entry '\(entry.name)' does not match that name")
      }
      if let last, digest <= last { throw ArchiveError("its entries are not in order") }
      last = digest
      guard blobs.count < Self.blobLimit else { throw ArchiveError("it has too many entries") }
      blobs[digest] = place
    }
  }

  private static func text(_ name: String, limit: Int, _ reader: inout TarReader) throws -> [UInt8] {
    guard let entry = try reader.next(), entry.name == name else {
      throw ArchiveError("'\(name)' is not where it belongs")
    }
    return try content(entry, limit: limit, &reader)
  }

  private static func content(
    _ entry: (name: String, size: Int), limit: Int, _ reader: inout TarReader
  ) throws -> [UInt8] {
    guard entry.size <= limit else {
      throw ArchiveError("'\(entry.name)' is larger than the limit of \(limit) bytes")
    }
    var bytes: [UInt8] = []
    try reader.content(entry.size) { bytes += $0 }
    return bytes
  }

  /// Whether the blobs are those of the run, no more and no less, and as large as its journal says.
  func check(_ run: ArchivedRun) throws(ArchiveError) {
    let wanted = run.blobs
    if let missing = wanted.first(where: { blobs[$0] == nil }) { throw ArchiveError("\(missing) is missing") }
    guard wanted.count == blobs.count else { throw ArchiveError("it holds what does not belong to the run") }
    for artifact in run.transitions.flatMap(\.results) where blobs[artifact.digest]?.size != artifact.size {
      throw ArchiveError("\(artifact.digest) is not as large as the journal says")
    }
  }

  /// The content of one blob, whole.
  func bytes(of digest: ContentDigest, in path: String) throws -> [UInt8] {
    guard let place = blobs[digest], place.size <= defaultWholeFileLimit else {
      throw ArchiveError("\(digest) is missing or too large")
    }
    var reader = try TarReader(path)
    try reader.seek(toContentAt: place.offset)
    var bytes: [UInt8] = []
    try reader.content(place.size) { bytes += $0 }
    guard ContentDigest(of: bytes) == digest else { throw ArchiveError("it changed while it was read") }
    return bytes
  }
}
