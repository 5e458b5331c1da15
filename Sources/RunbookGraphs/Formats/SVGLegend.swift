// The legend of a picture: what its shapes and marks stand for, as far as they occur.

struct SVGLegend {
  private struct Entry {
    let sample: (Double, Double) -> String
    let meaning: String
    var x = 0.0
    var y = 0.0
  }

  private var entries: [Entry] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  private static let sampleWidth = 30.0
  private static let lineHeight = 24.0

  init(_ graph: RunbookGraph, width limit: Double) {
    entries = Self.kinds(graph) + Self.marks(graph)
    var (x, y) = (0.0, 0.0)
    for index in entries.indices {
      let needed = Self.sampleWidth + 8 + TextWidth.of(entries[index].meaning, size: 12) + 22
      if x > 0, x + needed > limit { (x, y) = (0, y + Self.lineHeight) }
      (entries[index].x, entries[index].y) = (x, y)
      x += needed
      width = max(width, x)
    }
    height = entries.isEmpty ? 0 : y + Self.lineHeight
  }

  func text(x: Double, y: Double) -> String {
    var text = "<g class=\"legend\" aria-label=\"legend\" role=\"group\">\n"
    for entry in entries {
      text += "<g>\(entry.sample(x + entry.x, y + entry.y))<text x=\""
      text +=
        "\(SVGShapes.number(x + entry.x + Self.sampleWidth + 8))\" y=\"\(SVGShapes.number(y + entry.y + 13))\">"
      text += "\(PlainText.xml(entry.meaning))</text></g>\n"
    }
    return text + "</g>\n"
  }

  // MARK: - Entries

  private static func kinds(_ graph: RunbookGraph) -> [Entry] {
    let present = Set(graph.nodes.map(\.kind))
    return GraphNode.Kind.allCases.filter(present.contains).map { kind in
      Entry(sample: { node(kind, "", $0, $1) }, meaning: meaning(of: kind))
    }
  }

  private static func meaning(of kind: GraphNode.Kind) -> String {
    switch kind {
    case .source: "source"
    case .process: "process"
    case .merge: "merge"
    case .pass: "passed through"
    case .reuse: "reused from a run"
    case .constant: "default of an input"
    case .execute: "run within the run"
    case .input: "input"
    }
  }

  private static func node(_ kind: GraphNode.Kind, _ marks: String, _ x: Double, _ y: Double) -> String {
    let frame = PictureFrame(x: x, y: y, width: sampleWidth, height: 18)
    let (outline, detail) = SVGShapes.outline(of: kind, in: frame)
    var text = "<g class=\"node \(kind.rawValue) \(marks)\">"
    if marks.contains("output") {
      text += "<path class=\"frame\" d=\"\(outline)\"/><path class=\"inset\" d=\"\(outline)\"/>"
    }
    text += "<path class=\"shape\" d=\"\(outline)\"/>"
    return text + (detail.isEmpty ? "" : "<path class=\"detail\" d=\"\(detail)\"/>") + "</g>"
  }

  private static func marks(_ graph: RunbookGraph) -> [Entry] {
    var entries: [Entry] = []
    if graph.nodes.contains(where: { $0.marks.contains(.output) }) {
      entries.append(Entry(sample: { node(.process, "output", $0, $1) }, meaning: "stands in the results"))
    }
    if graph.nodes.contains(where: { $0.marks.contains(.optional) }) {
      entries.append(Entry(sample: { node(.process, "optional", $0, $1) }, meaning: "optional: may fail"))
    }
    if graph.nodes.contains(where: { $0.marks.contains(.redacted) }) {
      entries.append(badge(GraphNode.redactedSymbol, "", "sensitive, redacted where shown"))
    }
    if graph.nodes.contains(where: { $0.isSensitive && !$0.marks.contains(.redacted) }) {
      entries.append(badge(GraphNode.taintedSymbol, "", "holds or derives from sensitive data"))
    }
    if graph.edges.contains(where: \.isSensitive) {
      entries.append(Entry(sample: flow, meaning: "sensitive data flows"))
    }
    if graph.nodes.contains(where: { !$0.variables.isEmpty }) {
      entries.append(badge(GraphNode.lateSymbol, " late", "reads variables when it runs"))
    }
    return entries
  }

  private static func badge(_ symbol: String, _ classes: String, _ meaning: String) -> Entry {
    Entry(
      sample: { x, y in
        "<text class=\"badge\(classes)\" x=\"\(SVGShapes.number(x + sampleWidth / 2))\" "
          + "y=\"\(SVGShapes.number(y + 13))\" text-anchor=\"middle\">\(PlainText.xml(symbol))</text>"
      }, meaning: meaning)
  }

  private static func flow(_ x: Double, _ y: Double) -> String {
    "<path class=\"edge flow\" d=\"M\(SVGShapes.number(x)) \(SVGShapes.number(y + 9))h\(SVGShapes.number(sampleWidth))\" "
      + "marker-end=\"url(#flow-tip)\"/>"
  }
}
