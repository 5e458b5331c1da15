// What a terminal shows of a run that goes on: a summary, and below it what runs, as a tree. Knows no terminal.
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory

/// The lines that show a run, made from its events.
///
/// Artifacts of child runbooks stand below the name of the child. However many run, the tree has as many lines as
/// the terminal has room for: those that run longest are shown, the rest is counted.
struct LiveTree {
  /// Names are cut beyond so many columns.
  private static let nameLimit = 40

  private struct Running {
    let startedAt: Timestamp
    var progress: ComponentProgress?
  }

  private let plan: Plan
  private var timeLeft: TimeLeft
  /// How each artifact stands, by place in the plan; nil: it is no part of what is to be made.
  private var statuses: [ArtifactStatus?]
  private var counts = ArtifactCounts()
  private var running: [InstructionIndex: Running] = [:]
  private(set) var startedAt: Timestamp?

  /// - Parameter statuses: how artifacts stand before the run begins or goes on.
  init(plan: Plan, timeLeft: TimeLeft, statuses: [ArtifactStatus?]) {
    self.plan = plan
    self.timeLeft = timeLeft
    self.statuses = statuses
    for case let status? in statuses { counts[status] += 1 }
  }

  mutating func begin(at time: Timestamp) { startedAt = time }

  mutating func apply(_ transition: Transition) {
    let index = transition.instruction
    guard statuses.indices.contains(index.value), let before = statuses[index.value] else { return }
    statuses[index.value] = transition.status
    counts[before] -= 1
    counts[transition.status] += 1
    running[index] = transition.status == .running ? Running(startedAt: transition.time) : nil
    timeLeft.change(index, from: before, to: transition.status)
  }

  mutating func progress(_ index: InstructionIndex, _ progress: ComponentProgress) {
    running[index]?.progress = progress
  }

  // MARK: - Lines

  /// At most `height` lines of at most `width` columns.
  func lines(width: Int, height: Int, at now: Timestamp) -> [String] {
    let room = max(1, height) - 1
    let all = running.sorted { ($0.value.startedAt, $0.key) < ($1.value.startedAt, $1.key) }.map(\.key)
    var shown = Array(all.prefix(room))
    var rows = self.rows(shown, goesOn: shown.count < all.count)
    // Names of children take lines too; the last line says how much is missing.
    while !shown.isEmpty, rows.count + (shown.count < all.count ? 1 : 0) > room {
      shown.removeLast()
      rows = self.rows(shown, goesOn: true)
    }
    var lines = [summary(at: now)]
    let nameWidth = min(Self.nameLimit, rows.map(\.name.unicodeScalars.count).max() ?? 0)
    for row in rows {
      let name = TextTable.cut(row.name, to: nameWidth)
      let gap = String(repeating: " ", count: max(0, nameWidth - name.unicodeScalars.count))
      lines.append(row.index.map { name + gap + "  " + describe($0, at: now) } ?? name)
    }
    if shown.count < all.count, room > 0 { lines.append("└─ and \(all.count - shown.count) more") }
    return lines.map { TextTable.cut($0, to: width) }
  }

  private func summary(at now: Timestamp) -> String {
    var parts = ["\(counts[.completed]) of \(counts.total) done"]
    for status in [ArtifactStatus.running, .failed, .skipped, .pending] where counts[status] > 0 {
      parts.append("\(counts[status]) \(status.rawValue)")
    }
    let elapsed = startedAt.map { now.seconds(since: $0) } ?? 0
    let left = timeLeft.ofAll(running.map { ($0.key, now.seconds(since: $0.value.startedAt)) })
    return "\(parts.joined(separator: ", "))  \(ShownText.duration(elapsed))"
      + (left.map { ", about \(ShownText.duration($0)) left" } ?? "")
  }

  /// One line of the tree: an artifact, or the name of a child that holds some.
  private struct Row {
    let name: String
    let index: InstructionIndex?
  }

  /// The tree of these artifacts, in the order of the plan.
  private func rows(_ indices: [InstructionIndex], goesOn: Bool) -> [Row] {
    let paths = indices.sorted().map { index in
      (path: plan.instructions[index.value].id.text.split(separator: "/").map(String.init)[...], index: index)
    }
    return rows(paths, indent: "", goesOn: goesOn)
  }

  private func rows(
    _ paths: [(path: ArraySlice<String>, index: InstructionIndex)], indent: String, goesOn: Bool = false
  ) -> [Row] {
    var groups: [(name: String, members: [(path: ArraySlice<String>, index: InstructionIndex)])] = []
    for entry in paths {
      guard let name = entry.path.first else { continue }
      // Names that are alone on their way stand on one line.
      if entry.path.count > 1, let last = groups.indices.last(where: { groups[$0].name == name }),
        groups[last].members.allSatisfy({ $0.path.count > 1 })
      {
        groups[last].members.append(entry)
      } else {
        groups.append((name, [entry]))
      }
    }
    var rows: [Row] = []
    for (number, group) in groups.enumerated() {
      let isLast = number == groups.count - 1 && !goesOn
      let branch = indent + (isLast ? "└─ " : "├─ ")
      if group.members.count == 1, let only = group.members.first {
        rows.append(Row(name: branch + printable(only.path.joined(separator: "/")), index: only.index))
      } else {
        rows.append(Row(name: branch + printable(group.name), index: nil))
        let inner = group.members.map { (path: $0.path.dropFirst(), index: $0.index) }
        rows += self.rows(inner, indent: indent + (isLast ? "   " : "│  "))
      }
    }
    return rows
  }

  /// How far an artifact is, how fast, for how long, and how long it may still take.
  private func describe(_ index: InstructionIndex, at now: Timestamp) -> String {
    guard let work = running[index] else { return "" }
    let elapsed = now.seconds(since: work.startedAt)
    var parts: [String] = []
    if let progress = work.progress {
      let total = progress.total.map { " of \($0)" } ?? ""
      parts.append("\(progress.done)\(total) \(progress.unit)")
      if let bytes = progress.bytes { parts.append(ShownText.bytes(bytes)) }
      if elapsed >= 0.5 { parts.append(rate(progress, elapsed)) }
    }
    parts.append(ShownText.duration(elapsed))
    if let left = timeLeft(index, work.progress, elapsed) {
      parts.append("about \(ShownText.duration(left)) left")
    }
    return parts.joined(separator: "  ")
  }

  private func rate(_ progress: ComponentProgress, _ elapsed: Double) -> String {
    if let bytes = progress.bytes, bytes > 0 {
      return "\(ShownText.bytes(Int(Double(bytes) / elapsed)))/s"
    }
    let rate = Double(progress.done) / elapsed
    return "\(rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(min(rate, 1e15)))") \(progress.unit)/s"
  }

  /// By what earlier runs took; by how far it is where nothing was measured.
  private func timeLeft(
    _ index: InstructionIndex, _ progress: ComponentProgress?, _ elapsed: Double
  ) -> Double? {
    if let left = timeLeft.of(index, after: elapsed) { return left > 0.5 ? left : nil }
    guard let progress, let total = progress.total, progress.done > 0, total > progress.done, elapsed >= 2
    else { return nil }
    return elapsed / Double(progress.done) * Double(total - progress.done)
  }
}
