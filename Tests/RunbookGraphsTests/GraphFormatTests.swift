// The formats: what they say, and that no text from a runbook can break out of its place.
import CanonicalJSON
import RunbookGraphs
import Testing

struct GraphFormatTests {
  private static let hostile = "</title><script>\"]'; end --> {x} \\ \n # & %% `md` \u{202E}\u{0}\u{1B}[31m"

  private static let graph: RunbookGraph = {
    var source = GraphNode(id: "customers", kind: .source)
    source.component = "mysql"
    source.name = "Customers"
    source.schema = "standard_input/1.0.0"
    source.marks = [.redacted, .tainted]
    source.variables = ["DB_PASSWORD"]
    var found = GraphNode(id: "audit/found", kind: .process)
    found.component = "personal_data"
    found.name = hostile
    found.description = hostile
    found.marks = [.tainted, .output, .optional]
    found.aliases = ["findings"]
    found.operands = [0]
    return RunbookGraph(title: hostile, description: hostile, nodes: [source, found])
  }()

  @Test func svgHoldsNoMarkupFromNames() throws {
    let text = try Self.graph.text(.svg)
    #expect(!text.contains("<script"))
    #expect(text.contains("&lt;script&gt;"))
    for scalar in ["\u{202E}", "\u{0}", "\u{1B}"] {
      #expect(!text.unicodeScalars.contains(Unicode.Scalar(scalar) ?? "x"))
    }
    #expect(text.components(of: "<title") == text.components(of: "</title>"))
  }

  @Test func svgIsAccessibleAndKnowsTheDark() throws {
    let text = try Self.graph.text(.svg)
    #expect(text.contains("role=\"graphics-document\" aria-labelledby=\"title summary\""))
    #expect(text.contains("<desc id=\"summary\">"))
    #expect(text.contains("role=\"graphics-symbol\""))
    #expect(text.contains("@media (prefers-color-scheme: dark)"))
    #expect(text.contains("2 artifacts, 1 edge, 1 output, 2 sensitive artifacts, 1 use of child runbooks"))
  }

  @Test func marksAreMoreThanColours() throws {
    let text = try Self.graph.text(.svg)
    #expect(text.contains(">◆</tspan>"), "its own value is redacted")
    #expect(text.contains(">◇</tspan>"), "derived from it")
    #expect(text.contains(">$</tspan>"), "reads a variable")
    #expect(text.contains("class=\"edge flow\""))
    #expect(text.contains(".edge.flow { stroke: #c2410c; stroke-width: 2; stroke-dasharray: 6 3; }"))
    #expect(text.contains("class=\"node process sensitive output optional\""))
    #expect(text.contains(">sensitive data flows</text>"))
  }

  @Test func aGraphWithoutMarksNeedsNoLegendOfThem() throws {
    let text = try SampleGraph.graph([("a", [])]).text(.svg)
    #expect(!text.contains("sensitive" + " data flows"))
    #expect(!text.contains("</tspan>"))
  }

  @Test(arguments: GraphDirection.allCases) func dotQuotesNames(_ direction: GraphDirection) throws {
    let text = try Self.graph.text(.dot, direction)
    #expect(text.hasPrefix("digraph runbook {\n"))
    #expect(text.contains("rankdir=\(direction == .right ? "LR" : "TB")"))
    #expect(text.contains("subgraph cluster_0 {"))
    #expect(text.contains("n0 -> n1 [color=\"#c2410c\", style=dashed, penwidth=1.8];"))
    #expect(text.contains("</title><script>\\\"]'; end --> {x} \\\\ "))
    #expect(text.contains("peripheries=2"))
    #expect(Self.hasBalancedQuotes(text))
  }

  @Test func mermaidWritesEntities() throws {
    let text = try Self.graph.text(.mermaid)
    #expect(text.contains("flowchart LR"))
    #expect(text.contains("subgraph b0 [\"audit\"]"))
    #expect(text.contains("n0 -.-> n1"))
    #expect(text.contains("linkStyle 0 stroke:#c2410c"))
    #expect(text.contains("#60;script#62;#34;#93;"))
    for line in text.split(separator: "\n").dropFirst(3) where line.contains("n1(") {
      #expect(line.count { $0 == "\"" } == 2)
    }
    #expect(text.split(separator: "\n").count { $0.hasPrefix("  accDescr: ") } == 1)
  }

  @Test func jsonSaysEverything() throws {
    let json = try JSONReader.read(Array(Self.graph.text(.json).utf8)).objectValue
    #expect(json?["format"] == "wct-graph")
    let nodes = json?["nodes"]?.arrayValue?.compactMap(\.objectValue)
    #expect(nodes?[0]["late_variables"] == ["DB_PASSWORD"])
    #expect(nodes?[0]["redacted"] == true)
    #expect(nodes?[1]["child"] == "audit")
    #expect(nodes?[1]["aliases"] == ["findings"])
    #expect(nodes?[1]["name"] == .string(Self.hostile))
    #expect(json?["edges"] == [["from": "customers", "to": "audit/found", "sensitive": true]])
    #expect(json?["children"]?.arrayValue?.count == 1)
  }

  @Test func longTextsAreCutAndStayWholeInTheTitle() throws {
    var node = GraphNode(id: "a", kind: .source)
    node.name = String(repeating: "very long name ", count: 30)
    let text = try RunbookGraph(title: "t", description: "d", nodes: [node]).text(.svg)
    #expect(text.contains("…</text>"))
    #expect(text.contains("<title>\(node.name ?? "") (a)"))
  }

  @Test func tooManyArtifactsAreRefusedInPicturesOnly() throws {
    let graph = SampleGraph.graph((0...GraphTooLarge.maximumArtifacts).map { ("n\($0)", []) })
    #expect(throws: GraphTooLarge(artifacts: 20_001)) { try graph.text(.svg) }
    #expect(try graph.text(.dot).contains("n20000 ["))
  }

  @Test(arguments: [("a.svg", GraphFormat.svg), ("a.gv", .dot), ("a.MMD", .mermaid), ("x/a.json", .json)])
  func aFileNameNamesItsFormat(_ name: String, _ format: GraphFormat) {
    #expect(GraphFormat(fileName: name) == format)
    #expect(GraphFormat(fileName: "a.txt") == nil)
  }

  private static func hasBalancedQuotes(_ text: String) -> Bool {
    var isEscaped = false
    var count = 0
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        count += 1
      }
    }
    return count.isMultiple(of: 2)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
