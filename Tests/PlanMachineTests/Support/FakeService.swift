// A service and a processor that asks it, for tests.
import CanonicalJSON
import ComponentKit
import PlanMachine

/// Answers as it is told to, and remembers what it was asked.
final class FakeService: RequestDispatcher, @unchecked Sendable {  // guarded by the monitor
  typealias Submission =
    @Sendable (_ batch: ServiceBatch, _ isRepeated: Bool) throws(DispatchFailure) -> DispatchReply
  typealias Inquiry = @Sendable (_ job: ServiceJob) throws(DispatchFailure) -> DispatchReply

  private let monitor = Monitor()
  private var taken: [(batch: ServiceBatch, isRepeated: Bool)] = []
  private var inquiries: [ServiceJob] = []
  private let onSubmit: Submission
  private let onReply: Inquiry
  let maximumBatchSize: Int
  let cost: Double?
  let obstacle: String?

  init(
    maximumBatchSize: Int = 100, cost: Double? = nil, obstacle: String? = nil,
    onSubmit: @escaping Submission = { batch, _ throws(DispatchFailure) in FakeService.echo(batch) },
    onReply: @escaping Inquiry = { _ throws(DispatchFailure) in DispatchReply(job: "still") }
  ) {
    self.maximumBatchSize = maximumBatchSize
    self.cost = cost
    self.obstacle = obstacle
    self.onSubmit = onSubmit
    self.onReply = onReply
  }

  var submissions: [(batch: ServiceBatch, isRepeated: Bool)] { monitor.withLock { taken } }
  var asked: [ServiceJob] { monitor.withLock { inquiries } }

  /// Every request is answered with what it asks.
  static func echo(_ batch: ServiceBatch, leavingOut count: Int = 0, cost: Double? = nil) -> DispatchReply {
    DispatchReply(
      job: nil,
      answers: batch.entries.dropFirst(count).map {
        DispatchReply.Entry(key: $0.key, answer: .content($0.content))
      }, cost: cost)
  }

  var name: String { "fake" }
  func unavailability(of kind: String) -> String? { obstacle }
  func estimatedCost(of kind: String, requestCount: Int) -> Double? { cost.map { $0 * Double(requestCount) } }

  func submit(
    _ batch: ServiceBatch, isRepeated: Bool, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DispatchFailure) -> DispatchReply {
    monitor.withLock { taken.append((batch, isRepeated)) }
    return try onSubmit(batch, isRepeated)
  }

  func reply(
    of job: ServiceJob, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DispatchFailure) -> DispatchReply {
    monitor.withLock { inquiries.append(job) }
    return try onReply(job)
  }

  func cancel(_ job: ServiceJob) throws(DispatchFailure) -> Bool { true }
}

/// Asks one request for each item, in so many rounds, and writes the values that are answered.
struct AskingProcessor: RequestingProcessor {
  var name = ""
  var kind = "double/1"
  var rounds = 1
  let onPrepare: @Sendable (String) -> Void

  func prepare(
    _ inputs: [any ArtifactReader], into preparation: any PreparationSink, context: any ComponentContext
  ) throws -> JSONObject {
    onPrepare(name)
    var number = 0
    for input in inputs {
      try input.forEachItem { item in
        try preparation.append(item)
        try ask(item, number, preparation)
        number += 1
      }
    }
    context.warn("prepared")
    return ["title": "state"]
  }

  private func ask(_ item: JSONValue, _ number: Int, _ preparation: any PreparationSink) throws {
    try preparation.ask(
      ServiceRequest(id: "q\(number)", kind: kind, content: ["value": item.objectValue?["value"] ?? 0]))
  }

  func finalise(
    _ work: PreparedWork, into output: any FinalisedOutput, context: any ComponentContext
  ) throws -> Finalisation {
    if work.round < rounds {
      let next = try output.nextRound()
      var number = 0
      try work.state.forEachItem { item in
        try next.append(item)
        try ask(item, number, next)
        number += 1
      }
      return .again(["title": "again"])
    }
    if let obstacle = work.answers.unavailability { context.warn(obstacle) }
    for number in 0..<work.state.itemCount {
      guard case .content(let content)? = work.answers["q\(number)"] else { continue }
      try output.append(.object(content))
    }
    try output.writeSidecar(TestCatalog.items, items: [["value": 99]], head: ["title": "beside"])
    return .finished(plainHead)
  }
}
