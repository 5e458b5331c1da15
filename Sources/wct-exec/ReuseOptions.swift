// The options that say what is taken from earlier runs.
internal import ArgumentParser
internal import PlanMachine
internal import RunHistory
internal import RunStore

struct ReuseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take what is unchanged from earlier runs: auto, off, or a run.", valueName: "auto|off|RUN"))
  var reuse: String?

  @Flag(help: "Take results too that the same inputs need not give again.")
  var reuseNondeterministic = false

  mutating func validate() throws {
    if reuse == "" { throw ValidationError("--reuse takes 'auto', 'off' or a run, not an empty text") }
  }

  /// What was asked for; a run is looked up in the store.
  ///
  /// - Throws: `StoreError` when there is no such run.
  func mode(in store: RunStore?, default fallback: ReuseMode) throws -> ReuseMode {
    guard let reuse else { return fallback }
    guard case .run = ReuseMode(reuse) else { return ReuseMode(reuse) }
    guard let store else { throw StoreError(.missing, "there is no run '\(reuse)': there is no store") }
    return .run(try store.find(reuse).record.id)
  }
}
