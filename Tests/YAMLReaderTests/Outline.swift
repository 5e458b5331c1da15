// Shows a YAML tree, and reads one for a test.
import Diagnostics
import YAMLReader

/// What reading a text gave.
struct ReadResult {
  var document: YAMLDocument?
  var diagnostics: [Diagnostic]
  var sources: SourceCollection

  init(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) {
    sources = SourceCollection()
    var sink = DiagnosticSink()
    let source = sources.add(SourceText(name: "t.yaml", bytes: bytes))
    document = YAMLDocument.read(bytes, source: source, limits: limits, sink: &sink)
    diagnostics = sink.sorted
  }

  init(_ text: String, limits: YAMLLimits = YAMLLimits()) { self.init(Array(text.utf8), limits: limits) }

  var rules: [String] { diagnostics.map(\.rule.name) }

  /// The tree in one line, as flow YAML with every text in quotes.
  var outline: String? { document.map { YAMLReaderTests.outline($0.root) } }

  /// Each node in document order as `kind|text as written`.
  var spans: [String] {
    guard let document else { return [] }
    var result: [String] = []
    func walk(_ node: YAMLNode) {
      result.append("\(node.kind)|\(sources.text(of: node.span))")
      for entry in node.entries { walk(entry.key); walk(entry.value) }
      for element in node.elements { walk(element) }
    }
    walk(document.root)
    return result
  }
}

private func outline(_ node: YAMLNode) -> String {
  let end = node.isIncomplete ? "…" : ""
  return switch node.kind {
  case .scalar: "\"\(node.text)\""
  case .sequence: "[" + node.elements.map(outline).joined(separator: ", ") + end + "]"
  case .mapping:
    "{" + node.entries.map { "\($0.key.text): \(outline($0.value))" }.joined(separator: ", ") + end + "}"
  case .unreadable: "?"
  }
}
