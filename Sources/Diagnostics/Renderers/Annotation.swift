// What the text renderer underlines.

/// A place with what is to be said about it.
struct Annotation {
  let span: SourceSpan
  let message: String
  /// Underlined with carets, in the colour of the diagnostic.
  var isPrimary = false
}

/// An annotation of one shown line.
struct LineMark {
  /// From 0.
  let column: Int
  /// At least 1.
  let width: Int
  let message: String
  let isPrimary: Bool

  var end: Int { column + width }
  var character: String { isPrimary ? "^" : "-" }
}
