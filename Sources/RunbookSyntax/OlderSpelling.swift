// Accepts the older spellings of artifact fields.
import Diagnostics
import YAMLReader

extension RunbookParser {
  /// Whether a field of an artifact counts; reports older spellings, which don't beside the present one.
  mutating func isKept(_ entry: FieldEntry<ArtifactField>, in artifact: YAMLNode) -> Bool {
    guard let present = entry.field.presentSpelling else { return true }
    if let other = self.entry(of: present, in: artifact) {
      reportBoth(entry, and: other, present)
      return false
    }
    reportOlder(entry, present)
    return true
  }

  private mutating func reportOlder(_ entry: FieldEntry<ArtifactField>, _ present: ArtifactField) {
    let (older, newer) = (entry.field.rawValue, present.rawValue)
    report(
      .olderSpelling, "'\(older)' is an older spelling of '\(newer)'", at: entry.key.span,
      fixes: [FixIt("replace with '\(newer)'", .safe, replacing: entry.key.span, with: newer)])
  }

  private mutating func reportBoth(
    _ older: FieldEntry<ArtifactField>, and other: YAMLEntry, _ present: ArtifactField
  ) {
    let name = present.rawValue
    report(
      .conflictingFields, "'\(older.field.rawValue)' is an older spelling of '\(name)', which is also there",
      at: older.key.span, labels: [DiagnosticLabel("'\(name)' stands here", at: other.key.span)],
      notes: ["keep only '\(name)'"])
  }
}
