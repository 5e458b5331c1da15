// A plan as a tree from its outputs down to its sources.
internal import ExecutionPlan
internal import PlanSelection

/// What each artifact is made from. An artifact that several are made from is shown with its own inputs once, and
/// named at the others.
package struct PlanTree {
  private let listed: ListedPlan
  private let style: ListingStyle

  /// How deep lines are indented; what lies deeper begins a tree of its own below, so that a chain of any length
  /// takes space in proportion to it.
  private static let maximumDepth = 24

  package init(_ listed: ListedPlan, style: ListingStyle) {
    self.listed = listed
    self.style = style
  }

  /// One line that is still to be written.
  private struct Pending {
    let index: Int
    /// For each level above whether more comes on it.
    let rails: [Bool]
  }

  package func write(to sink: inout ListingSink) {
    var isShown = [Bool](repeating: false, count: listed.plan.instructions.count)
    var roots = Array(roots().reversed())
    var later: [Int] = []
    while let root = roots.popLast(), sink.isOpen {
      guard !isShown[root] else { continue }
      later.removeAll(keepingCapacity: true)
      writeTree(from: root, &isShown, &later, to: &sink)
      // What was too deep comes next, in its order.
      roots += later.reversed()
    }
  }

  /// What nothing shown is made from: outputs first, then what reaches no output.
  private func roots() -> [Int] {
    var isUsed = [Bool](repeating: false, count: listed.plan.instructions.count)
    for index in listed.indices {
      for operand in listed.plan.instructions[index].operands { isUsed[operand.value] = true }
    }
    let ends = listed.indices.filter { !isUsed[$0] }
    let isOutput = { (index: Int) in listed.plan.instructions[index].flags.contains(.output) }
    return ends.filter(isOutput) + ends.filter { !isOutput($0) }
  }

  private func writeTree(
    from root: Int, _ isShown: inout [Bool], _ later: inout [Int], to sink: inout ListingSink
  ) {
    var rest = [Pending(index: root, rails: [])]
    while let next = rest.popLast(), sink.isOpen {
      let operands = operands(of: next.index)
      let isRepeated = isShown[next.index] && !operands.isEmpty
      let isTooDeep = !isRepeated && next.rails.count >= Self.maximumDepth && !operands.isEmpty
      let remark = isRepeated ? "see above" : isTooDeep ? "see below" : nil
      sink.line(line(next, remark))
      if isTooDeep { later.append(next.index) }
      guard !isRepeated, !isTooDeep else { continue }
      isShown[next.index] = true
      for (position, operand) in operands.enumerated().reversed() {
        rest.append(Pending(index: operand, rails: next.rails + [position < operands.count - 1]))
      }
    }
  }

  /// The operands that are shown, each once.
  private func operands(of index: Int) -> [Int] {
    let operands = listed.plan.instructions[index].operands.map(\.value).filter { listed.shown.contains($0) }
    guard operands.count > 1 else { return operands }
    var seen: Set<Int> = []
    return operands.filter { seen.insert($0).inserted }
  }

  private func line(_ pending: Pending, _ remark: String?) -> String {
    let instruction = listed.plan.instructions[pending.index]
    var rail = ""
    for (level, goesOn) in pending.rails.enumerated() {
      let isLast = level == pending.rails.count - 1
      rail += isLast ? (goesOn ? "├─ " : "└─ ") : (goesOn ? "│  " : "   ")
    }
    let calls = listed.calls(instruction)
    let number = "#\(pending.index)"
    let operation = instruction.operation.name + (calls.isEmpty ? "" : " \(calls)")
    var parts: [(String, ListingStyle.Role)] = [
      (rail, .quiet), (number, .number), (" \(instruction.id)", Self.role(instruction)),
    ]
    if let remark {
      parts.append(("  (\(remark))", .quiet))
    } else {
      parts.append(("  \(operation)", .operation))
      let marks = listed.marks(of: pending.index)
      if !marks.isEmpty { parts.append(("  [\(marks)]", PlanListing.role(.marks, instruction.flags))) }
    }
    return paint(parts)
  }

  private static func role(_ instruction: Instruction) -> ListingStyle.Role {
    PlanListing.role(.artifact, instruction.flags)
  }

  /// The parts one behind the other, cut to the width before they are painted.
  private func paint(_ parts: [(String, ListingStyle.Role)]) -> String {
    var left = style.width
    var line = ""
    for (text, role) in parts where left > 0 {
      line += style.paint(text.cut(to: left), role)
      left -= text.columns
    }
    return line
  }
}
