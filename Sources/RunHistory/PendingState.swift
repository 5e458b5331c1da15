// What an artifact that was prepared waits for, from the closed list of reasons.
package import ExecutionPlan

/// What the requests of a prepared artifact wait for.
package struct PendingState: Sendable, Hashable {
  /// One of `to_be_sent`, `job_pending`, `service_unreachable`, `answers_ready`.
  package let reason: DecisionReason
  package let round: Int
  package let requestCount: Int
  package let answeredCount: Int
  /// The kinds, dispatchers and jobs of the batches that are waited for, by batch.
  package let batches: [BatchRecord]

  package init(_ instruction: InstructionIndex, _ prepared: PreparedRound, _ ledger: RequestLedger) {
    let records = ledger.records(of: instruction, prepared)
    let open = records.filter { $0?.answer == nil }
    let ids = Set(open.compactMap { $0?.batch })
    batches = ledger.orderedBatches.filter {
      ids.contains($0.id) && [.sending, .pending].contains($0.status)
    }
    round = prepared.round
    requestCount = records.count
    answeredCount = records.count - open.count
    let waiting = batches.filter { $0.status == .pending }
    if open.isEmpty {
      reason = .answersReady
    } else if waiting.isEmpty {
      reason = batches.contains { $0.reason != nil } ? .serviceUnreachable : .toBeSent
    } else {
      reason = waiting.contains { $0.reason != nil } ? .serviceUnreachable : .jobPending
    }
  }

  /// One line for people: what is waited for, and how much of it is there.
  package var text: String {
    let counts = "\(answeredCount) of \(requestCount) requests answered"
    switch reason {
    case .answersReady: return "all \(requestCount) requests are answered: 'wct resume' goes on"
    case .toBeSent: return "\(requestCount - answeredCount) of \(requestCount) requests are to be sent"
    case .serviceUnreachable:
      let why = batches.compactMap(\.reason).first ?? ""
      return "the service can't be asked: \(why); \(counts)"
    default:
      let jobs = batches.filter { $0.status == .pending }.map { "'\($0.job ?? $0.id)' of \($0.dispatcher)" }
      let more = jobs.count > 3 ? " and \(jobs.count - 3) more" : ""
      return "waits for the job \(jobs.prefix(3).joined(separator: ", "))\(more); \(counts)"
    }
  }
}
