// A piece of text that a document gives. Knows no format.

/// Text of a document: its body, or a part beside it.
struct DocumentPart: Sendable {
  /// Nil for the body; otherwise the name of the part inside the file.
  let name: String?
  let text: String
}

/// What a document gave, and what of it was not read.
struct DocumentText: Sendable {
  var parts: [DocumentPart] = []
  /// What was left out, for people.
  var omissions: [String] = []
}
