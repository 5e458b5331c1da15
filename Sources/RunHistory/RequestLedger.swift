// What became of the requests of a run, as values. Does not know how they are sent or stored.
package import CanonicalJSON
package import ExecutionPlan

/// One request of a run: the artifact, the round, and its place among the requests of that round, from 0.
package struct RequestPlace: Sendable, Hashable, Comparable {
  package let instruction: InstructionIndex
  package let round: Int
  package let number: Int

  package init(_ instruction: InstructionIndex, round: Int, number: Int) {
    self.instruction = instruction
    self.round = round
    self.number = number
  }

  package static func < (left: RequestPlace, right: RequestPlace) -> Bool {
    (left.instruction, left.round, left.number) < (right.instruction, right.round, right.number)
  }
}

/// A request that was put into a batch, and its answer.
package struct RequestRecord: Sendable, Hashable {
  /// What dispatchers know it by, whatever batch it is in.
  package let key: String
  /// The last batch that it was put into.
  package var batch: String
  /// How many batches it was put into.
  package var tries: Int
  /// `{"content": {…}}` or `{"failure": "why"}`; nil while there is none.
  package var answer: JSONValue?
  /// Its part of what its batches cost.
  package var cost: Double

  package init(key: String, batch: String, tries: Int, answer: JSONValue? = nil, cost: Double = 0) {
    self.key = key
    self.batch = batch
    self.tries = tries
    self.answer = answer
    self.cost = cost
  }
}

/// How a batch stands.
package enum BatchStatus: String, Sendable, CaseIterable {
  /// It is about to be sent, or was sent and nobody knows whether it arrived.
  case sending
  /// The service has taken it and works on it.
  case pending
  /// The service is done with it; a request may all the same have no answer.
  case answered
  /// The service will never answer it.
  case refused
  /// The service does not know it any more.
  case lost
  /// It was given up on demand.
  case cancelled
}

/// Requests of one kind that were sent together.
package struct BatchRecord: Sendable, Hashable {
  package let id: String
  package let kind: String
  /// The name of the dispatcher that it was handed to.
  package let dispatcher: String
  package let createdAt: Timestamp
  package var changedAt: Timestamp
  package var status: BatchStatus
  /// What the service calls it.
  package var job: String?
  /// What it was thought to cost before it was sent, and what the service says that it cost.
  package var estimate: Double?
  package var cost: Double?
  /// Why it stands so, for people.
  package var reason: String?
  /// What was odd about the answers.
  package var warnings: [String] = []

  package init(id: String, kind: String, dispatcher: String, createdAt: Timestamp, estimate: Double?) {
    self.id = id
    self.kind = kind
    self.dispatcher = dispatcher
    self.createdAt = createdAt
    changedAt = createdAt
    status = .sending
    self.estimate = estimate
  }
}

/// One change of a ledger: what is named takes the place of what was known of it.
package enum RequestChange: Sendable, Hashable {
  case batch(BatchRecord)
  case request(RequestPlace, RequestRecord)
}

/// All batches and requests of one run: the fold of the changes.
package struct RequestLedger: Sendable {
  package private(set) var batches: [String: BatchRecord] = [:]
  package private(set) var requests: [RequestPlace: RequestRecord] = [:]
  private var places: [String: Set<RequestPlace>] = [:]

  package init() {}

  package var isEmpty: Bool { batches.isEmpty }

  package mutating func apply(_ change: RequestChange) {
    switch change {
    case .batch(let batch): batches[batch.id] = batch
    case .request(let place, let record):
      if let old = requests[place], old.batch != record.batch { places[old.batch]?.remove(place) }
      requests[place] = record
      places[record.batch, default: []].insert(place)
    }
  }

  /// The requests whose last batch this is, in order.
  package func places(in batch: String) -> [RequestPlace] { (places[batch] ?? []).sorted() }

  /// The batches, oldest first.
  package var orderedBatches: [BatchRecord] {
    batches.values.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
  }

  /// The records of one round of an artifact, by number; nil for a request that was never in a batch.
  package func records(of instruction: InstructionIndex, _ prepared: PreparedRound) -> [RequestRecord?] {
    (0..<prepared.requestCount).map {
      requests[RequestPlace(instruction, round: prepared.round, number: $0)]
    }
  }

  /// What all requests of an artifact have cost.
  package func cost(of instruction: InstructionIndex) -> Double {
    // Few artifacts of a run ask, and each asks little.
    requests.reduce(0) { $1.key.instruction == instruction ? $0 + $1.value.cost : $0 }
  }

  /// What was odd about the answers to an artifact's requests, in the order of their batches.
  package func warnings(of instruction: InstructionIndex) -> [String] {
    let ids = Set(requests.lazy.filter { $0.key.instruction == instruction }.map(\.value.batch))
    return orderedBatches.filter { ids.contains($0.id) }.flatMap(\.warnings)
  }
}
