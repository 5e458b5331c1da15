// What the end of a call to a service means for the requests of a batch. A pure function of what is known.
internal import CanonicalJSON
internal import ComponentKit
internal import RunHistory

/// What is to be recorded after a call.
struct BatchSettlement {
  /// Texts from a service that are kept of each kind.
  private static let maximumWarnings = 20

  private(set) var batch: BatchRecord
  /// The requests that have an answer now, or a share of the cost.
  private(set) var answered: [(RequestPlace, RequestRecord)] = []
  /// The requests of the batch that have none.
  private(set) var unanswered: [RequestPlace] = []
  /// What the call added to the cost of the batch.
  private(set) var addedCost = 0.0

  init(_ batch: BatchRecord, _ outcome: DispatchOutcome, _ ledger: RequestLedger, at now: Timestamp) {
    self.batch = batch
    self.batch.changedAt = now
    let places = ledger.places(in: batch.id)
    var records: [RequestPlace: RequestRecord] = [:]
    for place in places { records[place] = ledger.requests[place] }
    switch outcome {
    case .reply(let reply):
      take(reply, places, &records)
      share(reply.cost, places, &records)
      self.batch.status = reply.job == nil ? .answered : .pending
      self.batch.job = reply.job ?? batch.job
      self.batch.reason = nil
    case .failed(let failure): fail(failure)
    case .cancelled: break
    }
    answered = places.compactMap { place in
      guard let record = records[place], record != ledger.requests[place] else { return nil }
      return (place, record)
    }
    unanswered = places.filter { records[$0]?.answer == nil }
  }

  /// Everything to be recorded.
  var changes: [RequestChange] {
    [.batch(batch)] + answered.map { .request($0.0, $0.1) }
  }

  private mutating func take(
    _ reply: DispatchReply, _ places: [RequestPlace], _ records: inout [RequestPlace: RequestRecord]
  ) {
    var byKey: [String: RequestPlace] = [:]
    for place in places { if let key = records[place]?.key { byKey[key] = place } }
    for entry in reply.answers {
      guard let place = byKey[entry.key] else {
        warn("\(batch.dispatcher) answered a request that it was not asked, '\(Self.short(entry.key))'")
        continue
      }
      let answer = Self.json(entry.answer)
      if let known = records[place]?.answer {
        if known != answer {
          warn("\(batch.dispatcher) answered the request '\(entry.key)' twice: the first answer holds")
        }
      } else {
        records[place]?.answer = answer
      }
    }
  }

  /// The cost of a batch is that of its requests in equal parts.
  private mutating func share(
    _ cost: Double?, _ places: [RequestPlace], _ records: inout [RequestPlace: RequestRecord]
  ) {
    guard let cost, cost.isFinite, cost >= 0, !places.isEmpty else { return }
    addedCost = max(0, cost - (batch.cost ?? 0))
    if addedCost == 0 { return }
    batch.cost = cost
    for place in places { records[place]?.cost += addedCost / Double(places.count) }
  }

  private mutating func fail(_ failure: DispatchFailure) {
    switch failure.kind {
    case .temporary: batch.reason = failure.message
    case .permanent:
      batch.status = .refused
      batch.reason = failure.message
    case .unknownJob:
      batch.status = .lost
      batch.reason = failure.message
      warn("\(batch.dispatcher) does not know the job '\(batch.job ?? batch.id)' any more")
    }
  }

  private mutating func warn(_ text: String) {
    if batch.warnings.count < Self.maximumWarnings, !batch.warnings.contains(text) {
      batch.warnings.append(text)
    }
  }

  /// What a service says may be long and may hold anything.
  private static func short(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(80).map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  // MARK: - Answers as they are stored

  static func json(_ answer: ServiceAnswer) -> JSONValue {
    switch answer {
    case .content(let content): ["content": .object(content)]
    case .failure(let reason): ["failure": .string(reason)]
    }
  }

  static func answer(_ json: JSONValue) -> ServiceAnswer {
    if let content = json.objectValue?["content"]?.objectValue { return .content(content) }
    return .failure(json.objectValue?["failure"]?.stringValue ?? "its stored answer can't be read")
  }
}
