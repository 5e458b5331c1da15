// Artifacts that do not stand where artifacts do: below a heading that is misspelt or gone, or beside it.
internal import Diagnostics
internal import YAMLReader

/// What of a runbook's outermost mapping is most likely meant as artifacts.
struct StrayArtifacts {
  /// Mappings of artifacts under another key than `artifacts`.
  private(set) var sections: [YAMLNode] = []
  /// Artifacts that stand in the outermost mapping itself.
  private(set) var entries: [YAMLEntry] = []
  /// Whether the heading was not written at all.
  private(set) var isHeadingLost = false

  init(in root: YAMLNode) {
    var strays: [YAMLEntry] = []
    var entries = root.entries
    while let entry = entries.next() {
      if entry.value.kind == .mapping, Self.field(entry.key) == nil { strays.append(entry) }
    }
    // Nearly always everything is where it belongs.
    if strays.isEmpty { return }
    let hasSection = root.entries.contains { Self.field($0.key) == .artifacts }
    for entry in strays {
      if entry.key.text.hasPrefix("x-") { continue }
      if Self.isArtifact(entry.value), !entry.key.isInvented {
        self.entries.append(entry)
      } else if !hasSection, isHeading(entry.key),
        entry.value.entries.contains(where: { Self.isArtifact($0.value) })
      {
        sections.append(entry.value)
        isHeadingLost = isHeadingLost || entry.key.isInvented
      }
    }
  }

  private static func field(_ key: YAMLNode) -> RunbookField? {
    key.withText { RunbookField.table.field(named: $0) }
  }

  var isEmpty: Bool { sections.isEmpty && entries.isEmpty }

  private func isHeading(_ key: YAMLNode) -> Bool {
    key.isInvented || closest(to: key.text, among: RunbookField.names) == RunbookField.artifacts.rawValue
  }

  private static let methods: Set<String> = Set(
    [ArtifactField.source, .inputs, .process, .reuse, .childRunbook, .execute, .from, .transform].map(
      \.rawValue))

  /// Whether a mapping says how an artifact is made.
  private static func isArtifact(_ value: YAMLNode) -> Bool {
    value.entries.contains { methods.contains($0.key.text.lowercased()) }
  }
}

extension RunbookParser {
  /// Reads artifacts that stand in a wrong place, so that what is wrong with them is said in the same run.
  mutating func readStray(_ stray: StrayArtifacts, into runbook: inout RunbookSyntax, hasSection: Bool) {
    for section in stray.sections { runbook.artifacts += artifacts(section.entries) }
    runbook.artifacts += artifacts(stray.entries)
    let isHeadingKnown = hasSection || !stray.sections.isEmpty
    for entry in stray.entries.prefix(isHeadingKnown ? stray.entries.count : 0) {
      report(
        .unknownField, "'\(entry.key.text)' is not a field of a runbook", at: entry.key.span,
        notes: ["it looks like an artifact: indent it, below 'artifacts:'"])
    }
    guard !isHeadingKnown, let first = stray.entries.first else { return }
    report(
      .missingField, "a runbook needs the field 'artifacts'", at: first.key.span,
      notes: ["this looks like an artifact: write 'artifacts:' above it, and indent what is below"])
  }
}
