// The options that choose findings of a run.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import FindingReports
internal import PlanSelection
internal import Reports

struct FindingOptions: ParsableArguments {
  @Option(
    name: .customLong("select"),
    help: ArgumentHelp(
      "The findings of these artifacts instead of the outputs (repeatable).", valueName: "SELECTION"))
  var selections: [String] = []

  @Option(
    name: .customLong("exclude"),
    help: ArgumentHelp("Without those of these artifacts (repeatable).", valueName: "SELECTION"))
  var exclusions: [String] = []

  @Option(
    name: .customLong("category"),
    help: ArgumentHelp(
      "Only findings of this category or kind (repeatable); '*' stands for anything.", valueName: "NAME"))
  var categories: [String] = []

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp(
      "Only findings in this place (repeatable); '*' stands for anything but '/', '**' for that too.",
      valueName: "PATTERN"))
  var sources: [String] = []

  @Option(
    name: .customLong("id"),
    help: ArgumentHelp("Only this finding (repeatable): its id, or the beginning of it.", valueName: "ID"))
  var ids: [String] = []

  mutating func validate() throws {
    let texts = [("--category", categories), ("--source", sources), ("--id", ids)]
    for (option, values) in texts where values.contains("") {
      throw ValidationError("\(option) takes a text, not an empty one")
    }
  }

  var filter: FindingFilter {
    var filter = FindingFilter()
    filter.categories = categories.map { PlacePattern($0) }
    filter.sources = sources.map { PlacePattern($0) }
    filter.ids = ids
    return filter
  }

  /// Whether all findings of the outputs are wanted.
  var isEverything: Bool {
    [selections, exclusions, categories, sources, ids].allSatisfy(\.isEmpty)
  }

  /// The artifacts that are selected; nil where the outputs are wanted.
  func artifacts(of report: RunReport) throws -> [InstructionIndex]? {
    guard !selections.isEmpty || !exclusions.isEmpty else { return nil }
    do throws(SelectionFault) {
      var chosen: [Selection] = []
      for text in selections { chosen.append(try Selection(text)) }
      var left: [Selection] = []
      for text in exclusions { left.append(try Selection(text)) }
      let result = try SelectableGraph(report.plan).select(chosen, excluding: left)
      for remark in result.remarks {
        var (diagnostic, sources) = remark.diagnostic(option: option(remark))
        diagnostic.severity = .warning
        Terminal.error.show(diagnostic, in: sources)
      }
      let indices = result.artifacts.indices.map { InstructionIndex($0) }
      // Without a selection, exclusions are taken out of the outputs.
      return selections.isEmpty ? indices.filter(Set(report.outputs).contains) : indices
    } catch {
      let (diagnostic, sources) = error.diagnostic(option: option(error))
      throw ProgramError(diagnostic, in: sources, leaving: .usage)
    }
  }

  private func option(_ fault: SelectionFault) -> String {
    selections.contains(fault.text) ? "--select" : "--exclude"
  }
}
