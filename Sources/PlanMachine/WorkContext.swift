// What a running component is handed. Shared by its thread and the coordinator.
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory
internal import Synchronization

/// The machine's side of one piece of work.
final class WorkContext: ComponentContext, @unchecked Sendable {  // atomic or under `monitor`
  /// Warnings of one artifact that are kept; the rest is counted.
  private static let maximumWarnings = 1_000

  let artifact: String
  let runID: String
  let baseDirectory: String
  let instruction: InstructionIndex
  let resources: WorkResources
  private let clock: any MachineClock
  private let runCancellation: RunCancellation
  private let isStopped = Atomic<Bool>(false)
  private let monitor = Monitor()
  private var warnings: [String] = []
  private var droppedWarnings = 0
  private var progress: ComponentProgress?
  private var redactor = SecretRedactor([])
  private var decision: Decision?
  private var spent = 0.0
  private var dependants: [RunCancellation] = []

  /// Why the work is done as it is, and what decides its result.
  struct Decision: Sendable {
    let cause: DecisionReason
    let evidence: KeyEvidence
  }
  /// Called when there is progress to fetch and there was none before; nil where nobody watches.
  private let onProgress: (@Sendable (WorkContext) -> Void)?

  init(
    _ instruction: InstructionIndex, artifact: ArtifactID, run: RunRecord, resources: WorkResources,
    clock: any MachineClock, cancellation: RunCancellation,
    onProgress: (@Sendable (WorkContext) -> Void)?
  ) {
    self.instruction = instruction
    self.resources = resources
    self.artifact = artifact.text
    runID = run.id.text
    baseDirectory = run.options.baseDirectory
    self.clock = clock
    runCancellation = cancellation
    self.onProgress = onProgress
  }

  var isCancelled: Bool { isStopped.load(ordering: .acquiring) || runCancellation.isCancelled }

  /// Asks this work alone to stop.
  func cancel() {
    isStopped.store(true, ordering: .releasing)
    for run in monitor.withLock({ dependants }) { run.cancel(.interrupted) }
  }

  /// Lets a run that is part of this work stop when the work is asked to.
  func link(_ run: RunCancellation) {
    monitor.withLock { dependants.append(run) }
    runCancellation.whenCancelled { run.cancel(.interrupted) }
    if isCancelled { run.cancel(.interrupted) }
  }

  func spend(_ amount: Double) {
    guard amount.isFinite, amount > 0 else { return }
    monitor.withLock { spent += amount }
  }

  /// What the work has cost so far; nil where nothing was said.
  var cost: Double? { monitor.withLock { spent > 0 ? spent : nil } }

  func timestamp() -> String { clock.now().text }

  func report(_ progress: ComponentProgress) {
    guard let onProgress else { return }
    let isFirst = monitor.withLock {
      defer { self.progress = progress }
      return self.progress == nil
    }
    if isFirst { onProgress(self) }
  }

  /// The latest progress that nobody fetched yet.
  func takeProgress() -> ComponentProgress? {
    monitor.withLock {
      defer { progress = nil }
      return progress
    }
  }

  func warn(_ message: String) {
    monitor.withLock {
      if warnings.count < Self.maximumWarnings {
        warnings.append(redactor.redact(message))
      } else {
        droppedWarnings += 1
      }
    }
  }

  /// Notes why the work is done as it is; the last word holds.
  func decide(_ cause: DecisionReason, _ evidence: KeyEvidence) {
    monitor.withLock { decision = Decision(cause: cause, evidence: evidence) }
  }

  var lastDecision: Decision? { monitor.withLock { decision } }

  func hide(_ secrets: [String]) { monitor.withLock { redactor = SecretRedactor(secrets) } }

  func redact(_ text: String) -> String { monitor.withLock { redactor }.redact(text) }

  /// All warnings so far.
  func collectedWarnings() -> [String] {
    monitor.withLock {
      droppedWarnings == 0 ? warnings : warnings + ["and \(droppedWarnings) more warnings"]
    }
  }
}
