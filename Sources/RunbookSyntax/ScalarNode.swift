// A scalar of the syntax tree out of a YAML node.
package import YAMLReader

extension ScalarSyntax {
  /// The scalar that a node is.
  package init(_ node: YAMLNode) {
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
