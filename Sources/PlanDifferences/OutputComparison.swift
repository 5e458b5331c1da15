// What readers of the results notice: every output of either plan, and whether it can still be read.
package import ComponentKit
internal import ExecutionPlan

/// One output.
package struct OutputComparison: Sendable, Hashable {
  package typealias Verdict = SchemaCompatibility.Verdict

  /// The raw values stand in files and are append-only.
  package enum State: String, Sendable, CaseIterable { case kept, added, removed, renamed }

  package let id: String
  /// What it was called before, where that differs.
  package let previous: String?
  package let state: State
  package let verdict: Verdict
  package let oldSchema: SchemaReference?
  package let newSchema: SchemaReference?
  /// Why it is not the same.
  package let reasons: [String]
  /// Whether it is made anew, so that its content may differ.
  package let isMadeAnew: Bool
}

/// Compares the outputs of two plans.
///
/// Results name outputs by their ids. So an output that is gone, that is called otherwise (unless the older
/// name is an alias of it), or whose content is redacted now, breaks its readers; one that is new does not.
struct OutputsComparison {
  let old: ComparablePlan
  let new: ComparablePlan
  let matching: InstructionMatching
  let catalog: ComponentCatalog
  let isMadeAnew: (Int) -> Bool

  func outputs() -> [OutputComparison] {
    var result: [OutputComparison] = []
    for (index, instruction) in new.instructions.enumerated() where instruction.flags.contains(.output) {
      if let other = matching.oldIndex(ofNew: index), old.instructions[other].flags.contains(.output) {
        result.append(kept(other, index))
      } else {
        result.append(added(index))
      }
    }
    for (index, instruction) in old.instructions.enumerated() where instruction.flags.contains(.output) {
      let other = matching.newIndex(ofOld: index)
      if other.map({ !new.instructions[$0].flags.contains(.output) }) ?? true {
        result.append(removed(index, isArtifactThere: other != nil))
      }
    }
    return result.sorted { ($0.id, $0.state.rawValue) < ($1.id, $1.state.rawValue) }
  }

  private func kept(_ oldIndex: Int, _ newIndex: Int) -> OutputComparison {
    let (a, b) = (old.instructions[oldIndex], new.instructions[newIndex])
    let schema = SchemaCompatibility(of: b.schema, forReadersOf: a.schema, catalog: catalog)
    var (verdict, reasons) = (schema.verdict, schema.reasons)
    let isRenamed = a.id != b.id
    if isRenamed {
      let isAlias = new.plan.aliases[a.id]?.value == newIndex
      if isAlias { verdict = max(verdict, .compatible) } else { verdict = .breaking }
      reasons.append("called '\(b.id)' instead of '\(a.id)'" + (isAlias ? ", which is its alias" : ""))
    }
    if b.flags.contains(.sensitive), !a.flags.contains(.sensitive) {
      verdict = .breaking
      reasons.append("its content is redacted now")
    } else if a.flags.contains(.sensitive), !b.flags.contains(.sensitive) {
      verdict = max(verdict, .compatible)
      reasons.append("its content is not redacted any more")
    }
    if b.flags.contains(.optional), !a.flags.contains(.optional) {
      verdict = max(verdict, .compatible)
      reasons.append("optional now: a run may be completed without it")
    }
    return OutputComparison(
      id: b.id.text, previous: isRenamed ? a.id.text : nil, state: isRenamed ? .renamed : .kept,
      verdict: verdict, oldSchema: a.schema, newSchema: b.schema, reasons: reasons,
      isMadeAnew: isMadeAnew(newIndex))
  }

  private func added(_ index: Int) -> OutputComparison {
    OutputComparison(
      id: new.id(at: index), previous: nil, state: .added, verdict: .compatible, oldSchema: nil,
      newSchema: new.instructions[index].schema, reasons: ["a new output"], isMadeAnew: isMadeAnew(index))
  }

  private func removed(_ index: Int, isArtifactThere: Bool) -> OutputComparison {
    OutputComparison(
      id: old.id(at: index), previous: nil, state: .removed, verdict: .breaking,
      oldSchema: old.instructions[index].schema, newSchema: nil,
      reasons: [isArtifactThere ? "no output any more" : "the artifact is gone"], isMadeAnew: false)
  }
}

extension SchemaCompatibility.Verdict: Comparable {
  private var rank: Int {
    switch self {
    case .same: 0
    case .compatible: 1
    case .breaking: 2
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
