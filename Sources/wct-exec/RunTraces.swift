// Writes what `--trace` and `--openlineage` ask for, once a run has ended in any way.
internal import CommandSupport
internal import Diagnostics
internal import EnvironmentFiles
internal import Reports
internal import RunHistory
internal import RunStore
internal import StandardManifests
internal import SystemFiles

struct RunTraces {
  let options: RunOutputOptions
  let store: RunStore
  /// Whether what can't be delivered at once is not tried again.
  let isHurried: Bool
  /// Asked now and then while events are delivered.
  let isCancelled: @Sendable () -> Bool

  func write(_ report: RunReport) throws {
    do {
      if let path = options.trace { try TraceExporter.export(report, to: path) }
      if let place = options.openlineage { try tell(report, to: place) }
    } catch let error as SystemError {
      throw ProgramError(.unwritableFile, error.description, leaving: .failed)
    }
  }

  private func tell(_ report: RunReport, to place: String) throws {
    let variables = Environment.ofProcess()
    let events = LineageExporter.events(
      of: lineage(of: report), version: ToolchainVersion.text,
      parent: variables[LineageEndpoint.parentVariable].flatMap { LineageParent($0) })
    guard LineageEndpoint.isURL(place) else { return try LineageExporter.write(events, to: place) }
    do {
      try LineageEndpoint(place, variables: variables)
        .deliver(events, attempts: isHurried ? 1 : LineageEndpoint.patience, isCancelled: isCancelled)
    } catch {
      let command = "wct resume \(report.run.id) --openlineage \(place)"
      let hint = "the run itself is stored: '\(command)' sends them again"
      throw ProgramError(.lineageNotDelivered, "\(error)", notes: [hint], leaving: .failed)
    }
  }

  /// The run and those within it, as far as they can be read.
  private func lineage(of report: RunReport) -> LineageRun {
    let ids = (try? store.nestedRuns(of: report.run.id)) ?? []
    let nested = ids.reversed().compactMap { id -> LineageRun? in
      guard let run = try? store.snapshot(of: id) else { return nil }
      let store = store
      return lineage(
        of: RunReport(run: run.record, plan: run.plan, state: run.state, now: report.now, schemas: .standard)
        {
          try store.reader(of: $0, artifact: $1)
        })
    }
    return LineageRun(report, nested: nested)
  }
}
