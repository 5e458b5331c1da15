// `wct-exec gc`: removes what nothing needs any more from a store, and old runs where that is asked for.
internal import ArgumentParser
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import PlanMachine
internal import RunHistory
internal import RunStore

struct CollectGarbage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gc", abstract: "Remove what nothing in the store needs any more.",
    discussion: """
      Runs stay unless --keep or --older-than is given; a run that was attested stays in any case. Nothing is \
      removed while a run of the store is under way.
      """)

  @Flag(name: [.customShort("n"), .long], help: "Say what would be removed, and remove nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Remove all runs but the newest N.", valueName: "N"))
  var keep: Int?

  @Option(help: ArgumentHelp("Remove the runs that ended before: 90s, 30m, 12h, 30d, 4w.", valueName: "AGE"))
  var olderThan: RunAge?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var store: StoreOptions

  mutating func validate() throws {
    if keep != nil, olderThan != nil { throw ValidationError("give one of --keep and --older-than") }
    if let keep, keep < 0 { throw ValidationError("--keep takes a number from 0 on, not \(keep)") }
  }

  func run() throws {
    var collected = Collected()
    do {
      if let opened = try store.openExisting() {
        collected = try opened.collect(rule, isTrial: dryRun) {
          try AttestedEvidence(storeDirectory: opened.directory).read()
        }
      }
    } catch let error as StoreError {
      throw ProgramError(error)
    }
    if json { show(collected) } else { showText(collected) }
  }

  private var rule: RunRetention.Rule {
    if let keep { return .newest(keep) }
    return olderThan.map { .since($0.before(SystemClock().now())) } ?? .all
  }

  private func showText(_ collected: Collected) {
    let verb = dryRun ? "would remove" : "removed"
    for run in collected.runs { Terminal.output.write("\(verb) run \(run)\n") }
    let freed =
      collected.blobs.bytes + collected.temporaries.bytes + collected.plans.bytes + collected.databaseBytes
    let plans = collected.plans.count > 0 ? ", \(ShownText.count(collected.plans.count, "plan"))" : ""
    Terminal.output.write(
      "\(verb) \(ShownText.count(collected.runs.count, "run")), "
        + "\(ShownText.count(collected.blobs.count, "blob"))\(plans) and "
        + "\(ShownText.count(collected.temporaries.count, "unfinished file")): \(ShownText.bytes(freed)); "
        + "\(ShownText.count(collected.keptBlobs.count, "blob")) of \(ShownText.bytes(collected.keptBlobs.bytes))"
        + " \(dryRun ? "would stay" : collected.keptBlobs.count == 1 ? "stays" : "stay")\n")
  }

  private func show(_ collected: Collected) {
    let value: JSONValue = [
      "format": "wct-gc", "version": 1, "dry_run": .bool(dryRun),
      "runs": .array(collected.runs.map { .string($0.text) }), "blobs": Self.json(collected.blobs),
      "unfinished_files": Self.json(collected.temporaries), "kept_blobs": Self.json(collected.keptBlobs),
      "plans": Self.json(collected.plans), "database_bytes": .integer(collected.databaseBytes),
    ]
    Terminal.output.write(value.canonicalText + "\n")
  }

  private static func json(_ total: FileTotal) -> JSONValue {
    ["count": .integer(total.count), "bytes": .integer(total.bytes)]
  }
}
