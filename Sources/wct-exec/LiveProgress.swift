// A few lines at the bottom of a terminal that show what runs, how far it is, and what is done.
internal import CommandSupport
internal import Diagnostics
internal import ComponentKit
internal import ExecutionPlan
internal import Glibc
internal import PlanMachine
internal import RunHistory

/// Live lines on a terminal; a thread of its own redraws them ten times a second.
final class LiveProgress: ProgressDisplay, @unchecked Sendable {  // all state is guarded by `monitor`
  private static let maximumLines = 8
  private static let interval: Int = 100_000_000

  private let plan: Plan
  private let terminal: Terminal
  private let clock = SystemClock()
  private let monitor = Monitor()
  private var counts = ArtifactCounts()
  private var running: [InstructionIndex: (startedAt: Timestamp, progress: ComponentProgress?)] = [:]
  private var startedAt: Timestamp?
  private var shownLines = 0
  private var isEnded = false

  init(plan: Plan, terminal: Terminal) {
    self.plan = plan
    self.terminal = terminal
    startThread()
  }

  func observe(_ event: RunEvent) {
    monitor.withLock {
      switch event {
      case .started(_, let counts):
        self.counts = counts
        startedAt = clock.now()
      case .changed(let transition): apply(transition)
      case .progressed(let index, let progress): running[index]?.progress = progress
      case .finished: break
      }
    }
  }

  func say(_ line: String) {
    monitor.withLock {
      erase()
      terminal.write(line + "\n")
    }
  }

  func end() {
    monitor.withLock {
      isEnded = true
      erase()
      monitor.broadcast()
    }
  }

  private func apply(_ transition: Transition) {
    let index = transition.instruction
    if transition.status == .running {
      running[index] = (transition.time, nil)
      counts[.notStarted] -= 1
      counts[.running] += 1
      return
    }
    counts[running.removeValue(forKey: index) == nil ? .notStarted : .running] -= 1
    counts[transition.status] += 1
    if transition.status == .failed {
      erase()
      let reason = printable(transition.reason ?? "no reason given")
      terminal.write("\(plan.instructions[index.value].id): \(PlainProgress.failed(transition)): \(reason)\n")
    }
  }

  // MARK: - Drawing

  private func startThread() {
    var thread = pthread_t()
    // The thread takes over this reference and ends soon after `end`.
    let reference = unsafe Unmanaged.passRetained(self)
    let code = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<LiveProgress>.fromOpaque(argument).takeRetainedValue().redrawUntilEnd()
        return nil
      }, reference.toOpaque())
    if code != 0 { unsafe reference.release() }
  }

  private func redrawUntilEnd() {
    var goesOn = true
    while goesOn {
      monitor.withLock {
        monitor.wait(until: clock.uptime() + Self.interval)
        goesOn = !isEnded
        if goesOn, startedAt != nil { draw() }
      }
    }
  }

  /// Erases and draws in one write, so that nothing flickers.
  private func draw() {
    let width = terminal.width - 1
    let lines = self.lines().map { TextTable.cut($0, to: width) }
    let up = shownLines > 0 ? "\u{1B}[\(shownLines)A" : ""
    terminal.write(up + "\u{1B}[J" + lines.joined(separator: "\n") + "\n")
    shownLines = lines.count
  }

  private func erase() {
    if shownLines > 0 { terminal.write("\u{1B}[\(shownLines)A\u{1B}[J") }
    shownLines = 0
  }

  private func lines() -> [String] {
    let now = clock.now()
    let elapsed = startedAt.map { now.seconds(since: $0) } ?? 0
    var parts = ["\(counts[.completed]) of \(counts.total) done"]
    for status in [ArtifactStatus.running, .failed, .skipped, .pending] where counts[status] > 0 {
      parts.append("\(counts[status]) \(status.rawValue)")
    }
    var lines = ["\(parts.joined(separator: ", "))  \(ShownText.duration(elapsed))"]
    let oldest = running.sorted { ($0.value.startedAt, $0.key) < ($1.value.startedAt, $1.key) }
    for (index, work) in oldest.prefix(Self.maximumLines) {
      let seconds = ShownText.duration(now.seconds(since: work.startedAt))
      lines.append("  \(plan.instructions[index.value].id)  \(describe(work.progress))\(seconds)")
    }
    if oldest.count > Self.maximumLines { lines.append("  and \(oldest.count - Self.maximumLines) more") }
    return lines
  }

  private func describe(_ progress: ComponentProgress?) -> String {
    guard let progress else { return "" }
    let total = progress.total.map { " of \($0)" } ?? ""
    return "\(progress.done)\(total) \(progress.unit)  "
  }
}
