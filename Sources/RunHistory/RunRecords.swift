// What happened in a run, as values. Does not know how it is stored.
package import ComponentKit
package import ExecutionPlan

/// The id of a run: lower-case letters and digits, unique in its store.
package struct RunID: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { text }
}

/// A point in time: microseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Sendable, Comparable {
  package let microseconds: Int

  package init(microseconds: Int) { self.microseconds = microseconds }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }

  /// Seconds from `start` to this time.
  package func seconds(since start: Timestamp) -> Double {
    Double(microseconds - start.microseconds) / 1_000_000
  }
}

/// How a run stands.
package enum RunStatus: String, Sendable, CaseIterable {
  case running, completed, failed, interrupted
}

/// How an artifact stands.
package enum ArtifactStatus: String, Sendable, CaseIterable {
  case notStarted = "not_started"
  case running, pending, completed, failed, skipped
}

/// A stored artifact: a blob of items, one JSON text a line, then the head on the last line.
package struct ArtifactRecord: Sendable, Hashable {
  /// The digest of the blob's bytes, which is also its name.
  package let digest: ContentDigest
  /// Bytes of the blob.
  package let size: Int
  /// Byte offset of the head in the blob.
  package let headOffset: Int
  package let itemCount: Int
  package let schema: SchemaReference
  /// The digest of the content without its volatile fields; nil where the format has none, and where nobody knows.
  package var meaning: ContentDigest?

  /// What decides what follows: contents that differ only in when they were made have the same.
  package var identity: ContentDigest { meaning ?? digest }

  /// Whether this says the same as another, to the byte or but for its volatile fields.
  package func isEquivalent(to other: ArtifactRecord) -> Bool {
    digest == other.digest || (meaning != nil && meaning == other.meaning)
  }

  package init(digest: ContentDigest, size: Int, headOffset: Int, itemCount: Int, schema: SchemaReference) {
    self.digest = digest
    self.size = size
    self.headOffset = headOffset
    self.itemCount = itemCount
    self.schema = schema
  }
}

/// One change of one artifact's status. The state of a run is the fold of these.
package struct Transition: Sendable, Hashable {
  package let instruction: InstructionIndex
  package let status: ArtifactStatus
  package let time: Timestamp
  /// What was written; with `completed` only.
  package let artifact: ArtifactRecord?
  /// Seconds of work; with `completed` and `failed`.
  package let duration: Double?
  /// Why, for people: the failure, what was skipped because of what, what is waited for.
  package let reason: String?
  /// What people should know about the result; with `completed` only.
  package let warnings: [String]
  /// Why it came to this, from the closed list; nil where an older version wrote it.
  package var cause: DecisionReason?
  /// The run that made the artifact, where it was taken from the store.
  package var origin: RunID?
  /// The instruction that was carried out in place of this one, which is the same.
  package var twin: InstructionIndex?
  /// What decided the result; with `completed` only.
  package var evidence: KeyEvidence?
  /// What kind of failure it was; with `failed`, and with `skipped` where the run as a whole is to blame.
  package var code: FailureCode?
  /// What it cost, in the currency of the runbook's limit; nil where nothing was said.
  package var cost: Double?
  /// What was prepared and waits for answers; with `pending` only.
  package var prepared: PreparedRound?
  /// What was written beside the artifact; with `completed` only. Their schemas name them.
  package var sidecars: [ArtifactRecord] = []

  package init(
    _ instruction: InstructionIndex, _ status: ArtifactStatus, at time: Timestamp,
    artifact: ArtifactRecord? = nil, duration: Double? = nil, reason: String? = nil, warnings: [String] = [],
    cause: DecisionReason? = nil
  ) {
    self.instruction = instruction
    self.status = status
    self.time = time
    self.artifact = artifact
    self.duration = duration
    self.reason = reason
    self.warnings = warnings
    self.cause = cause
  }
}

/// A run's row: who it is and how it stands.
package struct RunRecord: Sendable, Hashable {
  package let id: RunID
  package var status: RunStatus
  package let planID: ContentDigest
  /// The runbook's name.
  package let runbookName: String
  /// The path that the runbook was compiled from, as given; nil when a plan file was run.
  package let runbookPath: String?
  package let startedAt: Timestamp
  package var finishedAt: Timestamp?
  package var options: RunOptions
  /// The artifact of another run that this run is carried out for; nil for a run of its own.
  package var parent: ParentArtifact?

  package init(
    id: RunID, status: RunStatus, planID: ContentDigest, runbookName: String, runbookPath: String?,
    startedAt: Timestamp, finishedAt: Timestamp? = nil, options: RunOptions
  ) {
    self.id = id
    self.status = status
    self.planID = planID
    self.runbookName = runbookName
    self.runbookPath = runbookPath
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.options = options
  }
}

/// An artifact of a run that is made by a run of its own.
package struct ParentArtifact: Sendable, Hashable, CustomStringConvertible {
  package let run: RunID
  package let artifact: ArtifactID

  package init(run: RunID, artifact: ArtifactID) {
    self.run = run
    self.artifact = artifact
  }

  /// `RUN/ARTIFACT`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let artifact = ArtifactID(String(parts[1])) else { return nil }
    self.init(run: RunID(String(parts[0])), artifact: artifact)
  }

  package var description: String { "\(run)/\(artifact)" }
}

/// What `resume` needs to go on as the run began.
package struct RunOptions: Sendable, Hashable {
  /// The absolute directory that relative paths begin at.
  package var baseDirectory: String
  /// Absolute paths of the environment files, in the order in which they were given.
  package var environmentFiles: [String]
  /// Overrides the plan's `max_concurrency`.
  package var maximumConcurrency: Int?
  /// What is taken from earlier runs.
  package var reuse: ReuseMode = .off
  /// Whether results that the same inputs need not give again are taken too.
  package var reusesNondeterministic = false
  /// Overrides the plan's `cost_limit`.
  package var costLimit: Double?
  /// What alone was to be made, as a selection; nil: everything.
  package var selection: String?

  package init(
    baseDirectory: String, environmentFiles: [String] = [], maximumConcurrency: Int? = nil,
    reuse: ReuseMode = .off, reusesNondeterministic: Bool = false, costLimit: Double? = nil
  ) {
    self.baseDirectory = baseDirectory
    self.environmentFiles = environmentFiles
    self.maximumConcurrency = maximumConcurrency
    self.reuse = reuse
    self.reusesNondeterministic = reusesNondeterministic
    self.costLimit = costLimit
  }
}

/// How many artifacts of a run stand how.
package struct ArtifactCounts: Sendable, Hashable {
  package private(set) var byStatus: [ArtifactStatus: Int] = [:]

  package init() {}

  package subscript(_ status: ArtifactStatus) -> Int {
    get { byStatus[status] ?? 0 }
    set { byStatus[status] = newValue == 0 ? nil : newValue }
  }

  package var total: Int { byStatus.values.reduce(0, +) }
}
