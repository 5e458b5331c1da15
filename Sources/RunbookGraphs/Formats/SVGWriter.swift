// A graph as an SVG picture, laid out and drawn here: no other program is needed.

struct SVGWriter {
  private let graph: RunbookGraph
  private let direction: GraphDirection
  private let layout: Layout
  private let faces: [NodeFace]
  /// Where the layout begins on the page.
  private let origin: (x: Double, y: Double)
  private let heading: [String]
  private let legend: SVGLegend
  private var text = ""

  private static let margin = 24.0

  /// - Throws: ``GraphTooLarge`` beyond its limits.
  static func text(of graph: RunbookGraph, _ direction: GraphDirection) throws(GraphTooLarge) -> String {
    guard graph.nodes.count <= GraphTooLarge.maximumArtifacts else {
      throw GraphTooLarge(artifacts: graph.nodes.count)
    }
    var writer: SVGWriter
    do {
      writer = try SVGWriter(graph, direction)
    } catch {
      throw GraphTooLarge(artifacts: graph.nodes.count)
    }
    writer.write()
    return writer.text
  }

  private init(_ graph: RunbookGraph, _ direction: GraphDirection) throws(PassageLimit) {
    self.graph = graph
    self.direction = direction
    faces = graph.nodes.map(NodeFace.init)
    layout = try LayeredLayout.layout(
      Self.problem(graph, faces, direction), limit: GraphTooLarge.maximumPassages)
    let width = max(direction == .right ? layout.length : layout.breadth, 360)
    heading = TextLines.wrapped(graph.description, size: 12, to: width)
    legend = SVGLegend(graph, width: width)
    origin = (Self.margin, Self.margin + 22 + 17 * Double(heading.count) + 14)
  }

  /// All nodes of a rank are equally wide, so that their sides line up.
  private static func problem(
    _ graph: RunbookGraph, _ faces: [NodeFace], _ direction: GraphDirection
  ) -> LayoutProblem {
    var problem = LayoutProblem(
      items: graph.nodes.enumerated().map { index, node in
        let (width, height) = (faces[index].width, NodeFace.height)
        return LayoutProblem.Item(
          length: direction == .right ? width : height, breadth: direction == .right ? height : width,
          box: node.box, sources: node.operands)
      }, boxes: graph.boxes.map { LayoutProblem.Box(parent: $0.parent) })
    if direction == .down {
      problem.spacing.boxHeaderAlong = problem.spacing.boxHeader
      problem.spacing.boxHeader = 0
      problem.spacing.betweenRanks = 40
    }
    return problem
  }

  // MARK: - Places on the page

  private func point(_ point: Layout.Point) -> String {
    let (x, y) = direction == .right ? (point.along, point.across) : (point.across, point.along)
    return "\(SVGShapes.number(origin.x + x)) \(SVGShapes.number(origin.y + y))"
  }

  private func frame(_ place: Layout.Place) -> PictureFrame {
    let (horizontal, vertical) =
      direction == .right ? (place.along, place.across) : (place.across, place.along)
    return PictureFrame(
      x: origin.x + horizontal.start, y: origin.y + vertical.start, width: horizontal.size,
      height: vertical.size)
  }

  // MARK: - Document

  private mutating func write() {
    let content = direction == .right ? layout.length : layout.breadth
    let drawn = direction == .right ? layout.breadth : layout.length
    let titleWidth = min(TextWidth.of(graph.title, size: 17, isBold: true), 900)
    let width = max(content, 360, titleWidth, legend.width) + 2 * Self.margin
    let legendTop = origin.y + drawn + 22
    let height = legendTop + legend.height + Self.margin
    begin(width, height)
    for (index, place) in layout.boxes.enumerated() { writeBox(index, frame(place)) }
    for stroke in layout.strokes { writeStroke(stroke) }
    for (index, place) in layout.items.enumerated() { writeNode(index, frame(place)) }
    text += legend.text(x: Self.margin, y: legendTop)
    text += "</svg>\n"
  }

  private mutating func begin(_ width: Double, _ height: Double) {
    let (w, h) = (SVGShapes.number(width.rounded(.up)), SVGShapes.number(height.rounded(.up)))
    text +=
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(w)\" height=\"\(h)\" viewBox=\"0 0 \(w) \(h)\""
    text += " role=\"graphics-document\" aria-labelledby=\"title summary\">\n"
    text += "<title id=\"title\">\(PlainText.xml(graph.title))</title>\n"
    text += "<desc id=\"summary\">\(PlainText.xml("\(graph.description) (\(graph.summary))"))</desc>\n"
    let outcomes = graph.nodes.contains { $0.outcome != nil } ? SVGStyle.outcomes : ""
    text +=
      "<style>\n\(SVGStyle.sheet)\(outcomes)\n</style>\n<defs>\n\(marker("tip", ""))\(marker("flow-tip", " flow"))</defs>\n"
    text += "<rect class=\"page\" width=\"\(w)\" height=\"\(h)\"/>\n"
    let title = TextWidth.cut(
      PlainText.line(graph.title), size: 17, isBold: true, to: width - 2 * Self.margin)
    text += "<text class=\"heading\" x=\"24\" y=\"40\">\(PlainText.xml(title))</text>\n"
    for (index, line) in heading.enumerated() {
      text += "<text class=\"about\" x=\"24\" y=\"\(60 + 17 * index)\">\(PlainText.xml(line))</text>\n"
    }
  }

  private func marker(_ id: String, _ classes: String) -> String {
    "<marker id=\"\(id)\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" "
      + "markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"tip\(classes)\" d=\"M0 0 8 4 0 8z\"/></marker>\n"
  }

  private mutating func writeBox(_ index: Int, _ frame: PictureFrame) {
    let box = graph.boxes[index]
    let label = TextWidth.cut(box.shortID, size: 12, isBold: true, to: frame.width - 20)
    text += "<g class=\"box\"><title>child runbook \(PlainText.xml(box.id))</title>"
    text += "<path d=\"\(SVGShapes.rounded(frame, 8))\"/><text x=\"\(SVGShapes.number(frame.x + 10))\" "
    text += "y=\"\(SVGShapes.number(frame.y + 17))\">\(PlainText.xml(label))</text></g>\n"
  }

  // MARK: - Edges

  private mutating func writeStroke(_ stroke: Layout.Stroke) {
    let isSensitive = graph.nodes[stroke.source].isSensitive
    var path = "M\(point(stroke.start))"
    var last = stroke.start
    for part in trimmed(stroke) {
      switch part {
      case .line(let end) where end == last: continue
      case .line(let end):
        path += "L\(point(end))"
        last = end
      case .curve(let end):
        path += end.across == last.across ? "L\(point(end))" : curve(from: last, to: end)
        last = end
      }
    }
    text += "<path class=\"edge\(isSensitive ? " flow" : "")\" d=\"\(path)\""
    if stroke.target != nil { text += " marker-end=\"url(#\(isSensitive ? "flow-tip" : "tip"))\"" }
    text += "/>\n"
  }

  /// The tip ends at the node's outline, and outside of a double border.
  private func trimmed(_ stroke: Layout.Stroke) -> [Layout.Stroke.Part] {
    guard let target = stroke.target, case .line(var end)? = stroke.parts.last else { return stroke.parts }
    if direction == .right {
      let side = layout.items[target].across
      end.along += SVGShapes.inset(
        of: graph.nodes[target].kind, at: end.across - side.middle, height: side.size)
    }
    if graph.nodes[target].marks.contains(.output) { end.along -= 3 }
    // Never back to where the curve has been already: the tip would point the wrong way.
    return stroke.parts.dropLast().map { part in
      guard case .curve(var bend) = part else { return part }
      bend.along = min(bend.along, end.along)
      return .curve(bend)
    } + [.line(end)]
  }

  private func curve(from start: Layout.Point, to end: Layout.Point) -> String {
    let middle = (start.along + end.along) / 2
    let first = Layout.Point(along: middle, across: start.across)
    let second = Layout.Point(along: middle, across: end.across)
    return "C\(point(first)) \(point(second)) \(point(end))"
  }

  // MARK: - Nodes

  private mutating func writeNode(_ index: Int, _ frame: PictureFrame) {
    let (node, face) = (graph.nodes[index], faces[index])
    let (outline, detail) = SVGShapes.outline(of: node.kind, in: frame)
    let explanation = node.explanation
    text += "<g class=\"\(classes(of: node))\" role=\"graphics-symbol\" "
    text += "aria-label=\"\(PlainText.xml(explanation.joined(separator: "; ")))\">"
    text += "<title>\(explanation.map(PlainText.xml).joined(separator: "\n"))</title>"
    if node.marks.contains(.output) {
      text += "<path class=\"frame\" d=\"\(outline)\"/><path class=\"inset\" d=\"\(outline)\"/>"
    }
    text += "<path class=\"shape\" d=\"\(outline)\"/>"
    if !detail.isEmpty { text += "<path class=\"detail\" d=\"\(detail)\"/>" }
    text += face.text(in: frame)
    text += "</g>\n"
  }

  private func classes(of node: GraphNode) -> String {
    var classes = ["node", node.kind.rawValue]
    if node.isSensitive { classes.append("sensitive") }
    if node.marks.contains(.output) { classes.append("output") }
    if node.marks.contains(.optional) { classes.append("optional") }
    if let outcome = node.outcome { classes.append("outcome-\(outcome.status)") }
    return classes.joined(separator: " ")
  }
}
