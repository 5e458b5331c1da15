// A store in memory that fails on demand.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import PlanMachine
import RunHistory

/// Artifacts by digest.
final class MemoryArtifacts: ArtifactStore, @unchecked Sendable {  // guarded by the monitor
  private let monitor = Monitor()
  private var blobs: [ContentDigest: (items: [JSONValue], head: JSONObject)] = [:]
  private var reusable: [String: ArtifactRecord] = [:]
  /// What writing fails with.
  private var writeError: StoreError?

  func fail(with error: StoreError) { monitor.withLock { writeError = error } }

  func makeWriter(schema: SchemaReference) throws(StoreError) -> any ArtifactWriter {
    MemoryWriter(schema: schema, store: self)
  }

  func add(_ items: [JSONValue], _ head: JSONObject, _ schema: SchemaReference) throws(StoreError)
    -> ArtifactRecord
  {
    if let error = monitor.withLock({ writeError }) { throw error }
    let bytes = JSONWriter.bytes(of: [.array(items), .object(head)])
    let digest = ContentDigest(of: bytes)
    monitor.withLock { blobs[digest] = (items, head) }
    return ArtifactRecord(
      digest: digest, size: bytes.count, headOffset: 0, itemCount: items.count, schema: schema)
  }

  func offer(_ record: ArtifactRecord, as artifact: String, ofRun run: String) {
    monitor.withLock { reusable["\(run)/\(artifact)"] = record }
  }

  func reader(of record: ArtifactRecord, artifact: ArtifactID) throws(StoreError) -> any ArtifactReader {
    guard let blob = monitor.withLock({ blobs[record.digest] }) else {
      throw StoreError(.damaged, "the blob is missing")
    }
    return MemoryReader(
      schema: record.schema, artifact: artifact.text, head: blob.head, items: blob.items)
  }

  func artifact(
    _ artifact: String, ofRun run: String, askedBy resumed: RunID?
  ) throws(StoreError) -> EarlierArtifactRecord {
    guard let record = monitor.withLock({ reusable["\(run)/\(artifact)"] }) else {
      throw StoreError(.missing, "there is no run '\(run)'")
    }
    return EarlierArtifactRecord(run: RunID(run), record: record)
  }

  /// The values of an artifact's items.
  func values(_ state: ArtifactState) -> [Int]? {
    state.last?.artifact.flatMap { record in
      monitor.withLock { blobs[record.digest] }?.items.compactMap { $0.objectValue?["value"]?.integerValue }
    }
  }

  func head(_ state: ArtifactState) -> JSONObject? {
    state.last?.artifact.flatMap { record in monitor.withLock { blobs[record.digest] }?.head }
  }
}

private final class MemoryWriter: ArtifactWriter {
  private let schema: SchemaReference
  private let store: MemoryArtifacts
  private var items: [JSONValue] = []

  init(schema: SchemaReference, store: MemoryArtifacts) {
    self.schema = schema
    self.store = store
  }

  func append(_ item: JSONValue) throws(StoreError) { items.append(item) }
  func append(encoded lines: [UInt8], count: Int) throws(StoreError) {
    for line in lines.split(separator: 0x0A) {
      do {
        items.append(try JSONReader.read(Array(line)))
      } catch {
        throw StoreError(.damaged, "\(error)")
      }
    }
  }
  func finish(head: JSONObject) throws(StoreError) -> ArtifactRecord { try store.add(items, head, schema) }
}

private struct MemoryReader: ArtifactReader {
  let schema: SchemaReference
  let artifact: String
  let head: JSONObject
  let items: [JSONValue]
  var itemCount: Int { items.count }

  func forEachItem(_ body: (JSONValue) throws -> Void) throws { for item in items { try body(item) } }
}

/// A journal that keeps every commit and can be told to fail at one.
final class MemoryJournal: RunJournal, @unchecked Sendable {  // guarded by the monitor
  struct Commit {
    let transitions: [Transition]
    let status: StatusChange?
    let durability: Durability
  }

  private let monitor = Monitor()
  private var list: [Commit] = []
  /// The number of the commit that fails, from 0.
  private let failing: Int?

  init(failing: Int? = nil) { self.failing = failing }

  var commits: [Commit] { monitor.withLock { list } }

  func commit(
    _ transitions: [Transition], status: StatusChange?, durability: Durability
  ) throws(StoreError) {
    let isFailing = monitor.withLock {
      if list.count == failing { return true }
      list.append(Commit(transitions: transitions, status: status, durability: durability))
      return false
    }
    if isFailing { throw StoreError(.diskFull, "cannot write store.db: no space is left") }
  }

  /// The state that the commits lead to; nil when one of them is not legal.
  func state(count: Int) -> RunState? {
    var state = RunState(instructionCount: count)
    for transition in commits.flatMap(\.transitions) where !state.apply(transition) { return nil }
    return state
  }
}
