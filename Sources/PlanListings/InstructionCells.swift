// One instruction as the cells of a line.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan

/// The columns of a listing, in their order.
enum ListingColumn: Int, CaseIterable {
  case number, artifact, operation, component, inputs, schema, marks, place

  var heading: String {
    switch self {
    case .number: "#"
    case .artifact: "artifact"
    case .operation: "op"
    case .component: "component"
    case .inputs: "inputs"
    case .schema: "schema"
    case .marks: "marks"
    case .place: "source"
    }
  }

  /// How far columns are aligned; a longer cell pushes the rest of its line.
  var widest: Int { self == .inputs ? 24 : 60 }
}

extension ListedPlan {
  /// The cells of an instruction, in the order of ``ListingColumn``, fit for a terminal.
  func cells(of index: Int) -> [String] {
    let instruction = plan.instructions[index]
    return [
      "#\(index)", instruction.id.text, instruction.operation.name, calls(instruction),
      Self.numbers(instruction.operands.map(\.value)), instruction.schema.description, marks(of: index),
      place(of: instruction.id) ?? "",
    ]
  }

  /// What is called or copied.
  func calls(_ instruction: Instruction) -> String {
    if case .reuse(let run, let artifact, _) = instruction.operation {
      return "\(printable(artifact)) of \(printable(run))"
    }
    return component(of: instruction).map { printable("\($0.type)@\($0.version)") } ?? ""
  }

  /// `file:line:column`.
  func place(of artifact: ArtifactID) -> String? { sourceMap?.description(of: artifact).map(printable) }

  /// Flags, and which earlier instruction means the same.
  func marks(of index: Int) -> String {
    let flags = plan.instructions[index].flags.names
    let same = sameAs[index].map { ["same as #\($0)"] } ?? []
    return (flags + same).joined(separator: ", ")
  }

  /// `0,2,5-9`, in the order of the operands.
  static func numbers(_ numbers: [Int]) -> String {
    var parts: [String] = []
    var position = 0
    while position < numbers.count {
      var end = position
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if end > position + 1 {
        parts.append("\(numbers[position])-\(numbers[end])")
      } else {
        parts += numbers[position...end].map(String.init)
      }
      position = end + 1
    }
    return parts.joined(separator: ",")
  }
}
