// The option that lets a compilation read a store; without it none is read.
internal import ArgumentParser
internal import RunbookCompiler

struct StoreToReadOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The store in which 'reuse' looks up earlier runs (default: none).", valueName: "DIR"))
  var store: String?

  mutating func validate() throws {
    if store == "" { throw ValidationError("--store takes a directory, not an empty text") }
  }

  var runs: StoredRuns? { store.map { StoredRuns(store: $0) } }
}
