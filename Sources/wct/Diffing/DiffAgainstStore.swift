// `wct diff --against-store`: what of a plan would be taken from earlier runs, what would run, and why.
internal import CommandSupport
internal import ExecutionPlan
internal import PlanDifferences
internal import Diagnostics
internal import PlanSelection
internal import SystemFiles

extension Diff {
  /// Asks the machine and shows its answer, without running anything.
  func showForecast(of argument: String, _ request: SelectionRequest) throws {
    try requireStore()
    let side = try load([argument])[0]
    let query = ForecastQuery(
      store: StoreLocation.path(store), reuse: reuse ?? "auto", baseDirectory: baseDir)
    let forecast = try query.forecast(side)
    let selected =
      request.isEmpty ? nil : try request.artifacts(of: SelectableGraph(side.plan.plan))
    let listing = ForecastListing(
      side.plan, forecast, store: query.store, isSelected: { selected?.contains($0) ?? true })
    for request in requests.isEmpty ? [DifferenceFormatRequest(.text)] : requests {
      let isColoured = request.file == nil && Terminal.output.isColoured(color)
      let bytes =
        request.format == .json ? listing.json() : Array(listing.text(isColoured: isColoured).utf8)
      try OutputFile.write(bytes, to: request.file)
    }
  }

  /// A store that is not there is more likely misspelt than empty.
  private func requireStore() throws {
    let path = StoreLocation.path(store)
    guard (try? FileStatus.of(path))?.kind != .directory else { return }
    throw ProgramError(
      .storeMissing, "there is no store at '\(path)'",
      notes: ["name the one that earlier runs wrote: --store DIR, or $WCT_STORE"], leaving: .usage)
  }
}
