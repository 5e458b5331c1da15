// Accepts the older spellings of artifact fields.
import Diagnostics
import YAMLReader

extension RunbookParser {
  /// The fields with older spellings replaced; where both spellings stand, the present one is kept.
  mutating func withPresentSpellings(
    _ entries: [FieldEntry<ArtifactField>]
  ) -> [FieldEntry<ArtifactField>] {
    guard entries.contains(where: { $0.field.presentSpelling != nil }) else { return entries }
    return entries.compactMap { entry in
      guard let present = entry.field.presentSpelling else { return entry }
      if let other = entries.first(where: { $0.field == present }) {
        reportBoth(entry, and: other)
        return nil
      }
      reportOlder(entry, present)
      return FieldEntry(field: present, key: entry.key, value: entry.value)
    }
  }

  private mutating func reportOlder(_ entry: FieldEntry<ArtifactField>, _ present: ArtifactField) {
    let (older, newer) = (entry.field.rawValue, present.rawValue)
    report(
      .olderSpelling, "'\(older)' is an older spelling of '\(newer)'", at: entry.key.span,
      fixes: [FixIt("replace with '\(newer)'", replacing: entry.key.span, with: newer)])
  }

  private mutating func reportBoth(
    _ older: FieldEntry<ArtifactField>, and present: FieldEntry<ArtifactField>
  ) {
    let name = present.field.rawValue
    report(
      .conflictingFields, "'\(older.field.rawValue)' is an older spelling of '\(name)', which is also there",
      at: older.key.span, labels: [DiagnosticLabel("'\(name)' stands here", at: present.key.span)],
      notes: ["keep only '\(name)'"])
  }
}
