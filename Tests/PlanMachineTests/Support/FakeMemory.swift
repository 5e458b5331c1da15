// A memory from run to run that tests can look into.
import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory

final class FakeMemory: RunMemory, @unchecked Sendable {  // guarded by the monitor
  private let monitor = Monitor()
  private var artifacts: [ContentDigest: RememberedArtifact] = [:]
  private var files: [FileIdentity: ContentDigest] = [:]
  private var measured: [MeasuredInstruction: Measurement] = [:]
  private var keyed: [[UInt8]] = []

  /// Everything that a keyed digest was asked of.
  var keyedTexts: [String] { monitor.withLock { keyed.map { String(decoding: $0, as: UTF8.self) } } }
  var rememberedFiles: [FileIdentity: ContentDigest] { monitor.withLock { files } }

  /// Remembers what a run completed.
  func learn(_ outcome: RunOutcome) {
    for state in outcome.state.artifacts {
      guard let last = state.last, let key = last.evidence?.key, let record = last.artifact else { continue }
      monitor.withLock {
        artifacts[key] = RememberedArtifact(origin: outcome.run.id, record: record, warnings: last.warnings)
      }
    }
  }

  func measure(_ instruction: Instruction, seconds: Double, cost: Double? = nil) {
    let name = MeasuredInstruction(key: instruction.key, artifact: instruction.id)
    monitor.withLock { measured[name] = Measurement(seconds: seconds, cost: cost) }
  }

  func artifact(key: ContentDigest, inRun run: RunID?) throws(StoreError) -> RememberedArtifact? {
    monitor.withLock { artifacts[key] }
  }

  func isIntact(_ record: ArtifactRecord, isThorough: Bool, isCancelled: () -> Bool) -> Bool { true }

  func keyedDigest(of bytes: [UInt8]) throws(StoreError) -> ContentDigest {
    monitor.withLock { keyed.append(bytes) }
    return ContentDigest(of: [0] + bytes)
  }

  func digests(of identities: [FileIdentity]) throws(StoreError) -> [ContentDigest?] {
    monitor.withLock { identities.map { files[$0] } }
  }

  func remember(_ digests: [FileIdentity: ContentDigest]) throws(StoreError) {
    monitor.withLock { files.merge(digests) { $1 } }
  }

  func makeListing() throws(StoreError) -> any ArtifactWriter {
    try MemoryArtifacts().makeWriter(schema: SchemaReference("source_listing"))
  }

  func measurements(
    of instructions: [MeasuredInstruction], runbook: String
  ) throws(StoreError) -> [Measurement?] {
    monitor.withLock { instructions.map { measured[$0] } }
  }

  func remember(
    _ measurements: [(MeasuredInstruction, Measurement)], runbook: String
  ) throws(StoreError) {
    monitor.withLock { for (instruction, value) in measurements { measured[instruction] = value } }
  }
}
