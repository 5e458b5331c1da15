// What workers tell the coordinator. Does not know what the messages mean.
internal import ComponentKit

/// A queue with many senders and one receiver, which can wait for it until a point in time.
final class Mailbox<Message: Sendable>: @unchecked Sendable {  // all state is guarded by `monitor`
  private let monitor = Monitor()
  private var messages: [Message] = []
  private var isWoken = false
  private let clock: any MachineClock

  init(clock: any MachineClock) {
    self.clock = clock
    clock.whenTimeJumps { [weak self] in self?.wake() }
  }

  func post(_ message: Message) {
    monitor.withLock {
      messages.append(message)
      if messages.count == 1 { monitor.signal() }
    }
  }

  /// Makes the receiver look up although there is no message.
  func wake() {
    monitor.withLock {
      isWoken = true
      monitor.signal()
    }
  }

  /// All messages so far, without waiting.
  func take() -> [Message] { monitor.withLock { takeAll() } }

  /// All messages; waits for the first one, for ``wake()``, or until `deadline` of the clock.
  func wait(until deadline: Int?) -> [Message] {
    monitor.withLock {
      while messages.isEmpty, !isWoken, !hasPassed(deadline) {
        monitor.wait(until: clock.realDeadline(deadline))
      }
      return takeAll()
    }
  }

  private func takeAll() -> [Message] {
    isWoken = false
    if messages.isEmpty { return [] }
    var taken: [Message] = []
    swap(&taken, &messages)
    return taken
  }

  private func hasPassed(_ deadline: Int?) -> Bool { deadline.map { clock.uptime() >= $0 } ?? false }
}
