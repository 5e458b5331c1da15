// `wct diff`: what a change of a runbook really does. Parses and shows; what differs is PlanDifferences' to
// say.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import PlanDifferences
internal import PlanSelection
internal import StandardManifests

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what differs between two plans or runbooks, causes first.",
    discussion: """
      OLD and NEW are plans, runbooks, or REV:path in the git repository one stands in, such as \
      'main:runbooks/audit.yaml'. Children, rulesets, '.env' and '.wct.yaml' of a revision are those of that \
      revision; what the options name is read from the working directory.

      With --against-store there is one argument: what of it would be taken from earlier runs, what would run, and \
      why.

      \(SelectionOptions.help)
      Exit codes: 0 done, 1 one of the two has errors, 2 wrong usage or unreadable path, 3 --exit-code or --fail-on \
      found something.
      """)

  @Argument(help: ArgumentHelp("A plan ('-': standard input), a runbook, or REV:path.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("What it is compared with.", valueName: "new"))
  var new: String?

  @Option(
    help: ArgumentHelp(
      "Only what concerns these artifacts (repeatable), the same as --select.", valueName: "SELECTION"))
  var only: [String] = []

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How to show the difference, or which file to write it to (repeatable).", valueName: "format[=FILE]"))
  var formats: [DifferenceFormatRequest] = []

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "Exit with 3 when the plans do different things; names alone do not count.")
  var exitCode = false

  @Option(
    help: ArgumentHelp(
      "Exit with 3 on 'breaking' outputs, 'sensitive' flows, 'any' difference, or 'metadata' (repeatable, or with "
        + "commas).", valueName: "WHAT"))
  var failOn: [String] = []

  @Flag(help: "Compare with what a store holds instead of another plan.")
  var againstStore = false

  @Option(
    help: ArgumentHelp(
      "What --against-store assumes of the run: 'auto', 'off', or a run.", valueName: "auto|off|RUN"))
  var reuse: String?

  @Option(
    help: ArgumentHelp(
      "The store with earlier runs: how long artifacts took, and what 'reuse' looks up (default: none; with "
        + "--against-store .wct, or $WCT_STORE).", valueName: "DIR"))
  var store: String?

  @Option(
    help: ArgumentHelp(
      "The directory that relative paths in the runbook begin at, where a store is asked.", valueName: "DIR"))
  var baseDir: String?

  @Option(help: "When to colour.")
  var color: ColorChoice = .auto

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var compile: CompileOptions

  mutating func validate() throws {
    guard againstStore == (new == nil) else {
      throw ValidationError(
        againstStore ? "--against-store takes one plan or runbook" : "name two plans or runbooks to compare")
    }
    if store == "" { throw ValidationError("--store takes a directory, not an empty text") }
    if old == "-", new == "-" { throw ValidationError("only one side can be standard input") }
    if baseDir == "" { throw ValidationError("--base-dir takes a directory, not an empty text") }
    if baseDir != nil, store == nil, !againstStore {
      throw ValidationError("--base-dir goes with --store or --against-store")
    }
    if reuse != nil, !againstStore { throw ValidationError("--reuse goes with --against-store") }
    if reuse == "" { throw ValidationError("--reuse takes 'auto', 'off' or a run, not an empty text") }
    guard requests.count(where: { $0.file == nil }) <= 1 else {
      throw ValidationError("only one --format goes to standard output; name a file for the others")
    }
    if againstStore, let request = requests.first(where: { $0.format == .markdown || $0.format == .html }) {
      throw ValidationError("--against-store gives text or json, not \(request.format.rawValue)")
    }
    if againstStore, exitCode || !failOn.isEmpty {
      throw ValidationError(
        "--exit-code and --fail-on compare two plans; they do not go with --against-store")
    }
    _ = try alarms()
  }

  func run() throws {
    let request = try selection.request(and: only)
    let surroundings = compile.surroundings()
    if !surroundings.reports.isEmpty {
      let terminal = Terminal.error
      terminal.write(
        DiagnosticFormat.text.render(
          surroundings.reports, isColoured: terminal.isColoured(color), width: terminal.width))
      throw (surroundings.isUnreadable ? ExitStatus.usage : ExitStatus.failed).exitCode
    }
    guard let new else { return try showForecast(of: old, request) }
    let sides = try load([old, new])
    let comparison = try comparison(sides[0], sides[1])
    let difference = comparison.difference(of: try part(request, comparison))
    for request in requests.isEmpty ? [DifferenceFormatRequest(.text)] : requests {
      try write(difference, request)
    }
    if requests.allSatisfy({ $0.file != nil }), !requests.isEmpty {
      try write(difference, DifferenceFormatRequest(.text))
    }
    let alarms = try alarms() + (exitCode ? [.any] : [])
    if alarms.contains(where: { $0.isRaised(by: difference) }) { throw ExitStatus.changed.exitCode }
  }

  // MARK: - Reading

  /// Both sides; what is wrong with either is shown before the program leaves.
  func load(_ arguments: [String]) throws -> [ComparedPlan] {
    let earlierRuns = store.map { StoredRuns(store: $0) }
    var sides: [ComparedPlan] = []
    var failures: [Bool] = []
    for argument in arguments {
      let source = ComparedSource(
        argument: argument, compile: compile, earlierRuns: earlierRuns, color: color)
      switch try source.load() {
      case .plan(let plan): sides.append(plan)
      case .broken(let isUnreadable):
        failures.append(isUnreadable)
        Terminal.error.write("not compared: \(argument) does not compile\n")
      }
    }
    guard failures.isEmpty else {
      throw (failures.contains(true) ? ExitStatus.usage : ExitStatus.failed).exitCode
    }
    return sides
  }

  private func comparison(_ old: ComparedPlan, _ new: ComparedPlan) throws -> PlanComparison {
    guard let store else { return PlanComparison(old.plan, new.plan, catalog: .standard) }
    let query = ForecastQuery(store: store, reuse: "auto", baseDirectory: baseDir)
    return PlanComparison(
      old.plan, new.plan, catalog: .standard, forecast: try query.forecast(new),
      oldForecast: query.forecastIfAny(old))
  }

  // MARK: - Choosing

  /// What was selected of both plans; a name may be of either.
  private func part(_ request: SelectionRequest, _ comparison: PlanComparison) throws -> PlanComparison.Part?
  {
    guard !request.isEmpty else { return nil }
    let states = comparison.selectionStates()
    let (old, new) = (SelectableGraph(comparison.old.plan), SelectableGraph(comparison.new.plan))
    let selections = request.selections.map(\.selection)
    let exclusions = request.exclusions.map(\.selection)
    let before = try? old.select(selections, excluding: exclusions, states: states.old)
    let now = try? new.select(selections, excluding: exclusions, states: states.new)
    guard before != nil || now != nil else {
      // The newer plan's own complaint, with its place.
      _ = try request.artifacts(of: new, states: states.new)
      return nil
    }
    return PlanComparison.Part(
      old: before?.artifacts.isMember ?? Array(repeating: false, count: old.artifacts.count),
      new: now?.artifacts.isMember ?? Array(repeating: false, count: new.artifacts.count))
  }

  // MARK: - Showing

  var requests: [DifferenceFormatRequest] { formats + (json ? [DifferenceFormatRequest(.json)] : []) }

  private func write(_ difference: PlanDifference, _ request: DifferenceFormatRequest) throws {
    let isColoured = request.file == nil && Terminal.output.isColoured(color)
    try OutputFile.write(request.format.render(difference, isColoured: isColoured), to: request.file)
  }

  private func alarms() throws -> [DifferenceAlarm] {
    let names = failOn.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return try names.map { name in
      guard let alarm = DifferenceAlarm(rawValue: name) else {
        let known = DifferenceAlarm.allCases.map(\.rawValue)
        let hint = closest(to: name, among: known).map { "did you mean '\($0)'?" }
        throw ValidationError(
          "--fail-on takes \(known.joined(separator: ", ")), found '\(name)'" + (hint.map { "; \($0)" } ?? "")
        )
      }
      return alarm
    }
  }
}
