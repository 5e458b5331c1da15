// Shows a run while it goes on.
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory

/// Something that shows a run; `end` puts the terminal back as it was.
protocol ProgressDisplay: RunObserver, Sendable {
  /// A line that is not about an artifact, shown whatever else is.
  func say(_ line: String)
  /// The terminal's window has another size.
  func resize()
  func end()
}

extension ProgressDisplay {
  func resize() {}
}

/// Shows nothing.
final class NoProgress: ProgressDisplay {
  func say(_ line: String) { Terminal.error.write(line + "\n") }
  func observe(_ event: RunEvent) {}
  func end() {}
}

/// One line an event, for logs and pipes.
final class PlainProgress: ProgressDisplay {
  private let plan: Plan
  private let terminal: Terminal
  private let isVerbose: Bool

  init(plan: Plan, terminal: Terminal, isVerbose: Bool) {
    self.plan = plan
    self.terminal = terminal
    self.isVerbose = isVerbose
  }

  func observe(_ event: RunEvent) {
    switch event {
    case .started(let run, let counts):
      let done = counts[.completed] > 0 ? ", \(counts[.completed]) done before" : ""
      terminal.write("run \(run.id): \(ShownText.count(counts.total, "artifact"))\(done)\n")
    case .changed(let transition):
      if let line = line(transition) { terminal.write(line + "\n") }
    case .progressed, .finished: break
    }
  }

  func say(_ line: String) { terminal.write(line + "\n") }

  func end() {}

  private func line(_ transition: Transition) -> String? {
    let id = plan.instructions[transition.instruction.value].id
    switch transition.status {
    case .running: return isVerbose ? "\(id): running" : nil
    case .completed:
      let items = transition.artifact.map { ", \(ShownText.count($0.itemCount, "item"))" } ?? ""
      return "\(id): \(ShownDecision.text(transition, in: plan))\(items)"
    case .failed: return "\(id): failed: \(printable(transition.reason ?? "no reason given"))"
    case .skipped: return "\(id): skipped: \(printable(transition.reason ?? ""))"
    case .pending: return "\(id): pending: \(printable(transition.reason ?? ""))"
    case .notStarted: return nil
    }
  }
}
