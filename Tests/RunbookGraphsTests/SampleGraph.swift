// Graphs that several tests look at.
import RunbookGraphs
import TestSupport

enum SampleGraph {
  /// A graph of nodes given as `id: operands`, all passed through.
  static func graph(_ rows: [(String, [String])], title: String = "Sample", description: String = "A sample")
    -> RunbookGraph
  {
    var numbers: [String: Int] = [:]
    var nodes: [GraphNode] = []
    for (id, operands) in rows {
      var node = GraphNode(id: id, kind: operands.isEmpty ? .source : operands.count > 1 ? .merge : .pass)
      node.operands = operands.compactMap { numbers[$0] }
      numbers[id] = nodes.count
      nodes.append(node)
    }
    return RunbookGraph(title: title, description: description, nodes: nodes)
  }

  /// Two uses of child runbooks, one with another inside, and edges past and between them.
  static let nested = graph([
    ("customers", []), ("letters", []), ("audit/clean/left", ["customers"]),
    ("audit/clean/right", ["customers"]),
    ("audit/clean/merged", ["audit/clean/left", "audit/clean/right"]),
    ("audit/found", ["audit/clean/merged"]),
    ("other/left", ["letters", "audit/clean/merged"]), ("other/right", ["letters"]),
    ("other/found", ["other/left", "other/right"]), ("all", ["audit/found", "other/found", "customers"]),
  ])

  /// A graph of layers, each node with one to three operands, some far away, some in boxes.
  static func random(_ seed: UInt64, count: Int = 120) -> RunbookGraph {
    var generator = SeededGenerator(seed: seed)
    var rows: [(String, [String])] = []
    for number in 0..<count {
      let box = ["", "a/", "a/b/", "c/", "c/d/e/"][Int.random(in: 0..<5, using: &generator)]
      let wanted = number < 4 ? 0 : Int.random(in: 0...3, using: &generator)
      let earliest = Bool.random(using: &generator) ? 0 : max(0, number - 12)
      let operands = (0..<wanted).map { _ in rows[Int.random(in: earliest..<number, using: &generator)].0 }
      rows.append(("\(box)n\(number)", operands))
    }
    return graph(rows)
  }
}
