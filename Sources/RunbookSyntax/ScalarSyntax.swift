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
  /// Where the text comes from; the parser leaves it `.written`.
  package var origin: ScalarOrigin = .written
  private var tagBox: Boxed<String>?

  /// The explicit YAML tag, if any: `!!str` and the like.
  package var tag: String? {
    get { tagBox?.value }
    set { tagBox = newValue.map(Boxed.value) }
  }

  package init(text: String, span: SourceSpan, isPlain: Bool, tag: String? = nil) {
    self.text = text
    self.span = span
    self.isPlain = isPlain
    tagBox = tag.map(Boxed.value)
  }
}

/// Where a scalar's text comes from.
package enum ScalarOrigin: Sendable, Hashable {
  /// From the file, as it stands there.
  case written
  /// From the environment; `isWhole` when the text was one substitution and nothing else.
  case substituted(isWhole: Bool)
  /// Not known before the plan runs: the text still holds its substitutions.
  case late
}
