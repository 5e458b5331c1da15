// Keeps a tree of what runs at the bottom of a terminal. Knows the terminal; what is shown is made elsewhere.
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory

/// Live lines on a terminal; a thread of its own redraws them ten times a second, and when the window changes.
///
/// Each picture is one write that covers the one before line by line, inside a synchronised update (DEC mode 2026) for
/// terminals that know it, so that nothing flickers. Failures go above and stay.
final class LiveProgress: ProgressDisplay, @unchecked Sendable {  // all state is guarded by `monitor`
  private static let interval: Int = 100_000_000
  /// Lines of the tree at most; a taller one says no more.
  private static let maximumHeight = 30

  private let plan: Plan
  private let terminal: Terminal
  private let clock = SystemClock()
  private let monitor = Monitor()
  private var tree: LiveTree
  /// The widths of the lines that are on the terminal.
  private var shownWidths: [Int] = []
  private var isEnded = false

  init(plan: Plan, terminal: Terminal, timeLeft: TimeLeft, statuses: [ArtifactStatus?]) {
    self.plan = plan
    self.terminal = terminal
    tree = LiveTree(plan: plan, timeLeft: timeLeft, statuses: statuses)
    // Without a thread there are no live lines, and the run goes on.
    _ = DetachedThread.start { self.redrawUntilEnd() }
  }

  func observe(_ event: RunEvent) {
    monitor.withLock {
      switch event {
      case .started: tree.begin(at: clock.now())
      case .changed(let transition):
        tree.apply(transition)
        if transition.status == .failed { show(failure: transition) }
      case .progressed(let index, let progress): tree.progress(index, progress)
      case .finished: break
      }
    }
  }

  func say(_ line: String) {
    monitor.withLock { _ = terminal.write(erasure + line + "\n") }
  }

  /// The window has another size: what is there was wrapped anew.
  func resize() {
    monitor.withLock {
      if !isEnded, tree.startedAt != nil { draw() }
    }
  }

  func end() {
    monitor.withLock {
      isEnded = true
      terminal.write(erasure)
      monitor.broadcast()
    }
  }

  private func show(failure: Transition) {
    let reason = printable(failure.reason ?? "no reason given")
    let id = printable(plan.instructions[failure.instruction.value].id.text)
    terminal.write("\(erasure)\(id): \(PlainProgress.failed(failure)): \(reason)\n")
  }

  // MARK: - Drawing

  private func redrawUntilEnd() {
    var goesOn = true
    while goesOn {
      monitor.withLock {
        monitor.wait(until: clock.uptime() + Self.interval)
        goesOn = !isEnded
        if goesOn, tree.startedAt != nil { draw() }
      }
    }
  }

  private func draw() {
    let size = terminal.size
    let height = min(Self.maximumHeight, max(1, size.rows - 2))
    let lines = tree.lines(width: size.columns - 1, height: height, at: clock.now())
    // Each line ends by clearing what an earlier one left beyond it; what is left below goes at last.
    let picture = lines.map { $0 + "\u{1B}[K\n" }.joined()
    terminal.write("\u{1B}[?2026h\(moveUp(size.columns))\(picture)\u{1B}[J\u{1B}[?2026l")
    shownWidths = lines.map(\.unicodeScalars.count)
  }

  /// To the first line of the last picture, as wide as the terminal is now: narrower, its lines take several rows.
  private func moveUp(_ columns: Int) -> String {
    let rows = shownWidths.reduce(0) { $0 + max(1, ($1 + columns - 1) / max(1, columns)) }
    return rows > 0 ? "\u{1B}[\(rows)A" : ""
  }

  /// What takes the last picture away.
  private var erasure: String {
    defer { shownWidths = [] }
    let up = moveUp(terminal.size.columns)
    return up.isEmpty ? "" : up + "\u{1B}[J"
  }
}
