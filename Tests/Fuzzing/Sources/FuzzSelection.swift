// Selections: a text is read, or has a fault inside it; what is read can be evaluated.
internal import PlanSelection

enum FuzzSelection {
  private static let graph: SelectableGraph = {
    let rows: [(String, [Int])] = [
      ("files", []), ("audit/found", [0]), ("audit/deep/x", [1, 0]), ("all", [2, 1]),
    ]
    return SelectableGraph(
      rows.map { id, operands in
        var artifact = SelectableArtifact(id: id, operation: operands.isEmpty ? "extract" : "merge")
        artifact.operands = operands
        return artifact
      })
  }()

  static func test(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(SelectionFault) {
      let selection = try Selection(text)
      let result = try graph.select([selection], states: SelectionStates(["modified": [1]]))
      precondition(result.artifacts.count == result.artifacts.indices.count, "the count is wrong")
      for remark in result.remarks { check(remark, text) }
    } catch {
      check(error, text)
    }
  }

  private static func check(_ fault: SelectionFault, _ text: String) {
    precondition(fault.span.upperBound <= text.utf8.count && !fault.message.isEmpty, "\(fault)")
  }
}
