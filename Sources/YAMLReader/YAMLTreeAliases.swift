// Aliases: what they lead to, and what following them costs.
internal import CLibYAML
import Diagnostics

extension YAMLTreeBuilder {
  mutating func addAlias(_ event: UnsafeMutablePointer<yaml_event_t>) {
    // SAFETY: the event is an alias, so that member of the union holds, and its name ends in a zero byte.
    let name = unsafe String(cString: event.pointee.data.alias.anchor)
    let start = unsafe offset(event.pointee.start_mark)
    let end = unsafe offset(event.pointee.end_mark)
    guard let target = target(of: name, at: start..<end) else {
      let node = append(.unreadable, start..<end)
      return attach(node, end: end)
    }
    let node = append(.alias, start..<end)
    nodes[Int(node)].first = target.node
    attach(node, end: end, aliasNodes: target.size ?? 0, height: target.height)
  }

  /// The anchor that an alias names, if it may be followed; reports why not.
  private mutating func target(of name: String, at range: Range<UInt32>) -> Anchor? {
    guard let anchor = anchors[name] else {
      if !anchors.lost.contains(name) { reportUndefined(name, at: range) }
      return nil
    }
    guard let size = anchor.size else {
      report(
        .yamlSyntax, "the alias '*\(name)' stands inside the value that it refers to", range,
        labels: [DiagnosticLabel("the value begins here", at: span(beginning: anchor.node))])
      return nil
    }
    aliasExpansion += size
    if aliasExpansion > limits.aliasExpansion || open.count + anchor.height > limits.depth {
      reportExpansion(name, anchor, at: range)
      return nil
    }
    return anchor
  }

  private static let maximumComparedAnchors = 100_000

  private mutating func reportUndefined(_ name: String, at range: Range<UInt32>) {
    var fixes: [FixIt] = []
    var notes = ["an anchor '&\(name)' must come before it in the file"]
    let known = comparedAnchors < Self.maximumComparedAnchors ? anchors.names : []
    comparedAnchors += known.count
    if let near = closest(to: name, among: known) {
      fixes = [FixIt("replace with '*\(near)'", replacing: span(range), with: "*\(near)")]
      notes = ["did you mean '*\(near)'?"]
    }
    report(.yamlSyntax, "the alias '*\(name)' refers to no anchor", range, notes: notes, fixes: fixes)
  }

  private mutating func reportExpansion(_ name: String, _ anchor: Anchor, at range: Range<UInt32>) {
    let isTooDeep = aliasExpansion <= limits.aliasExpansion
    let message =
      isTooDeep
      ? "following '*\(name)' would nest lists and mappings more than \(limits.depth) deep"
      : "following the aliases up to '*\(name)' would visit more than \(limits.aliasExpansion) nodes"
    report(
      .limitExceeded, message, range,
      labels: [DiagnosticLabel("the alias refers to this", at: span(beginning: anchor.node))])
    isStopped = true
  }

  /// The first byte of a node.
  private func span(beginning node: UInt32) -> SourceSpan {
    let start = nodes[Int(node)].start
    return span(start..<min(start + 1, UInt32(text.bytes.count)))
  }
}
