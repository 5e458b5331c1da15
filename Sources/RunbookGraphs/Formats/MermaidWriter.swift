// A graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).
internal import CanonicalJSON

enum MermaidWriter {
  static func text(of graph: RunbookGraph, _ direction: GraphDirection) -> String {
    var text = "---\ntitle: \(JSONValue.string(PlainText.line(graph.title)).canonicalText)\n---\n"
    text += "flowchart \(direction == .right ? "LR" : "TB")\n"
    text +=
      "  accTitle: \(accessible(graph.title))\n  accDescr: \(accessible("\(graph.description) (\(graph.summary))"))\n"
    let boxes = NestedBoxes(graph)
    for box in boxes.outermost { write(box, boxes, graph, indent: "  ", &text) }
    for index in boxes.freeNodes { text += "  \(node(index, graph))\n" }
    var sensitive: [Int] = []
    for (number, edge) in graph.edges.enumerated() {
      text += "  n\(edge.from) \(edge.isSensitive ? "-.->" : "-->") n\(edge.to)\n"
      if edge.isSensitive { sensitive.append(number) }
    }
    text += legend(graph) + styles(graph, sensitive)
    return text
  }

  /// A line break or a brace would end the text, and there are no entities here.
  private static func accessible(_ text: String) -> String {
    PlainText.escaped(PlainText.line(text)) { ["{", "}", "#", ";", "%", "<", ">"].contains($0) ? " " : nil }
  }

  private static func write(
    _ box: Int, _ boxes: NestedBoxes, _ graph: RunbookGraph, indent: String, _ text: inout String
  ) {
    text += "\(indent)subgraph b\(box) [\"\(PlainText.mermaid(graph.boxes[box].shortID))\"]\n"
    for inner in boxes.children[box] { write(inner, boxes, graph, indent: indent + "  ", &text) }
    for index in boxes.nodes[box] { text += "\(indent)  \(node(index, graph))\n" }
    text += "\(indent)end\n"
  }

  private static func node(_ index: Int, _ graph: RunbookGraph) -> String {
    let node = graph.nodes[index]
    var lines = [node.badges.isEmpty ? node.title : "\(node.title) \(node.badges)", node.subtitle]
    if let schema = node.schema { lines.append(schema) }
    let label = lines.map(PlainText.mermaid).joined(separator: "<br/>")
    let (open, close) = brackets(of: node.kind)
    return "n\(index)\(open)\"\(label)\"\(close)\(classes(of: node))"
  }

  private static func brackets(of kind: GraphNode.Kind) -> (String, String) {
    switch kind {
    case .source: ("[(", ")]")
    case .process: ("(", ")")
    case .merge: ("{{", "}}")
    case .pass: ("([", "])")
    case .reuse: ("[[", "]]")
    case .constant: ("[/", "/]")
    case .execute: ("[\\", "\\]")
    case .input: (">", "]")
    }
  }

  /// A node has one class after `:::`; the classes are combinations.
  private static func classes(of node: GraphNode) -> String {
    let name = className(node)
    return name.isEmpty ? "" : ":::\(name)"
  }

  private static func className(_ node: GraphNode) -> String {
    var parts: [String] = []
    if node.isSensitive { parts.append("sensitive") }
    if node.marks.contains(.output) { parts.append("output") }
    if node.marks.contains(.optional) { parts.append("optional") }
    return parts.joined(separator: "_")
  }

  private static func styles(_ graph: RunbookGraph, _ sensitive: [Int]) -> String {
    var text = ""
    for name in Set(graph.nodes.map(className)).sorted() where !name.isEmpty {
      var rules: [String] = []
      if name.hasPrefix("sensitive") { rules += ["fill:#ffedd5", "stroke:#c2410c", "color:#431407"] }
      if name.contains("output") { rules.append("stroke-width:4px") }
      if name.contains("optional") { rules.append("stroke-dasharray:4 3") }
      text += "  classDef \(name) \(rules.joined(separator: ","))\n"
    }
    if !sensitive.isEmpty {
      text +=
        "  linkStyle \(sensitive.map(String.init).joined(separator: ",")) stroke:#c2410c,stroke-width:2px\n"
    }
    return text
  }

  private static func legend(_ graph: RunbookGraph) -> String {
    let entries = graph.legend.map { PlainText.mermaid("\($0.symbol) \($0.meaning)") }
    return entries.isEmpty
      ? "" : "  legend[\"\(entries.joined(separator: "<br/>"))\"]\n  style legend fill:none,stroke:none\n"
  }
}
