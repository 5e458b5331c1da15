// Values of any shape, as component properties and defaults hold them.
package import Diagnostics

/// A YAML value with the place of each part.
package enum ValueSyntax: Sendable {
  case scalar(ScalarSyntax)
  case sequence([ValueSyntax], span: SourceSpan)
  case mapping([Entry], span: SourceSpan)

  /// One `key: value` of a mapping; keys are unique within it.
  package struct Entry: Sendable {
    package var key: ScalarSyntax
    package var value: ValueSyntax

    package init(key: ScalarSyntax, value: ValueSyntax) {
      self.key = key
      self.value = value
    }
  }

  package var span: SourceSpan {
    switch self {
    case .scalar(let scalar): scalar.span
    case .sequence(_, let span), .mapping(_, let span): span
    }
  }
}
