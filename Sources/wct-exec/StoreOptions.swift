// The option that names the store.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import PlanMachine
internal import RunStore
internal import SystemFiles

struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store (default: .wct, or $WCT_STORE).", valueName: "DIR"))
  var store: String?

  mutating func validate() throws {
    if store == "" { throw ValidationError("--store takes a directory, not an empty text") }
  }

  var path: String { StoreLocation.path(store) }

  /// The store, which must be there.
  func open() throws -> RunStore {
    guard let opened = try openExisting() else {
      throw ProgramError(.storeMissing, "there is no store at '\(path)'", leaving: .usage)
    }
    return opened
  }

  /// The store; nil where there is none.
  func openExisting() throws -> RunStore? {
    if let kind = try? FileStatus.of(path).kind, kind != .directory {
      throw ProgramError(
        .storeMissing, "'\(path)' is a \(kind.rawValue), not the directory of a store", leaving: .usage)
    }
    do {
      return try RunStore.open(path)
    } catch {
      throw ProgramError(error)
    }
  }
}
