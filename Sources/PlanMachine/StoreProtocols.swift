// What the machine asks of a store. Does not know SQL or files.
package import CanonicalJSON
package import ComponentKit
package import ExecutionPlan
package import RunHistory

/// How far a commit must have gone when it returns.
package enum Durability: Sendable {
  /// It survives the death of this process.
  case process
  /// It survives the loss of power.
  case power
}

/// The journal of one run that this process holds.
package protocol RunJournal: AnyObject {
  /// Appends transitions in one transaction, and the run's status when it changes.
  ///
  /// Without either, and with `.power`, it makes durable what was committed before.
  ///
  /// - Throws: ``StoreError``; then none of them is there.
  func commit(
    _ transitions: [Transition], status: StatusChange?, durability: Durability
  ) throws(StoreError)
}

/// A change of a run's own status.
package struct StatusChange: Sendable, Hashable {
  package let status: RunStatus
  package let time: Timestamp

  package init(_ status: RunStatus, at time: Timestamp) {
    self.status = status
    self.time = time
  }
}

/// Where artifacts are written to and read from; used from several threads at once.
package protocol ArtifactStore: Sendable {
  /// Begins a new artifact.
  func makeWriter(schema: SchemaReference) throws(StoreError) -> any ArtifactWriter

  /// Opens a stored artifact.
  ///
  /// - Throws: ``StoreError`` when it is missing or its bytes do not match its digest.
  func reader(of record: ArtifactRecord, artifact: ArtifactID) throws(StoreError) -> any ArtifactReader

  /// The artifact of an earlier run, for `reuse`.
  ///
  /// `resumed` is the run that asks, where it is in the store already: it is no earlier run of itself.
  func artifact(
    _ artifact: String, ofRun run: String, askedBy resumed: RunID?
  ) throws(StoreError) -> EarlierArtifactRecord
}

/// A completed artifact and the run that it was found in.
package struct EarlierArtifactRecord: Sendable, Hashable {
  package let run: RunID
  package let record: ArtifactRecord

  package init(run: RunID, record: ArtifactRecord) {
    self.run = run
    self.record = record
  }
}

/// Writes one artifact; nothing of it is visible before `finish`.
package protocol ArtifactWriter: AnyObject {
  func append(_ item: JSONValue) throws(StoreError)
  /// Appends so many items that are canonical JSON already, each with a line feed behind it.
  func append(encoded lines: [UInt8], count: Int) throws(StoreError)
  /// Appends the head and makes the blob durable.
  func finish(head: JSONObject) throws(StoreError) -> ArtifactRecord
}

/// Why the store could not do what it was asked.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    /// Reading or writing failed.
    case inputOutput = "WCT5001"
    /// No space is left.
    case diskFull = "WCT5002"
    /// What is stored is damaged.
    case damaged = "WCT5003"
    /// There is no such run or artifact.
    case missing = "WCT5004"
    /// Another live process holds the run.
    case held = "WCT5005"
    /// The store was written by a newer version.
    case newer = "WCT5006"
    /// Several runs go by what was asked for.
    case ambiguous = "WCT5007"
  }

  package let code: Code
  package let message: String
  package let hint: String?

  package init(_ code: Code, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  package var description: String { "\(code.rawValue): \(message)\(hint.map { "; \($0)" } ?? "")" }
}
