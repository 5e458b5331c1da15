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
