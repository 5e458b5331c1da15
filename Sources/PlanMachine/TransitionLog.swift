// The state of a run that this process runs, and its journal: the two never differ.
internal import ExecutionPlan
internal import RunHistory

/// The one way in which an artifact's status changes: recorded, then committed in groups, then told.
final class TransitionLog {
  /// What is committed survives the loss of power after at most this long (nanoseconds), plus one sync.
  private static let powerDelay = 80_000_000

  private(set) var state: RunState
  private var group: [Transition] = []
  private let journal: any RunJournal
  private let clock: any MachineClock
  private let observer: (any RunObserver)?
  /// When what is committed has to be made to survive the loss of power.
  private(set) var powerDeadline: Int?

  init(
    state: RunState, journal: any RunJournal, clock: any MachineClock, observer: (any RunObserver)?
  ) {
    self.state = state
    self.journal = journal
    self.clock = clock
    self.observer = observer
  }

  /// Whether everything recorded is committed.
  var isEmpty: Bool { group.isEmpty }

  /// Changes a status; nothing may depend on it before it is committed.
  func record(_ transition: Transition) {
    let isLegal = state.apply(transition)
    precondition(isLegal, "the machine never asks for an illegal transition")
    group.append(transition)
  }

  /// Stores everything recorded; afterwards it survives the death of this process.
  func commit(status: StatusChange? = nil, durability: Durability = .process) throws(StoreError) {
    let isDue = powerDeadline.map { clock.uptime() >= $0 } ?? false
    guard !group.isEmpty || status != nil || isDue || durability == .power else { return }
    let reach: Durability = isDue ? .power : durability
    try journal.commit(group, status: status, durability: reach)
    switch reach {
    case .power: powerDeadline = nil
    case .process: powerDeadline = powerDeadline ?? clock.uptime() + Self.powerDelay
    }
    if let observer { for transition in group { observer.observe(.changed(transition)) } }
    group.removeAll(keepingCapacity: true)
  }
}
