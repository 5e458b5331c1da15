// The options that choose artifacts, shared by the subcommands that look at plans.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import PlanSelection

struct SelectionOptions: ParsableArguments {
  @Option(
    name: .customLong("select"),
    help: ArgumentHelp("Only these artifacts (repeatable), such as '+classified'.", valueName: "SELECTION"))
  var selections: [String] = []

  @Option(
    name: .customLong("exclude"),
    help: ArgumentHelp("Without these artifacts (repeatable).", valueName: "SELECTION"))
  var exclusions: [String] = []

  /// What help texts say of selections.
  static let help = """
    A SELECTION is an artifact, '+NAME' with all that leads to it, 'NAME+' with all that comes of it, '2+NAME' two \
    steps, 'child/*', or a criterion such as 'type:personal_data' and 'output:true'; a blank joins, a comma \
    intersects, '-' takes away. See docs/selection.md.
    """

  /// What was asked for, read; leaves with the place of what can't be read.
  ///
  /// - Parameter arguments: Selections that were not given with `--select`.
  func request(and arguments: [String] = []) throws -> SelectionRequest {
    SelectionRequest(
      selections: try arguments.map { try Self.read($0, as: "selection") }
        + selections.map { try Self.read($0, as: "--select") },
      exclusions: try exclusions.map { try Self.read($0, as: "--exclude") })
  }

  private static func read(_ text: String, as option: String) throws -> SelectionRequest.Part {
    do throws(SelectionFault) {
      return SelectionRequest.Part(selection: try Selection(text), option: option)
    } catch {
      throw ProgramError(error, option: option)
    }
  }
}

/// Selections that were read from a command line.
struct SelectionRequest {
  struct Part {
    let selection: Selection
    let option: String
  }

  let selections: [Part]
  let exclusions: [Part]

  /// Whether everything is asked for.
  var isEmpty: Bool { selections.isEmpty && exclusions.isEmpty }

  /// The artifacts asked for; says of parts that nothing fits, and leaves where there is no such artifact.
  func artifacts(of graph: SelectableGraph, states: SelectionStates? = nil) throws -> SelectedArtifacts {
    do throws(SelectionFault) {
      let result = try graph.select(
        selections.map(\.selection), excluding: exclusions.map(\.selection), states: states)
      for remark in result.remarks {
        var (diagnostic, sources) = remark.diagnostic(option: option(of: remark))
        diagnostic.severity = .warning
        Terminal.error.show(diagnostic, in: sources)
      }
      return result.artifacts
    } catch {
      throw ProgramError(error, option: option(of: error))
    }
  }

  private func option(of fault: SelectionFault) -> String {
    (selections + exclusions).first { $0.selection.text == fault.text }?.option ?? "selection"
  }
}

extension ProgramError {
  fileprivate init(_ fault: SelectionFault, option: String) {
    let (diagnostic, sources) = fault.diagnostic(option: option)
    self.init(diagnostic, in: sources, leaving: .usage)
  }
}
