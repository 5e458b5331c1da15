// The YAML reader: any bytes give a tree whose nodes lie inside the file, or a reason.
internal import Diagnostics
internal import YAMLReader

enum FuzzYAML {
  static func test(_ bytes: [UInt8]) {
    var sources = SourceCollection()
    let source = sources.add(SourceText(name: "input", bytes: bytes))
    var sink = DiagnosticSink()
    let document = YAMLDocument.read(bytes, source: source, sink: &sink)
    precondition(document != nil || sink.hasErrors, "nothing was read, and nothing was said")
    if let document {
      var visits = 0
      walk(document.root, bytes.count, &visits)
    }
    CheckDiagnostics.check(sink.sorted, sources)
  }

  private static func walk(_ node: YAMLNode, _ size: Int, _ visits: inout Int) {
    // Aliases make a tree larger than its file.
    visits += 1
    guard visits < 100_000 else { return }
    let span = node.span
    precondition(
      span.start >= 0 && span.start <= span.end && span.end <= size, "node \(span) of \(size) bytes")
    switch node.kind {
    case .scalar: _ = node.text
    case .sequence: for element in node.elements { walk(element, size, &visits) }
    case .mapping:
      for entry in node.entries {
        walk(entry.key, size, &visits)
        walk(entry.value, size, &visits)
      }
    case .unreadable: break
    }
  }
}
