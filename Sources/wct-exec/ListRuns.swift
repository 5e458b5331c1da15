// `wct-exec runs`: the runs of a store, newest first.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import ComponentKit
internal import PlanMachine
internal import RunHistory
internal import RunStore

extension RunStatus: ExpressibleByArgument {}

struct ListRuns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List the runs of the store.")

  @Option(help: "Only runs that stand so.")
  var status: RunStatus?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    var runs: [RunSummary] = []
    do {
      runs = try store.openExisting()?.runs() ?? []
    } catch let error as StoreError {
      throw ProgramError(error)
    }
    if let status { runs.removeAll { $0.record.status != status } }
    if json {
      Terminal.output.write(JSONValue.array(runs.map(Self.json)).canonicalText + "\n")
    } else {
      showTable(runs)
    }
  }

  private func showTable(_ runs: [RunSummary]) {
    guard !runs.isEmpty else {
      Terminal.output.write("no runs in \(store.path)\n")
      return
    }
    var table = TextTable([
      ("Run", .left), ("Status", .left), ("Started", .left), ("Artifacts", .right), ("Runbook", .left),
    ])
    for run in runs {
      let started = run.record.startedAt.text.prefix(19).replacingFirst("T", with: " ")
      table.add([
        run.record.id.text, Self.status(run), started,
        "\(run.counts[.completed])/\(run.counts.total)",
        printable(run.record.runbookPath ?? run.record.runbookName)
          + (run.record.parent.map { " (for \($0))" } ?? ""),
      ])
    }
    let width = Terminal.output.isTerminal ? Terminal.output.width : .max
    for line in table.lines(width: width) { Terminal.output.write(line + "\n") }
  }

  /// The status, and how many artifacts wait for work elsewhere.
  private static func status(_ run: RunSummary) -> String {
    let pending = run.counts[.pending]
    return run.record.status.rawValue + (pending > 0 ? " (\(pending) pending)" : "")
  }

  private static func json(_ run: RunSummary) -> JSONValue {
    let shown = run.counts.shown(in: run.record.status)
    let counts = ArtifactStatus.allCases.map { ($0.rawValue, JSONValue.integer(shown[$0])) }
    var listing: JSONObject = [
      "id": .string(run.record.id.text), "status": .string(run.record.status.rawValue),
      "runbook": .string(run.record.runbookPath ?? run.record.runbookName),
      "plan": .string(run.record.planID.description), "started_at": .string(run.record.startedAt.text),
      "finished_at": run.record.finishedAt.map { .string($0.text) } ?? .null,
      "counts": .object(JSONObject(counts)),
    ]
    if let parent = run.record.parent { listing["parent"] = .string(parent.description) }
    if let selection = run.record.options.selection { listing["selection"] = .string(selection) }
    return .object(listing)
  }
}

extension Substring {
  fileprivate func replacingFirst(_ character: Character, with replacement: Character) -> String {
    var isReplaced = false
    return String(
      map { current in
        guard !isReplaced, current == character else { return current }
        isReplaced = true
        return replacement
      })
  }
}
