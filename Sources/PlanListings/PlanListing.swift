// A plan as people read assembly: its tables, then one line an instruction.
internal import ExecutionPlan
internal import PlanSelection

/// The listing of a plan.
package struct PlanListing {
  private let listed: ListedPlan
  private let style: ListingStyle

  package init(_ listed: ListedPlan, style: ListingStyle) {
    self.listed = listed
    self.style = style
  }

  /// Writes the listing; time is in proportion to its length.
  package func write(to sink: inout ListingSink) {
    let header = PlanHeader(listed: listed, style: style)
    header.write(to: &sink)
    writeInstructions(to: &sink)
    header.writeNames(to: &sink)
  }

  private func writeInstructions(to sink: inout ListingSink) {
    let count = listed.plan.instructions.count
    let shown = listed.shown.count
    sink.line()
    sink.line(
      style.paint("instructions (\(shown == count ? "\(count)" : "\(shown) of \(count)"))", .heading))
    guard shown > 0 else { return }
    let layout = ColumnLayout(natural: widestCells(), width: style.width)
    let isCut = style.width < .max
    sink.line(
      layout.line(ListingColumn.allCases.map(\.heading), isCut: isCut) { text, _ in
        style.paint(text, .quiet)
      })
    for index in listed.indices where sink.isOpen {
      let flags = listed.plan.instructions[index].flags
      sink.line(
        layout.line(listed.cells(of: index), isCut: isCut) { text, column in
          style.paint(text, Self.role(column, flags))
        })
      if style.isLong { InstructionDetails(listed, style).write(index, to: &sink) }
    }
  }

  private func widestCells() -> [ListingColumn: Int] {
    var widest = [Int](repeating: 0, count: ListingColumn.allCases.count)
    for index in listed.indices {
      for (column, cell) in listed.cells(of: index).enumerated() {
        widest[column] = max(widest[column], cell.columns)
      }
    }
    return Dictionary(uniqueKeysWithValues: ListingColumn.allCases.map { ($0, widest[$0.rawValue]) })
  }

  static func role(_ column: ListingColumn, _ flags: Instruction.Flags) -> ListingStyle.Role {
    switch column {
    case .number, .inputs: .number
    case .artifact: flags.contains(.output) ? .heading : .plain
    case .operation: .operation
    case .component: .plain
    case .schema, .place: .quiet
    case .marks:
      flags.contains(.sensitive) ? .sensitive : flags.contains(.tainted) ? .tainted : .plain
    }
  }
}
