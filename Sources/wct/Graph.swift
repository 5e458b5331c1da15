// `wct graph`: a runbook or a plan as a picture.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import PlanSelection
internal import RunbookCompiler
internal import RunbookGraphs
internal import StandardManifests
internal import SystemFiles

extension GraphFormat: ExpressibleByArgument {}
extension GraphDirection: ExpressibleByArgument {}

struct Graph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draw a runbook or a plan as a graph.",
    discussion: """
      The SVG needs no other program. Artifacts of child runbooks stand in boxes; sensitive artifacts, and the \
      ways that their data takes, are marked.

      \(SelectionOptions.help)
      """)

  @Argument(
    help: ArgumentHelp("A runbook, or a plan that 'wct compile' wrote.", valueName: "runbook-or-plan"))
  var path: String

  @Option(help: "The format; default: what the name of --output ends with, else svg.")
  var format: GraphFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; without it, or as '-', standard output.", valueName: "FILE"))
  var output: String?

  @OptionGroup var selection: SelectionOptions

  @Option(help: "Which way the data flows on the picture.")
  var direction: GraphDirection = .right

  @Option(help: "When to colour.")
  var color: ColorChoice = .auto

  @OptionGroup var compile: CompileOptions
  @OptionGroup var store: StoreToReadOption

  mutating func validate() throws {
    if output == "" { throw ValidationError("--output takes a file, not an empty text") }
  }

  func run() throws {
    let request = try selection.request()
    var graph = try GraphSource(
      path: path, compile: compile, earlierRuns: store.runs, color: color
    ).graph()
    if !request.isEmpty { graph = graph.restricted(to: try request.artifacts(of: graph.selectable)) }
    let format = format ?? output.flatMap(GraphFormat.init(fileName:)) ?? .svg
    let text: String
    do {
      text = try graph.text(format, direction)
    } catch {
      throw ProgramError(
        .graphTooLarge, "\(error.artifacts) artifacts are too many for a picture",
        notes: ["show a part with --select, or use --format dot"], leaving: .failed)
    }
    try OutputFile.write(Array(text.utf8), to: output)
    if format == .mermaid, graph.edges.count > Self.mermaidEdges {
      Terminal.error.write(
        "note: Mermaid draws at most \(Self.mermaidEdges) edges unless 'maxEdges' says otherwise; "
          + "this graph has \(graph.edges.count)\n")
    }
  }

  /// Mermaid's own default.
  private static let mermaidEdges = 500
}

/// Reads what is drawn: a plan where the file is one, else a runbook.
private struct GraphSource {
  let path: String
  let compile: CompileOptions
  let earlierRuns: StoredRuns?
  let color: ColorChoice

  func graph() throws -> RunbookGraph {
    if let bytes = try PlanFile.bytes(at: path) { return try graph(ofPlan: bytes) }
    let compiler = try compile.compilerOrError(
      forRunbookAt: path, policies: compile.policies.load(), earlierRuns: earlierRuns
    ).compiler
    let result = compiler.compile(path: path, goal: .check)
    guard !result.hasErrors else {
      let report = DiagnosticReport(diagnostics: result.diagnostics, sources: result.sources, path: path)
      Terminal.error.write(
        DiagnosticFormat.text.render(
          [report], isColoured: Terminal.error.isColoured(color), width: Terminal.error.width))
      throw (result.isUnreadable ? ExitStatus.usage : ExitStatus.failed).exitCode
    }
    return RunbookGraph(result)
  }

  private func graph(ofPlan bytes: [UInt8]) throws -> RunbookGraph {
    do {
      return RunbookGraph(try PlanVerifier.verify(Plan.decode(bytes), catalog: .standard).plan)
    } catch {
      let place = error.pointer.isEmpty ? "" : " (at \(error.pointer))"
      throw ProgramError(
        code: error.code.rawValue, "\(path): \(error.message)\(place)",
        notes: [error.hint].compactMap(\.self),
        leaving: error.code == .component ? .refused : .failed)
    }
  }
}
