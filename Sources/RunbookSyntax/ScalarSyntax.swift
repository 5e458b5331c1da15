// One scalar as written.
package import Diagnostics

/// A scalar: its text, its place, and whether it was written plain (so that it may be a number or a boolean).
package struct ScalarSyntax: Sendable, Hashable {
  /// The content, after YAML's own escapes and folding; after substitution, the substituted content.
  package var text: String
  /// The text as written, quotes included.
  package var span: SourceSpan
  /// Not quoted and not a block scalar: the only style that can mean null, a boolean or a number.
  package var isPlain: Bool
  /// The explicit YAML tag, if any: `!!str` and the like.
  package var tag: String?

  package init(text: String, span: SourceSpan, isPlain: Bool, tag: String? = nil) {
    self.text = text
    self.span = span
    self.isPlain = isPlain
    self.tag = tag
  }
}
