// What the machine remembers from run to run. Does not know SQL or files.
package import ComponentKit
package import ExecutionPlan
package import RunHistory

/// A stored artifact that may take the place of one that would be made.
package struct RememberedArtifact: Sendable, Hashable {
  /// The run that made it.
  package let origin: RunID
  package let record: ArtifactRecord
  /// What was said when it was made.
  package let warnings: [String]
  /// What was written beside it.
  package let sidecars: [ArtifactRecord]

  package init(
    origin: RunID, record: ArtifactRecord, warnings: [String], sidecars: [ArtifactRecord] = []
  ) {
    self.origin = origin
    self.record = record
    self.warnings = warnings
    self.sidecars = sidecars
  }
}

/// What it took to make an artifact the last time.
package struct Measurement: Sendable, Hashable {
  package let seconds: Double
  package let cost: Double?

  package init(seconds: Double, cost: Double?) {
    self.seconds = seconds
    self.cost = cost
  }
}

/// What a measurement is kept under: the key of the instruction, and its name in the runbook.
package struct MeasuredInstruction: Sendable, Hashable {
  package let key: ContentDigest
  package let artifact: ArtifactID

  package init(key: ContentDigest, artifact: ArtifactID) {
    self.key = key
    self.artifact = artifact
  }
}

/// Earlier results, digests of files, durations; used from several threads at once.
package protocol RunMemory: Sendable {
  /// The newest completed artifact with this reuse key, of one run alone where one is named.
  func artifact(key: ContentDigest, inRun run: RunID?) throws(StoreError) -> RememberedArtifact?

  /// Whether the bytes of an artifact are there; with `isThorough`, whether they match the digest too.
  ///
  /// `isCancelled` is asked between chunks; then the answer is false.
  func isIntact(_ record: ArtifactRecord, isThorough: Bool, isCancelled: () -> Bool) -> Bool

  /// A digest that nobody can make who has not this store's secret.
  func keyedDigest(of bytes: [UInt8]) throws(StoreError) -> ContentDigest

  /// The remembered digests of files in exactly these states, one a file.
  func digests(of files: [FileIdentity]) throws(StoreError) -> [ContentDigest?]
  func remember(_ digests: [FileIdentity: ContentDigest]) throws(StoreError)

  /// Begins the listing of a source, kept for explanations.
  func makeListing() throws(StoreError) -> any ArtifactWriter

  /// The latest measurement of each instruction: by its key, else by its name in this runbook.
  func measurements(
    of instructions: [MeasuredInstruction], runbook: String
  ) throws(StoreError) -> [Measurement?]
  func remember(
    _ measurements: [(MeasuredInstruction, Measurement)], runbook: String
  ) throws(StoreError)
}
