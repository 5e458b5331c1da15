// The requests of a run while it goes on: gathered, put into batches, sent, answered. Used by the coordinator's thread
// alone. Does not know how artifacts are scheduled.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory
internal import Synchronization

/// What becomes of a prepared artifact now.
enum RequestResolution {
  /// Every request is answered, or nobody can be asked: it can be finalised.
  case ready(InstructionIndex)
  /// The rest of the answers comes later.
  case waits(InstructionIndex, PendingState)
  case failed(InstructionIndex, String, FailureCode)
  /// Asking would cost more than what is left.
  case unaffordable(InstructionIndex, String)
}

/// Gathers the requests of prepared artifacts and has them answered.
///
/// What must hold: a batch and its requests are in the store before it is sent, and answers are before anything is made
/// of them. So whatever dies in between, nothing is asked twice that has an answer.
final class RequestExchange {
  private let run: PreparedRun
  private let record: RunRecord
  private let store: any ArtifactStore
  private let journal: any RunJournal
  private let dispatcher: (any RequestDispatcher)?
  private let limits: RequestLimits
  private let clock: any MachineClock
  private let cancelled = CancellationFlag()
  private(set) var ledger: RequestLedger
  private var guests: [InstructionIndex: RequestGuest] = [:]
  /// Batches of earlier times that are to be asked or sent again, once.
  private var due: Set<String> = []
  private var asked: Set<String> = []
  private var inFlight: Set<String> = []
  private var tries: [RequestPlace: Int] = [:]
  /// When the first of the requests was gathered that are not sent yet; nil where there are none.
  private var gatheredAt: Int?
  private var isStopped = false

  init(
    _ run: PreparedRun, _ record: RunRecord, machine: Machine, journal: any RunJournal, ledger: RequestLedger
  ) {
    self.run = run
    self.record = record
    store = machine.artifacts
    self.journal = journal
    dispatcher = machine.dispatcher
    limits = machine.settings.requests
    clock = machine.clock
    self.ledger = ledger
  }

  /// Whether anything is gathered or under way.
  var isIdle: Bool { guests.isEmpty && inFlight.isEmpty }

  /// When gathered requests are sent although other work goes on.
  var deadline: Int? { gatheredAt.map { $0 &+ nanoseconds(limits.gatherSeconds) } }

  /// Whether an artifact can be finalised now.
  func isReady(_ instruction: InstructionIndex) -> Bool { guests[instruction]?.isTold ?? false }

  // MARK: - Coming and going

  /// Takes in an artifact that was prepared, now or in an earlier process.
  func admit(_ instruction: InstructionIndex, _ prepared: PreparedRound) -> RequestResolution? {
    do {
      let artifact = run.plan.instructions[instruction.value].id
      let listing = try RequestListing(
        prepared, of: instruction, artifact: artifact, run: record.id, in: store)
      let guest = RequestGuest(prepared, listing, listing.requests.map(placement))
      guests[instruction] = guest
      if guest.has(.fresh), gatheredAt == nil { gatheredAt = clock.uptime() }
      return isStopped || guest.isAnswered ? resolution(of: instruction) : nil
    } catch {
      return .failed(instruction, "\(error)", .component)
    }
  }

  private func placement(of request: OpenRequest) -> RequestGuest.Placement? {
    guard let known = ledger.requests[request.place] else { return .fresh }
    if known.answer != nil { return nil }
    guard let batch = ledger.batches[known.batch], [.sending, .pending].contains(batch.status) else {
      return .fresh
    }
    if inFlight.contains(batch.id) { return .inFlight }
    if asked.contains(batch.id) { return .atService }
    due.insert(batch.id)
    return .inFlight
  }

  /// The answers for an artifact that is ready; it leaves.
  func release(_ instruction: InstructionIndex) -> ServiceAnswers {
    guard let guest = guests.removeValue(forKey: instruction) else { return ServiceAnswers([:]) }
    var answers: [String: ServiceAnswer] = [:]
    let records = ledger.records(of: instruction, guest.prepared)
    for (id, record) in zip(guest.ids, records) {
      if let answer = record?.answer { answers[id] = BatchSettlement.answer(answer) }
    }
    return ServiceAnswers(answers, unavailability: guest.unavailability)
  }

  /// Stops asking: what is under way is called off, and everything waits for a later process.
  func stop() -> [RequestResolution] {
    isStopped = true
    gatheredAt = nil
    cancelled.raise()
    for batch in due { for place in ledger.places(in: batch) { set(place, .atService) } }
    due = []
    return resolutions()
  }

  /// Gives up what does not come back although it was called off.
  func abandon() -> [RequestResolution] {
    inFlight = []
    for instruction in guests.keys { guests[instruction]?.leaveAll(at: .atService) }
    return resolutions()
  }

  // MARK: - Sending

  /// Makes what is to be sent or asked now, and records it; empty where gathering goes on.
  ///
  /// - Parameters:
  ///   - nothingElseMoves: No work is under way or could begin.
  ///   - reserve: Sets aside what a batch may cost; gives the obstacle where that is too much.
  func calls(
    nothingElseMoves: Bool, reserve: (_ batch: String, _ estimate: Double?) -> String?
  ) throws(StoreError) -> (tasks: [DispatchTask], resolutions: [RequestResolution]) {
    let isLast = nothingElseMoves || deadline.map { clock.uptime() >= $0 } ?? false
    guard !isStopped, !guests.isEmpty, !due.isEmpty || isTime(isLast) else { return ([], []) }
    var tasks = due.sorted().compactMap(repetition)
    asked.formUnion(due)
    inFlight.formUnion(tasks.map(\.batch))
    due = []
    if isTime(isLast) {
      // Where gathering goes on, full batches alone are sent.
      if isLast { gatheredAt = nil }
      for (kind, requests) in freshByKind() {
        guard let dispatcher, reason(against: kind) == nil else {
          for request in requests { turnAway(request, reason(against: kind)) }
          continue
        }
        tasks += try send(requests, kind, dispatcher, isLast: isLast, reserve)
      }
    }
    return (tasks, resolutions())
  }

  private func isTime(_ isLast: Bool) -> Bool {
    guard gatheredAt != nil else { return false }
    return isLast || guests.values.reduce(0) { $0 + $1.fresh.count } >= dispatcher?.maximumBatchSize ?? .max
  }

  private func freshByKind() -> [(String, [OpenRequest])] {
    var byKind: [String: [OpenRequest]] = [:]
    for instruction in guests.keys.sorted() {
      for request in guests[instruction]?.fresh ?? [] { byKind[request.kind, default: []].append(request) }
    }
    return byKind.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }

  private func reason(against kind: String) -> String? {
    guard let dispatcher else { return "no service is configured for requests" }
    return dispatcher.unavailability(of: kind)
  }

  private func turnAway(_ request: OpenRequest, _ reason: String?) {
    set(request.place, .unavailable)
    guests[request.place.instruction]?.unavailability = reason
  }

  private func send(
    _ requests: [OpenRequest], _ kind: String, _ dispatcher: any RequestDispatcher, isLast: Bool,
    _ reserve: (String, Double?) -> String?
  ) throws(StoreError) -> [DispatchTask] {
    var tasks: [DispatchTask] = []
    let size = dispatcher.maximumBatchSize
    var groups = RequestBatches.split(requests, count: size, bytes: limits.batchBytes)
    if !isLast, groups.last?.count ?? size < size { groups.removeLast() }
    for group in groups {
      let counts = group.map { (ledger.requests[$0.place]?.tries ?? 0) + 1 }
      let id = RequestBatches.id(group, tries: counts, run: record.id)
      let estimate = dispatcher.estimatedCost(of: kind, requestCount: group.count)
      if let obstacle = reserve(id, estimate) {
        for request in group { guests[request.place.instruction]?.failure = (obstacle, .costLimit) }
        continue
      }
      try record(group, counts, id, kind, dispatcher.name, estimate)
      inFlight.insert(id)
      asked.insert(id)
      for request in group { set(request.place, .inFlight) }
      tasks.append(task(id, .send(kind: kind, requests: places(group), isRepeated: false), dispatcher))
    }
    return tasks
  }

  /// Before a batch is sent, it is known: it survives even the loss of power, since it may cost money.
  private func record(
    _ group: [OpenRequest], _ counts: [Int], _ id: String, _ kind: String, _ name: String, _ estimate: Double?
  ) throws(StoreError) {
    var batch = BatchRecord(
      id: id, kind: kind, dispatcher: name, createdAt: clock.now(), estimate: estimate)
    let earlier = Set(group.compactMap { ledger.requests[$0.place]?.batch })
    batch.warnings = ledger.orderedBatches.filter { earlier.contains($0.id) }.flatMap(\.warnings)
    var changes: [RequestChange] = [.batch(batch)]
    for (request, count) in zip(group, counts) {
      let known = ledger.requests[request.place]
      changes.append(
        .request(
          request.place,
          RequestRecord(
            key: request.key, batch: id, tries: count, answer: known?.answer, cost: known?.cost ?? 0)))
      tries[request.place, default: 0] += 1
    }
    try journal.commit(requests: changes, durability: .power)
    for change in changes { ledger.apply(change) }
  }

  private func places(_ requests: [OpenRequest]) -> [DispatchTask.StoredPlace] {
    requests.compactMap { request in
      let instruction = request.place.instruction
      guard let guest = guests[instruction] else { return nil }
      return DispatchTask.StoredPlace(
        key: request.key, record: guest.prepared.requests,
        artifact: run.plan.instructions[instruction.value].id, number: request.place.number)
    }
  }

  /// A batch that an earlier process sent, or meant to: asked where the service took it, else sent again.
  private func repetition(_ id: String) -> DispatchTask? {
    guard let dispatcher, let batch = ledger.batches[id], reason(against: batch.kind) == nil else {
      for place in ledger.places(in: id) where guests[place.instruction] != nil { set(place, .atService) }
      return nil
    }
    if batch.status == .pending {
      return task(id, .ask(ServiceJob(reference: batch.job ?? id, batch: id)), dispatcher)
    }
    // The batch as it was: the service may have it, and knows it by its id.
    var stored: [DispatchTask.StoredPlace] = []
    for place in ledger.places(in: id) {
      guard let guest = guests[place.instruction], let key = ledger.requests[place]?.key else { continue }
      stored.append(
        DispatchTask.StoredPlace(
          key: key, record: guest.prepared.requests,
          artifact: run.plan.instructions[place.instruction.value].id, number: place.number))
    }
    return task(id, .send(kind: batch.kind, requests: stored, isRepeated: true), dispatcher)
  }

  private func task(
    _ id: String, _ action: DispatchTask.Action, _ dispatcher: any RequestDispatcher
  ) -> DispatchTask {
    let cancelled = cancelled
    return DispatchTask(
      batch: id, action: action, dispatcher: dispatcher, store: store, limits: limits,
      isCancelled: { cancelled.isRaised })
  }

  // MARK: - Answers

  /// Records what came back.
  ///
  /// - Returns: What becomes of the artifacts, and what the call cost.
  func take(
    _ finished: FinishedDispatch
  ) throws(StoreError) -> (resolutions: [RequestResolution], cost: Double) {
    guard inFlight.remove(finished.batch) != nil, let batch = ledger.batches[finished.batch] else {
      return ([], 0)
    }
    let settlement = BatchSettlement(batch, finished.outcome, ledger, at: clock.now())
    try journal.commit(requests: settlement.changes, durability: .power)
    for change in settlement.changes { ledger.apply(change) }
    for (place, record) in settlement.answered where record.answer != nil { set(place, nil) }
    for place in settlement.unanswered { settle(place, settlement.batch, finished.outcome) }
    return (resolutions(), settlement.addedCost)
  }

  /// A request without an answer: the service works on it, it is sent again, or it has failed.
  private func settle(_ place: RequestPlace, _ batch: BatchRecord, _ outcome: DispatchOutcome) {
    guard guests[place.instruction] != nil else { return }
    switch batch.status {
    case .pending, .cancelled: set(place, .atService)
    case .sending:
      set(place, .atService)
      if case .failed(let failure) = outcome { fail(place, .requestsNotSent, batch, failure.message) }
    case .refused:
      set(place, .atService)
      fail(place, .requestsNotSent, batch, batch.reason ?? "no reason given")
    case .answered, .lost:
      if tries[place] ?? 0 < limits.tries, !isStopped {
        set(place, .fresh)
        if gatheredAt == nil { gatheredAt = clock.uptime() }
      } else {
        set(place, .atService)
        let why = batch.status == .lost ? "the job is not known any more" : "the job ended without an answer"
        fail(place, .requestUnanswered, batch, why)
      }
    }
  }

  private func fail(_ place: RequestPlace, _ code: FailureCode, _ batch: BatchRecord, _ why: String) {
    guard guests[place.instruction]?.failure == nil else { return }
    let key = ledger.requests[place]?.key ?? ""
    let text =
      code == .requestsNotSent
      ? "the batch '\(batch.id)' with the request '\(key)' could not be sent with \(batch.dispatcher): \(why)"
      : "the request '\(key)' has no answer from \(batch.dispatcher), job '\(batch.job ?? batch.id)', after "
        + "\(tries[place] ?? 1) \(tries[place] ?? 1 == 1 ? "batch" : "batches"): \(why)"
    guests[place.instruction]?.failure = (text, code)
  }

  private func set(_ place: RequestPlace, _ placement: RequestGuest.Placement?) {
    guests[place.instruction]?.set(place, placement)
  }

  /// What can be said of those who are here; who is ready stays until it is released.
  private func resolutions() -> [RequestResolution] {
    guests.keys.sorted().compactMap(resolution)
  }

  private func resolution(of instruction: InstructionIndex) -> RequestResolution? {
    guard let guest = guests[instruction], !guest.isTold, !guest.has(.inFlight) else { return nil }
    if let (text, code) = guest.failure {
      guests[instruction] = nil
      return code == .costLimit ? .unaffordable(instruction, text) : .failed(instruction, text, code)
    }
    if guest.isAnswered {
      guests[instruction]?.isTold = true
      return .ready(instruction)
    }
    if guest.has(.fresh), !isStopped { return nil }
    guests[instruction] = nil
    return .waits(instruction, PendingState(instruction, guest.prepared, ledger))
  }
}

/// A flag that calls on other threads look at.
private final class CancellationFlag: Sendable {
  private let state = Atomic<Bool>(false)

  var isRaised: Bool { state.load(ordering: .acquiring) }

  func raise() { state.store(true, ordering: .releasing) }
}
