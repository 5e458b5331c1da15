// Writes one run of a store, with all that belongs to it, as one archive.
internal import ComponentKit
internal import GRDB
internal import PlanMachine
package import RunHistory
internal import SystemFiles

/// The names of an archive's entries, in their order: the run, its journal, its requests, then its blobs by digest.
enum ArchiveEntry {
  static let manifest = "wct-run/run.json"
  static let journal = "wct-run/journal.jsonl"
  /// Only where the run asked something.
  static let requests = "wct-run/requests.jsonl"

  static func blob(_ digest: ContentDigest) -> String { "wct-run/blobs/\(digest.hexadecimal)" }
}

extension RunStore {
  /// Writes an archive of a run that is not under way.
  ///
  /// - Throws: ``StoreError``: `held`, `damaged`; ``SystemError`` where the archive can't be written.
  package func export(_ run: RunID, to path: String) throws {
    // Nothing is collected meanwhile.
    let use = try StoreUse.shared(layout)
    let archived = try archived(run)
    let file = try AtomicFile(replacing: path)
    try write(archived.manifest, as: ArchiveEntry.manifest, to: file)
    try write(archived.journal, as: ArchiveEntry.journal, to: file)
    let requests = ArchivedRequests.bytes(of: archived.requests)
    if !requests.isEmpty { try write(requests, as: ArchiveEntry.requests, to: file) }
    for digest in archived.blobs { try copy(digest, to: file) }
    try file.write([UInt8](repeating: 0, count: 2 * TarHeader.blockSize))
    try file.publish(permissions: 0o600)
    withExtendedLifetime(use) {}
  }

  /// A run as its archive says it.
  func archived(_ run: RunID) throws -> ArchivedRun {
    let record = try find(run.text).record
    guard record.status != .running, !RunLease.isHeld(record.id, layout: layout) else {
      throw StoreError(.held, "the run \(record.id) is under way", hint: "wait for it to end, or stop it")
    }
    let (row, transitions, ledger) = try database.read { db in
      let row = try RunSelection(db: db, path: database.path).find(record.id.text).row
      let journal = try JournalReader(db, path: database.path, run: row.number)
      return (
        row, try journal.records(after: nil, limit: .max).map(\.transition),
        try RequestRows(db: db, path: database.path, run: row.number).ledger()
      )
    }
    var state = RunState(instructionCount: row.instructionCount)
    for transition in transitions { _ = state.apply(transition) }
    var archived = ArchivedRun(
      record: record, plan: row.plan, sourceMap: row.sourceMap, instructionCount: row.instructionCount,
      transitions: transitions.map { withoutSecrets($0, state) })
    archived.requests = ArchivedRequests.changes(ledger)
    return archived
  }

  /// What leaves the store of a transition: no keys, no listing that is not kept any more, and nothing that was
  /// prepared and is finalised.
  private func withoutSecrets(_ transition: Transition, _ state: RunState) -> Transition {
    var transition = transition
    if state.preparations[transition.instruction] != transition { transition.prepared = nil }
    let source = transition.evidence?.source.flatMap { digest in
      (try? FileStatus.of(layout.blob(digest))) == nil ? nil : digest
    }
    transition.evidence = source.map { KeyEvidence(key: nil, source: $0, values: [:]) }
    return transition
  }

  private func header(_ name: String, _ size: Int) throws(StoreError) -> [UInt8] {
    guard let block = TarHeader.block(name: name, size: size) else {
      throw StoreError(.inputOutput, "\(name) is larger than an archive can hold: 8 GiB")
    }
    return block
  }

  private func write(_ bytes: [UInt8], as name: String, to archive: borrowing AtomicFile) throws {
    try archive.write(try header(name, bytes.count))
    try archive.write(bytes)
    try archive.write([UInt8](repeating: 0, count: TarHeader.padding(after: bytes.count)))
  }

  /// Copies a blob, which has to match its digest.
  private func copy(_ digest: ContentDigest, to archive: borrowing AtomicFile) throws {
    let path = layout.blob(digest)
    let source: FileDescriptor
    do {
      source = try FileDescriptor(opening: path, .read)
    } catch {
      throw error.isMissing ? StoreError.damaged("\(path) is missing") : StoreError(error)
    }
    let size = try source.status().size
    try archive.write(try header(ArchiveEntry.blob(digest), size))
    var hasher = ContentHasher()
    var copied = 0
    while case let chunk = try source.read(upTo: 1 << 20), !chunk.isEmpty {
      hasher.update(chunk)
      copied += chunk.count
      try archive.write(chunk)
    }
    guard copied == size, hasher.finalised() == digest else {
      throw StoreError.damaged("\(path) does not match its digest")
    }
    try archive.write([UInt8](repeating: 0, count: TarHeader.padding(after: size)))
  }
}
