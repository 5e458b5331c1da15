// `wct show`: a plan as people read assembly.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import PlanListings
internal import PlanSelection
internal import SystemFiles

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what a plan does, instruction by instruction.",
    discussion: """
      The listing has one numbered line an instruction: what it makes, how, from which earlier instructions, and \
      where the runbook says so. --meaning shows what goes into each key. A runbook is compiled first.

      \(SelectionOptions.help)
      """)

  @Argument(
    help: ArgumentHelp(
      "A plan that 'wct compile' wrote ('-': standard input), or a runbook.", valueName: "plan-or-runbook"))
  var path: String

  @Argument(help: ArgumentHelp("Only these artifacts, as with --select.", valueName: "selection"))
  var selections: [String] = []

  @OptionGroup var selection: SelectionOptions

  @Flag(help: "Show what the outputs are made from, as a tree.")
  var tree = false

  @Flag(help: "Show what goes into each key, field by field.")
  var meaning = false

  @Flag(help: "Show the listing as JSON, with everything that the plan holds.")
  var json = false

  @Flag(name: .shortAndLong, help: "Show what each instruction is told: names, properties, bindings, keys.")
  var long = false

  @Flag(help: "Show contents that are marked sensitive.")
  var showSensitive = false

  @Option(help: "When to colour.")
  var color: ColorChoice = .auto

  @OptionGroup var compile: CompileOptions
  @OptionGroup var store: StoreToReadOption

  mutating func validate() throws {
    let views = [("--tree", tree), ("--meaning", meaning), ("--json", json)].filter(\.1).map(\.0)
    guard views.count <= 1 else {
      throw ValidationError("\(views.joined(separator: " and ")) show different things; name one")
    }
    if long, !views.isEmpty { throw ValidationError("--long goes with the listing, not with \(views[0])") }
  }

  func run() throws {
    let request = try selection.request(and: selections)
    var listed = try load()
    if !request.isEmpty {
      listed = listed.showing(try request.artifacts(of: SelectableGraph(listed.plan)))
    }
    let terminal = Terminal.output
    let style = ListingStyle(
      width: terminal.isTerminal ? terminal.width : .max, isColoured: terminal.isColoured(color), isLong: long
    )
    var sink = ListingSink { terminal.write($0) }
    if json {
      PlanListingJSON(listed).write(to: &sink)
    } else if tree {
      PlanTree(listed, style: style).write(to: &sink)
    } else if meaning {
      MeaningListing(listed, style: style).write(to: &sink)
    } else {
      PlanListing(listed, style: style).write(to: &sink)
    }
    guard sink.flush() else { throw ExitStatus.failed.exitCode }
  }

  private func load() throws -> ListedPlan {
    if let bytes = try PlanFile.bytes(at: path) {
      let map = path == "-" ? nil : try? readFile(path + ".map", limit: PlanFile.sizeLimit)
      return try listed(bytes, map.flatMap(SourceMap.decode))
    }
    let compiled = try compile.compilePlan(
      path, earlierRuns: store.runs, show: OutputOptions(textIn: color))
    return try listed(compiled.plan.bytes, compiled.sourceMap)
  }

  private func listed(_ bytes: [UInt8], _ map: SourceMap?) throws -> ListedPlan {
    let decoded = try PlanFile.decode(bytes, path: path)
    return ListedPlan(
      decoded.plan, id: decoded.id, digest: decoded.digest, sourceMap: map, showsSensitive: showSensitive)
  }
}

extension OutputOptions {
  /// Diagnostics as text, for a command whose own output is something else.
  fileprivate init(textIn color: ColorChoice) {
    self.init()
    self.color = color
    formats = []
    json = false
    quiet = false
  }
}
