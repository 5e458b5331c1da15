// What graphs become in Mermaid is read back by a reader of its grammar: the same graph, whatever the texts are.
import RunbookGraphs
import Testing

@Suite struct MermaidGrammarTests {
  /// Texts that mean something to Mermaid, Markdown, HTML or YAML.
  static let hostile = [
    "end", "\"", "a\"b", "`code`", "\"`**bold**`\"", "<script>alert(1)</script>", "a;b", "%%{init: {}}%%",
    "%% note",
    "#quot;", "#35;", "&amp;", "a\nb", "a\r\nb", "]", "])", "}}", "---", "-->", "1. first", "12) last",
    "- item", "+ x",
    "* item", "_x_", "$$x^2$$", "$x$", "subgraph", "click n0 call f()", "日本語 🐟", "\u{202E}desrever",
    "\u{1B}[31m", "",
    "\\", "\\\"", "title: x", "{", "[x](javascript:alert(1))", ":::evil", "classDef evil fill:red",
  ]

  @Test(arguments: hostile)
  func hostileTextsStayText(_ text: String) throws {
    var nodes = SampleGraph.graph([("a", []), ("box/b", ["a"]), ("c", ["a", "box/b"])]).nodes
    nodes[0].name = text
    nodes[1].name = text
    nodes[2].component = text
    let graph = RunbookGraph(title: text, description: text, nodes: nodes)
    let chart = try MermaidChart(graph.text(.mermaid))
    #expect(chart.labels["n0"]?.first?.unicodeScalars.contains("\n") == false)
    if !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x202E }) {
      #expect(chart.labels["n0"]?.joined(separator: " ").contains(text) == true, "\(chart.labels)")
      #expect(chart.title == text)
    }
    #expect(chart.edges.map { "\($0.from) \($0.to)" } == ["n0 n1", "n0 n2", "n1 n2"])
    #expect(chart.boxes == ["box"])
  }

  @Test(arguments: 0..<8)
  func graphsAreReadBack(_ seed: Int) throws {
    var nodes = SampleGraph.random(UInt64(seed), count: 60).nodes
    for index in stride(from: 0, to: 60, by: 7) { nodes[index].marks.insert(.tainted) }
    for index in stride(from: 3, to: 60, by: 5) { nodes[index].marks.insert(.output) }
    let graph = RunbookGraph(title: "Random", description: "A random graph", nodes: nodes)
    for direction in [GraphDirection.right, .down] {
      let chart = try MermaidChart(graph.text(.mermaid, direction))
      #expect(chart.direction == (direction == .right ? "LR" : "TB"))
      #expect(chart.labels.count == graph.nodes.count + (chart.labels["legend"] == nil ? 0 : 1))
      #expect(
        chart.edges.map { "\($0.from) \($0.to)" } == graph.edges.map { "n\($0.from) n\($0.to)" })
      #expect(chart.edges.allSatisfy { chart.labels[$0.from] != nil && chart.labels[$0.to] != nil })
      #expect(chart.styledEdges.allSatisfy(chart.edges.indices.contains))
      let dotted = chart.edges.indices.filter { chart.edges[$0].arrow == "-.->" }
      #expect(dotted == chart.styledEdges)
      #expect(Set(chart.classes.values).isSubset(of: chart.definedClasses))
      #expect(chart.boxes.count == graph.boxes.count)
    }
  }
}
