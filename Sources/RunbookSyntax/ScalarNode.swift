// A scalar of the syntax tree out of a YAML node.
package import YAMLReader

extension ScalarSyntax {
  /// The scalar that a node is.
  init(_ node: YAMLNode) {
    self.init(
      text: node.text, span: node.span, isPlain: node.isPlain, tag: node.tag.map(CoreSchema.shortTag))
  }

  /// The value by the core schema: a plain scalar may be null, a boolean or a number, an explicit tag decides.
  package var resolved: ResolvedScalar { CoreSchema.resolve(text, isPlain: isPlain, tag: tag) }

  /// The boolean that the scalar means where the language wants one: true and false, and the YAML 1.1
  /// spellings yes, no, on and off. Nil for anything else.
  package var booleanValue: Bool? {
    if case .bool(let value) = resolved { return value }
    guard isPlain, tag == nil else { return nil }
    return AmbiguousScalar.olderBoolean(text)
  }
}
