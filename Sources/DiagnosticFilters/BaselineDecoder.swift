// The entries of a baseline out of its tree.
internal import Diagnostics
internal import YAMLReader

/// Decodes format version 1; fields that it does not know are passed over.
struct BaselineDecoder {
  private(set) var entries: [(entry: Baseline.Entry, span: SourceSpan)] = []
  private(set) var problems: [Diagnostic] = []

  mutating func decode(_ root: YAMLNode) {
    guard root.kind == .mapping, checkFormat(root) else {
      if root.kind != .mapping { report("this is no baseline: expected an object", root) }
      return
    }
    guard let list = root["entries"], list.kind == .sequence else {
      return report("expected 'entries', a list", root["entries"] ?? root)
    }
    for node in list.elements { decodeEntry(node) }
  }

  private mutating func checkFormat(_ root: YAMLNode) -> Bool {
    guard let format = root["format"], format.text == Baseline.format else {
      report("this is no baseline: expected 'format' to be '\(Baseline.format)'", root["format"] ?? root)
      return false
    }
    guard let version = root["format_version"], let number = version.wholeNumber, number > 0 else {
      report("expected 'format_version', a number from 1", root["format_version"] ?? root)
      return false
    }
    guard number <= Baseline.version else {
      report(
        "the baseline has format version \(number); this program reads up to \(Baseline.version)", version,
        notes: ["a newer wct wrote it: use that one, or remove the file and write it anew"])
      return false
    }
    return true
  }

  private mutating func decodeEntry(_ node: YAMLNode) {
    guard node.kind == .mapping else { return report("expected an entry, an object", node) }
    var texts: [String] = []
    for field in ["file", "code", "fingerprint"] {
      guard let value = node[field], value.kind == .scalar, !value.text.isEmpty else {
        return report("expected '\(field)', a text", node[field] ?? node)
      }
      texts.append(value.text)
    }
    let count = node["count"].map(\.wholeNumber) ?? 1
    guard let count, (1...Int(UInt32.max)).contains(count) else {
      return report("expected 'count' to be a number from 1", node["count"] ?? node)
    }
    let entry = Baseline.Entry(
      file: texts[0], code: texts[1], fingerprint: texts[2], message: node["message"]?.text ?? "",
      count: count)
    entries.append((entry, node.span))
  }

  private mutating func report(_ message: String, _ node: YAMLNode, notes: [String] = []) {
    let span = node.kind == .scalar ? node.span : node.beginning
    problems.append(Diagnostic(.invalidBaseline, message, at: span, notes: notes))
  }
}

extension YAMLNode {
  fileprivate subscript(_ key: String) -> YAMLNode? {
    entries.first { $0.key.text.utf8.elementsEqual(key.utf8) }?.value
  }

  fileprivate var wholeNumber: Int? { kind == .scalar && isPlain ? Int(text) : nil }

  /// The first byte, for a collection that may go over many lines.
  fileprivate var beginning: SourceSpan {
    SourceSpan(source: span.source, start: span.start, end: min(span.start + 1, span.end))
  }
}
