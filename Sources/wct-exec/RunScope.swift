// What alone is to be made in a run: a selection, and everything that leads to it.
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import PlanSelection
internal import RunHistory

/// The part of a plan that a run is restricted to.
struct RunScope {
  /// As it is stored with the run; nil: everything.
  let text: String?
  /// By place in the plan; nil: everything.
  let members: [Bool]?

  /// Reads selections that join; says of parts that nothing fits.
  ///
  /// - Throws: ``ProgramError`` with the place of what can't be read or names no artifact.
  init(_ selections: [String], option: String, in plan: Plan) throws {
    guard !selections.isEmpty else {
      (text, members) = (nil, nil)
      return
    }
    do throws(SelectionFault) {
      var read: [Selection] = []
      for selection in selections { read.append(try Selection(selection)) }
      let result = try SelectableGraph(plan).select(read)
      for remark in result.remarks {
        var (diagnostic, sources) = remark.diagnostic(option: option)
        diagnostic.severity = .warning
        Terminal.error.show(diagnostic, in: sources)
      }
      members = Self.withOperands(result.artifacts, plan)
    } catch {
      let (diagnostic, sources) = error.diagnostic(option: option)
      throw ProgramError(diagnostic, in: sources, leaving: .usage)
    }
    text = selections.count == 1 ? selections[0] : selections.map { "(\($0))" }.joined(separator: " ")
  }

  /// The scope that a run was begun or resumed with; everything where it can't be told.
  init(of run: RunRecord, in plan: Plan) {
    text = run.options.selection
    members = text.flatMap { text in
      guard let selection = try? Selection(text), let result = try? SelectableGraph(plan).select([selection])
      else { return nil }
      return Self.withOperands(result.artifacts, plan)
    }
  }

  /// Backwards, because every operand stands earlier.
  private static func withOperands(_ selected: SelectedArtifacts, _ plan: Plan) -> [Bool] {
    var members = plan.instructions.indices.map { selected.contains($0) }
    for index in plan.instructions.indices.reversed() where members[index] {
      for operand in plan.instructions[index].operands { members[operand.value] = true }
    }
    return members
  }

  func contains(_ index: InstructionIndex) -> Bool {
    members.map { $0.indices.contains(index.value) && $0[index.value] } ?? true
  }

  /// How many artifacts were left out.
  var excludedCount: Int { members?.count { !$0 } ?? 0 }
}
