// What is written on a node: three lines and the badges, cut to fit.

struct NodeFace {
  /// All nodes are equally high.
  static let height = 62.0
  private static let maximumText = 250.0
  private static let badgeSize = 12.0

  let width: Double
  private let title: String
  private let way: String
  private let format: String
  private let badges: [(symbol: String, kind: String)]

  init(_ node: GraphNode) {
    title = TextWidth.cut(PlainText.line(node.title), size: 13, isBold: true, to: Self.maximumText)
    way = TextWidth.cut(PlainText.line(node.subtitle), size: 11.5, to: Self.maximumText)
    format = TextWidth.cut(node.schema ?? "", size: 10.5, to: Self.maximumText)
    var badges: [(String, String)] = []
    if let outcome = node.outcome { badges.append((outcome.symbol, " outcome")) }
    if node.isSensitive {
      badges.append(
        (node.marks.contains(.redacted) ? GraphNode.redactedSymbol : GraphNode.taintedSymbol, ""))
    }
    if !node.variables.isEmpty { badges.append((GraphNode.lateSymbol, " late")) }
    self.badges = badges
    let side: Double =
      switch node.kind {
      case .merge, .pass, .input: 20
      case .reuse, .constant, .execute: 16
      case .source, .process: 12
      }
    let head = TextWidth.of(title, size: 13, isBold: true) + 15 * Double(badges.count)
    let body = max(TextWidth.of(way, size: 11.5), TextWidth.of(format, size: 10.5))
    width = max(110, max(head, body) + 2 * side)
  }

  func text(in frame: PictureFrame) -> String {
    let middle = frame.x + frame.width / 2
    var symbols = ""
    for badge in badges {
      symbols +=
        "<tspan class=\"badge\(badge.kind)\" dx=\"5\">\(PlainText.xml(badge.symbol))</tspan>"
    }
    return line("title", middle, frame.y + 22, PlainText.xml(title) + symbols)
      + line("way", middle, frame.y + 38, PlainText.xml(way))
      + (format.isEmpty ? "" : line("format", middle, frame.y + 53, PlainText.xml(format)))
  }

  private func line(_ name: String, _ x: Double, _ y: Double, _ content: String) -> String {
    "<text class=\"\(name)\" x=\"\(SVGShapes.number(x))\" y=\"\(SVGShapes.number(y))\" "
      + "text-anchor=\"middle\">\(content)</text>"
  }
}
