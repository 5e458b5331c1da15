// A scalar of the syntax tree out of a YAML node.
package import YAMLReader

extension ScalarSyntax {
  private static let standardTag = "tag:yaml.org,2002:"

  /// The scalar that a node is.
  package init(_ node: YAMLNode) {
    let tag = node.tag.map { tag in
      tag.hasPrefix(Self.standardTag) ? "!!" + tag.dropFirst(Self.standardTag.count) : tag
    }
    self.init(text: node.text, span: node.span, isPlain: node.isPlain, tag: tag)
  }
}

extension ValueSyntax {
  /// The value that a node is, without a word on spellings; parts that could not be read are left out.
  package init?(_ node: YAMLNode) {
    switch node.kind {
    case .scalar: self = .scalar(ScalarSyntax(node))
    case .sequence: self = .sequence(node.elements.compactMap { ValueSyntax($0) }, span: node.span)
    case .mapping:
      let entries = node.entries.compactMap { entry in
        ValueSyntax(entry.value).map { Entry(key: ScalarSyntax(entry.key), value: $0) }
      }
      self = .mapping(entries, span: node.span)
    case .unreadable: return nil
    }
  }
}
