// The option that names the store.
internal import ArgumentParser
internal import CommandSupport
internal import PlanMachine
internal import RunStore

struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store (default: .wct, or $WCT_STORE).", valueName: "DIR"))
  var store: String?

  mutating func validate() throws {
    if store == "" { throw ValidationError("--store takes a directory, not an empty text") }
  }

  var path: String { StoreLocation.path(store) }

  /// The store; nil where there is none.
  func openExisting() throws -> RunStore? {
    do {
      return try RunStore.open(path)
    } catch {
      throw ProgramError(error)
    }
  }
}
