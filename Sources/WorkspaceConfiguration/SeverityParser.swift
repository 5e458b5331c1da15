// Reads what rules are set to: `profile`, `rules` and `overrides` of `.wct.yaml`.
internal import Diagnostics
internal import RunbookSyntax
internal import SystemFiles
internal import YAMLReader

extension ConfigurationParser {
  /// Reads `profile` or `rules` of the configuration itself.
  mutating func parseSeverities(_ entry: FieldEntry<WorkspaceField>) {
    if entry.field == .profile {
      configuration.severities.add([], profile: profile(entry))
    } else {
      configuration.severities.add(settings(entry))
    }
  }

  mutating func parseOverrides(_ entry: FieldEntry<WorkspaceField>) {
    guard entry.value.kind == .sequence else {
      // Reports what is there instead.
      return _ = reader.scalars(entry, "a list of overrides")
    }
    for element in entry.value.elements { parseOverride(element, in: entry.key) }
  }

  private mutating func parseOverride(_ node: YAMLNode, in list: YAMLNode) {
    guard node.kind == .mapping else {
      if node.kind != .unreadable {
        reader.report(
          .wrongNodeKind, "an override is a mapping",
          at: node.span.start == node.span.end ? list.span : node.span,
          notes: ["for example '{paths: [legacy/], rules: {WCT9: off}}'"])
      }
      return
    }
    var base: SeverityProfile.Base?
    var list: [RuleSetting] = []
    var match: GitWildMatch?
    var fields = reader.fields(OverrideField.self, in: node)
    while let entry = reader.next(&fields) {
      switch entry.field {
      case .paths: match = patterns(entry)?.match
      case .profile: base = profile(entry)
      case .rules: list = settings(entry)
      }
    }
    let start = SourceSpan(source: node.span.source, start: node.span.start, end: node.span.start)
    reader.require(.paths, in: fields, at: start)
    guard let match else { return }
    configuration.overrides.append(PathOverride(match, profile: base, settings: list))
  }

  private mutating func profile<Field: FieldSet>(_ entry: FieldEntry<Field>) -> SeverityProfile.Base? {
    guard let scalar = reader.scalar(entry) else { return nil }
    if let profile = SeverityProfile.Base(rawValue: scalar.text) { return profile }
    let names = SeverityProfile.Base.allCases.map(\.rawValue)
    report(
      "there is no profile '\(scalar.text)'", at: scalar.span,
      suggesting: closest(to: scalar.text, among: names),
      note: "known profiles: \(names.joined(separator: ", "))")
    return nil
  }

  // MARK: Rules

  private mutating func settings<Field: FieldSet>(_ entry: FieldEntry<Field>) -> [RuleSetting] {
    guard reader.isMapping(entry, example: "{unused-artifact: error}") else { return [] }
    return entry.value.entries.compactMap { setting($0) }
  }

  private mutating func setting(_ entry: YAMLEntry) -> RuleSetting? {
    let rule = entry.key.text
    // 'off' needs no quotes here, whatever YAML 1.1 readers make of it.
    let isValue = entry.value.kind == .scalar && !reader.isNull(entry.value)
    guard isValue else {
      return reader.scalar(entry.value, "'\(rule)'", orAt: entry.key.span).flatMap { _ in nil }
    }
    let level = entry.value.text
    let isKnownRule = isKnown(rule, at: entry.key.span)
    guard isKnown(level: level, of: rule, at: entry.value.span), isKnownRule else { return nil }
    do {
      return try RuleSetting(rule, level)
    } catch {
      report(error.message, at: entry.value.span, suggesting: error.suggestion, note: nil)
      return nil
    }
  }

  private mutating func isKnown(_ rule: String, at span: SourceSpan) -> Bool {
    do {
      _ = try RuleSelector(rule)
      return true
    } catch {
      report(
        error.message, at: span, suggesting: error.suggestion,
        note: "a rule is its code, its name, or the beginning of codes, such as WCT90")
      return false
    }
  }

  private mutating func isKnown(level: String, of rule: String, at span: SourceSpan) -> Bool {
    let levels = RuleLevel.allCases.map(\.rawValue)
    if levels.contains(level.lowercased()) { return true }
    report(
      "'\(rule)' takes \(levels.dropLast().joined(separator: ", ")) or \(levels.last ?? ""), not '\(level)'",
      at: span, suggesting: closest(to: level, among: levels), note: nil)
    return false
  }

  private mutating func report(
    _ message: String, at span: SourceSpan, suggesting nearest: String?, note: String?
  ) {
    reader.problems.append(
      Diagnostic(
        .configuredRule, message, at: span, suggesting: nearest,
        notes: nearest == nil ? note.map { [$0] } ?? [] : []))
  }
}
