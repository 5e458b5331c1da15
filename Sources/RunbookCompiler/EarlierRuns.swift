// What the compiler may ask about earlier runs. Knows nothing of how they are stored.
package import ComponentKit

/// Where a compilation looks up the artifacts that `reuse` takes.
package protocol EarlierRuns: Sendable {
  /// What an artifact of an earlier run is; `run` is an id or whatever else names a run.
  func artifact(_ name: String, ofRun run: String) -> Result<EarlierArtifact, EarlierRunFault>
}

/// A completed artifact of an earlier run.
package struct EarlierArtifact: Sendable, Hashable {
  /// The run's whole id.
  package let run: String
  package let artifact: String
  package let schema: SchemaReference
  /// The digest of its content.
  package let digest: ContentDigest
  /// Whether its value is never shown.
  package let isSensitive: Bool
  /// Whether it is, or derives from, something sensitive.
  package let isTainted: Bool

  package init(
    run: String, artifact: String, schema: SchemaReference, digest: ContentDigest, isSensitive: Bool,
    isTainted: Bool
  ) {
    self.run = run
    self.artifact = artifact
    self.schema = schema
    self.digest = digest
    self.isSensitive = isSensitive
    self.isTainted = isTainted
  }
}

/// Why an artifact can't be reused.
package enum EarlierRunFault: Error, Sendable, Hashable {
  /// The run is not there, or the store can't be read; what the store said.
  case run(String)
  /// The run has no such artifact; those that it has.
  case artifact(known: [String])
  /// The artifact was not made; how it stands.
  case notCompleted(String)
}
