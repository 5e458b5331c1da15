// Rewrites a runbook of an older format in artifacts. Does not check whether the result makes sense.
package import ComponentKit
package import Diagnostics
internal import RunbookFormatter
internal import RunbookSyntax
internal import SourceEdits

/// What came of migrating a file.
package struct MigrationResult: Sendable {
  /// The text in the present format; nil when the file could not be migrated.
  package let text: [UInt8]?
  /// Whether the text is another than before.
  package let isChanged: Bool
  /// What could not be migrated, and where it stands in the older text.
  package let diagnostics: [Diagnostic]
  package let sources: SourceCollection

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Rewrites a runbook in the present format.
///
/// The older format of three sections is laid out anew in artifacts; of a runbook in artifacts the older spellings
/// are replaced and nothing else is touched. What the older format says by itself goes without saying now: schemas
/// follow from the components, and each analyser's result is an output.
///
/// - Parameters:
///   - name: The file's name as people shall see it.
///   - catalog: The installed components, which know the schemas that they give.
package func migrateRunbook(_ bytes: [UInt8], name: String, catalog: ComponentCatalog) -> MigrationResult {
  var sources = SourceCollection()
  let source = sources.add(SourceText(name: name, bytes: bytes))
  var sink = DiagnosticSink()
  let text = migrated(bytes, source, catalog, &sink)
  return MigrationResult(
    text: text, isChanged: text.map { $0 != bytes } ?? false, diagnostics: sink.sorted, sources: sources)
}

private func migrated(
  _ bytes: [UInt8], _ source: SourceID, _ catalog: ComponentCatalog, _ sink: inout DiagnosticSink
) -> [UInt8]? {
  guard let document = CanonicalLayout.read(bytes, source: source, sink: &sink) else {
    // Only what keeps the file from being migrated; the check of the file says the rest.
    return nil
  }
  let sections = document.root.items.filter { $0.keyText.flatMap(OlderSection.init(key:)) != nil }
  guard let last = sections.last else { return replacingOlderSpellings(bytes) }
  if let artifacts = document.root.entry("artifacts") {
    let label = sections[0].key?.span(in: source).map {
      DiagnosticLabel("a section of the older format", at: $0)
    }
    sink.report(
      Diagnostic(
        .mixedFormats,
        "the runbook has artifacts already; sections of the older format are not mixed with them",
        at: artifacts.key?.span(in: source), labels: [label].compactMap(\.self)))
    return nil
  }
  let older = OlderRunbook(document.root, source: source)
  for problem in older.problems { sink.report(problem) }
  if !older.problems.isEmpty { return nil }
  var migration = ArtifactMigration(older, catalog: catalog, source: source)
  migration.run()
  for problem in migration.problems { sink.report(problem) }
  document.root.items = replacing(sections, at: last, with: migration, in: document.root.items)
  return CanonicalLayout.text(of: document)
}

/// The fields of the runbook with `artifacts` where the last of the older sections stood: anchors that stand between
/// them stay before their aliases.
private func replacing(
  _ sections: [LayoutItem], at last: LayoutItem, with migration: ArtifactMigration, in items: [LayoutItem]
) -> [LayoutItem] {
  let artifacts = LayoutItem.entry("artifacts", .mapping(migration.artifacts))
  artifacts.value.footer = migration.footer
  artifacts.isSeparated = true
  return items.compactMap { item in
    if item === last { return artifacts }
    return sections.contains { $0 === item } ? nil : item
  }
}

/// A runbook in artifacts with the present spelling of every field.
private func replacingOlderSpellings(_ bytes: [UInt8]) -> [UInt8] {
  var sources = SourceCollection()
  var sink = DiagnosticSink()
  _ = parseRunbook(bytes: bytes, name: "", sources: &sources, sink: &sink)
  let edits = sink.diagnostics.filter { $0.rule == .olderSpelling }.compactMap(\.fixes.first).flatMap(\.edits)
  // A field that an alias brings into several artifacts is reported in each.
  let unique = Set(edits.map { ByteEdit($0.span.start..<$0.span.end, Array($0.replacement.utf8)) })
  return EditedText(bytes, applying: Array(unique)).bytes
}
