// `wct diff --against-store`: what of a plan would be taken from earlier runs, what would run, and why.
internal import CommandSupport
internal import ExecutionPlan
internal import PlanDifferences
internal import PlanSelection

extension Diff {
  /// Asks the machine and shows its answer, without running anything.
  func showForecast(of argument: String, _ request: SelectionRequest) throws {
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
}
