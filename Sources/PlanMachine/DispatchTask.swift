// One call to a service, with its repetitions, on any thread. Records nothing.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import Glibc
internal import RunHistory

/// How a call to a service ended.
enum DispatchOutcome: Sendable {
  case reply(DispatchReply)
  case failed(DispatchFailure)
  /// It stopped because it was asked to; whether the service took anything is not known.
  case cancelled
}

/// A call that has come to its end.
struct FinishedDispatch: Sendable {
  let batch: String
  let outcome: DispatchOutcome
}

/// Sends a batch, or asks how one stands.
struct DispatchTask: Sendable {
  enum Action: Sendable {
    /// The requests, each with where it is stored.
    case send(kind: String, requests: [StoredPlace], isRepeated: Bool)
    case ask(ServiceJob)
  }

  /// Where a request is stored.
  struct StoredPlace: Sendable {
    let key: String
    let record: ArtifactRecord
    let artifact: ArtifactID
    let number: Int
  }

  let batch: String
  let action: Action
  let dispatcher: any RequestDispatcher
  let store: any ArtifactStore
  let limits: RequestLimits
  let isCancelled: @Sendable () -> Bool

  func perform() -> FinishedDispatch {
    do {
      return FinishedDispatch(batch: batch, outcome: try attempts())
    } catch {
      return FinishedDispatch(batch: batch, outcome: .failed(DispatchFailure(.permanent, "\(error)")))
    }
  }

  private func attempts() throws -> DispatchOutcome {
    let call = try makeCall()
    var pause = limits.firstPause
    var attempt = 0
    while true {
      attempt += 1
      if isCancelled() { return .cancelled }
      do throws(DispatchFailure) {
        return .reply(try call(attempt > 1))
      } catch {
        if isCancelled() { return .cancelled }
        guard error.kind == .temporary, attempt < limits.attempts else {
          return .failed(told(error, attempt))
        }
      }
      Pause.wait(seconds: pause, isCancelled)
      pause *= 2
    }
  }

  private typealias Call = (_ isAgain: Bool) throws(DispatchFailure) -> DispatchReply

  private func makeCall() throws -> Call {
    switch action {
    case .ask(let job):
      return { _ throws(DispatchFailure) in try dispatcher.reply(of: job, isCancelled: isCancelled) }
    case .send(let kind, let places, let isRepeated):
      let batch = ServiceBatch(id: batch, kind: kind, entries: try entries(places))
      return { isAgain throws(DispatchFailure) in
        try dispatcher.submit(batch, isRepeated: isRepeated || isAgain, isCancelled: isCancelled)
      }
    }
  }

  private func told(_ failure: DispatchFailure, _ attempt: Int) -> DispatchFailure {
    guard attempt > 1 else { return failure }
    return DispatchFailure(failure.kind, "\(failure.message) (\(attempt) attempts)")
  }

  /// The requests in the order in which they are asked for; each store object is read once.
  private func entries(_ places: [StoredPlace]) throws -> [ServiceBatch.Entry] {
    var contents: [String: JSONObject] = [:]
    for (record, group) in Dictionary(grouping: places, by: \.record) {
      // Two artifacts that ask the same have one blob between them.
      let wanted = Dictionary(grouping: group, by: \.number)
      guard let artifact = group.first?.artifact else { continue }
      var number = 0
      try store.reader(of: record, artifact: artifact).forEachItem { item in
        for place in wanted[number] ?? [] { contents[place.key] = StoredRequest(item)?.content }
        number += 1
      }
    }
    return try places.map { place in
      guard let content = contents[place.key] else {
        throw ComponentFailure("a stored request of '\(place.artifact)' can't be read")
      }
      return ServiceBatch.Entry(key: place.key, content: content)
    }
  }
}

/// Waits on the calling thread, and looks up now and then.
package enum Pause {
  private static let slice = 0.02

  package static func wait(seconds: Double, _ isCancelled: () -> Bool) {
    let clock = SystemClock()
    let end = clock.uptime() &+ nanoseconds(seconds)
    while clock.uptime() < end, !isCancelled() {
      let left = Double(end - clock.uptime()) / 1_000_000_000
      _ = usleep(UInt32(max(0, min(slice, left)) * 1_000_000))
    }
  }
}
