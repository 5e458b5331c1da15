// What a running component is handed besides its inputs. Nothing else is global to it.

/// The machine's side of a running component: cancellation, progress, warnings, time, and where paths begin.
public protocol ComponentContext: Sendable {
  /// The id of the artifact that is being made.
  var artifact: String { get }
  /// The id of the run.
  var runID: String { get }
  /// The directory that relative paths begin at.
  var baseDirectory: String { get }
  /// The memory and the processors that all work of the process shares.
  var resources: WorkResources { get }
  /// Whether the work should stop as soon as it can.
  var isCancelled: Bool { get }
  /// The time now, as `2026-01-31T12:00:00.123456+00:00` (ISO 8601, UTC).
  func timestamp() -> String
  /// How far the work has come.
  func report(_ progress: ComponentProgress)
  /// Something that people should know about the result and that does not fail it.
  func warn(_ message: String)
  /// Something that was paid for: an amount in the currency of the runbook's `cost_limit`. Amounts add up.
  func spend(_ amount: Double)
}

extension ComponentContext {
  /// Where nothing is shared: the default memory, one processor.
  public var resources: WorkResources { WorkResources() }

  /// Where nobody counts.
  public func spend(_ amount: Double) {}

  /// Throws `CancellationError` when the work should stop; long loops call it often.
  public func checkCancellation() throws {
    if isCancelled { throw CancellationError() }
  }
}

/// How far a component has come, for people who watch.
public struct ComponentProgress: Sendable, Hashable {
  /// What is counted: "files", "rows", "items".
  public let unit: String
  /// How many are done.
  public let done: Int
  /// How many there are, when known.
  public let total: Int?
  /// How many bytes were read so far, when that is known.
  public let bytes: Int?

  /// So many done, of so many.
  public init(_ done: Int, of total: Int? = nil, _ unit: String, bytes: Int? = nil) {
    self.unit = unit
    self.done = done
    self.total = total
    self.bytes = bytes
  }
}
