// The store as the machine's memory from run to run: earlier results, digests of files, durations.
package import ComponentKit
internal import Crypto
internal import ExecutionPlan
internal import FoundationEssentials
internal import GRDB
package import PlanMachine
package import RunHistory
internal import SystemFiles

extension RunStore: RunMemory {
  package func artifact(
    key: ContentDigest, inRun run: RunID?
  ) throws(StoreError) -> RememberedArtifact? {
    try database.read { db in
      try ReuseRows(db: db, path: database.path).newest(key, inRun: run)
    }
  }

  package func isIntact(
    _ record: ArtifactRecord, isThorough: Bool, isCancelled: () -> Bool
  ) -> Bool {
    BlobCheck(record: record, path: layout.blob(record.digest)).isIntact(isThorough, isCancelled)
  }

  package func keyedDigest(of bytes: [UInt8]) throws(StoreError) -> ContentDigest {
    let secret = try database.read { db in
      try Data.fetchOne(db, sql: "SELECT value FROM secret WHERE name = 'reuse'")
    }
    guard let secret, secret.count == 32 else {
      throw .damaged("\(database.path) has lost its secret")
    }
    let code = HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: secret))
    guard let digest = ContentDigest(bytes: Array(code)) else {
      throw StoreError(.inputOutput, "a keyed digest has the wrong length")
    }
    return digest
  }

  package func digests(of files: [FileIdentity]) throws(StoreError) -> [ContentDigest?] {
    try database.read { db in try FileDigestRows(db: db, path: database.path).digests(of: files) }
  }

  package func remember(_ digests: [FileIdentity: ContentDigest]) throws(StoreError) {
    try database.write(.process) { db in try FileDigestRows(db: db, path: database.path).insert(digests) }
  }

  package func makeListing() throws(StoreError) -> any ArtifactWriter {
    try BlobWriter(layout, schema: SchemaReference("source_listing"))
  }

  package func measurements(
    of instructions: [MeasuredInstruction], runbook: String
  ) throws(StoreError) -> [Measurement?] {
    try database.read { db in
      try MeasurementRows(db: db, path: database.path, runbook: runbook).latest(instructions)
    }
  }

  package func remember(
    _ measurements: [(MeasuredInstruction, Measurement)], runbook: String
  ) throws(StoreError) {
    if measurements.isEmpty { return }
    try database.write(.process) { db in
      try MeasurementRows(db: db, path: database.path, runbook: runbook).insert(measurements)
    }
  }
}

/// Whether a blob is as it was written.
struct BlobCheck {
  private static let chunkSize = 1 << 20

  let record: ArtifactRecord
  let path: String

  func isIntact(_ isThorough: Bool, _ isCancelled: () -> Bool) -> Bool {
    do {
      let file = try FileDescriptor(opening: path, .read)
      let status = try file.status()
      guard status.kind == .file, status.size == record.size else { return false }
      return isThorough ? try digest(file, isCancelled) == record.digest : true
    } catch {
      return false
    }
  }

  private func digest(
    _ file: borrowing FileDescriptor, _ isCancelled: () -> Bool
  ) throws(SystemError) -> ContentDigest? {
    var hasher = ContentHasher()
    while !isCancelled() {
      let chunk = try file.read(upTo: Self.chunkSize)
      if chunk.isEmpty { return hasher.finalised() }
      hasher.update(chunk)
    }
    return nil
  }
}
