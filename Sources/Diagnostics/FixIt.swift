// How a diagnostic could be resolved by editing text. Knows nothing of how edits are applied.

/// Whether a fix may be applied without anybody looking at it.
public enum FixApplicability: String, Sendable, Hashable, CaseIterable {
  /// The runbook means the same afterwards, or what was certainly meant.
  case safe
  /// A guess at what was meant, or something is taken away.
  case unsafe
}

/// One replacement of source text.
public struct SourceEdit: Sendable, Hashable {
  /// What is replaced; empty where text is inserted.
  public let span: SourceSpan
  /// The text that takes its place; line breaks are LF, and become those of the file.
  public let replacement: String

  package init(replacing span: SourceSpan, with replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// Edits that together would resolve a diagnostic.
public struct FixIt: Sendable, Hashable {
  /// What the fix does, as an instruction: "replace with 'personal_data'".
  public let message: String
  /// Whether it may be applied unseen.
  public let applicability: FixApplicability
  /// At least one; none overlaps another. They may lie in several files, and make sense only all together.
  public let edits: [SourceEdit]

  /// A fix of one edit.
  package init(
    _ message: String, _ applicability: FixApplicability = .unsafe, replacing span: SourceSpan,
    with replacement: String
  ) {
    self.init(message, applicability, edits: [SourceEdit(replacing: span, with: replacement)])
  }

  package init(_ message: String, _ applicability: FixApplicability, edits: [SourceEdit]) {
    self.message = message
    self.applicability = applicability
    self.edits = edits
  }
}
