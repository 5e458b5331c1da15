// A graph in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html).

enum DOTWriter {
  static func text(of graph: RunbookGraph, _ direction: GraphDirection) -> String {
    var text = "digraph runbook {\n"
    let title = "\(PlainText.dot(graph.title))\\n\(PlainText.dot(graph.description))"
    text += "  graph [rankdir=\(direction == .right ? "LR" : "TB"), label=\"\(title)\", labelloc=t, "
    text += "fontname=\"Helvetica\", newrank=true];\n"
    text += "  node [fontname=\"Helvetica\", fontsize=11, style=\"filled\", fillcolor=\"#ffffff\"];\n"
    text += "  edge [color=\"#5b6472\"];\n"
    let boxes = NestedBoxes(graph)
    for box in boxes.outermost { write(box, boxes, graph, indent: "  ", &text) }
    for index in boxes.freeNodes { text += "  " + node(index, graph) }
    for edge in graph.edges {
      text += "  n\(edge.from) -> n\(edge.to)\(edge.isSensitive ? sensitiveEdge : "");\n"
    }
    text += legend(graph)
    return text + "}\n"
  }

  private static let sensitiveEdge = " [color=\"#c2410c\", style=dashed, penwidth=1.8]"

  private static func write(
    _ box: Int, _ boxes: NestedBoxes, _ graph: RunbookGraph, indent: String, _ text: inout String
  ) {
    text += "\(indent)subgraph cluster_\(box) {\n"
    text += "\(indent)  label=\"\(PlainText.dot(graph.boxes[box].shortID))\"; tooltip=\""
    text += "\(PlainText.dot(graph.boxes[box].id))\"; style=\"rounded\"; color=\"#8a94a6\";\n"
    for inner in boxes.children[box] { write(inner, boxes, graph, indent: indent + "  ", &text) }
    for index in boxes.nodes[box] { text += "\(indent)  " + node(index, graph) }
    text += "\(indent)}\n"
  }

  private static func node(_ index: Int, _ graph: RunbookGraph) -> String {
    let node = graph.nodes[index]
    var lines = [node.badges.isEmpty ? node.title : "\(node.title) \(node.badges)", node.subtitle]
    if let schema = node.schema { lines.append(schema) }
    let label = lines.map(PlainText.dot).joined(separator: "\\n")
    var attributes = [
      "label=\"\(label)\"", "shape=\(shape(of: node.kind))",
      "tooltip=\"\(node.explanation.map(PlainText.dot).joined(separator: "\\n"))\"",
    ]
    var styles = ["filled"]
    if node.kind == .process || node.kind == .pass { styles.append("rounded") }
    if node.marks.contains(.optional) { styles.append("dashed") }
    if styles.count > 1 { attributes.append("style=\"\(styles.joined(separator: ","))\"") }
    if node.marks.contains(.output) { attributes.append("peripheries=2") }
    if node.isSensitive { attributes.append("fillcolor=\"#ffedd5\", color=\"#c2410c\", penwidth=1.8") }
    return "n\(index) [\(attributes.joined(separator: ", "))];\n"
  }

  private static func shape(of kind: GraphNode.Kind) -> String {
    switch kind {
    case .source: "cylinder"
    case .process: "box"
    case .merge: "hexagon"
    case .pass: "oval"
    case .reuse: "folder"
    case .constant: "note"
    case .execute: "component"
    case .input: "cds"
    }
  }

  /// What the marks stand for, as far as they occur.
  private static func legend(_ graph: RunbookGraph) -> String {
    let entries = graph.legend.map { "\(PlainText.dot($0.symbol)) \(PlainText.dot($0.meaning))\\l" }
    guard !entries.isEmpty else { return "" }
    return
      "  legend [shape=plaintext, fillcolor=none, style=\"\", fontsize=10, label=\"\(entries.joined())\"];\n"
  }
}
