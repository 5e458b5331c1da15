// Fills a configuration from its YAML document. Does not look at the files that it names.
internal import ComponentKit
internal import Diagnostics
internal import FlowPolicies
internal import RunbookSyntax
internal import SystemFiles
internal import YAMLReader

/// Reads the fields of `.wct.yaml` one by one; a field that is broken is reported and left out.
struct ConfigurationParser {
  var reader = RunbookParser()
  var configuration: Configuration
  /// The file, which a policy carries along.
  let text: SourceText
  /// What is installed: a policy that names other components is warned of.
  let catalog: ComponentCatalog?

  mutating func parse(_ root: YAMLNode) {
    guard root.kind == .mapping else {
      if root.kind != .unreadable {
        reader.report(
          .wrongNodeKind, "the configuration is a mapping of fields", at: root.span,
          notes: ["for example 'profile: strict'"])
      }
      return
    }
    var fields = reader.fields(WorkspaceField.self, in: root)
    while let entry = reader.next(&fields) { parse(entry) }
  }

  private mutating func parse(_ entry: FieldEntry<WorkspaceField>) {
    switch entry.field {
    case .profile, .rules: parseSeverities(entry)
    case .overrides: parseOverrides(entry)
    case .include: configuration.include = patterns(entry)?.texts
    case .exclude: configuration.exclude = patterns(entry)?.texts ?? []
    case .baseline: configuration.baseline = reader.scalar(entry).flatMap { path($0) }
    case .environmentFiles:
      configuration.environmentFiles = (reader.scalars(entry) ?? []).compactMap { path($0) }
    case .rulesets: parseRulesets(entry)
    case .lateBinding: parseLateBinding(entry)
    case .limits: parseLimits(entry)
    case .policy: parsePolicy(entry.value)
    }
  }

  private mutating func parsePolicy(_ node: YAMLNode) {
    var sink = DiagnosticSink()
    let policy = FlowPolicy.read(node, catalog: catalog, sink: &sink)
    reader.problems += sink.diagnostics
    if !sink.hasErrors { configuration.policy = PolicyDocument(text: text, policy: policy) }
  }

  // MARK: Paths

  /// The path that a scalar names, as seen from the working directory.
  private mutating func path(_ scalar: ScalarSyntax) -> Configuration.Path? {
    guard !scalar.text.isEmpty, !scalar.text.utf8.contains(0) else {
      reader.report(.configuredPath, "expected a path, found an empty text", at: scalar.span)
      return nil
    }
    return Configuration.Path(
      path: PathText.join(configuration.directory, PathText.lexicallyClean(scalar.text)), span: scalar.span)
  }

  private mutating func parseRulesets(_ entry: FieldEntry<WorkspaceField>) {
    guard reader.isMapping(entry, example: "{local: rulesets}") else { return }
    for provider in entry.value.entries {
      let name = provider.key.text
      guard let scalar = reader.scalar(provider.value, "'\(name)'", orAt: provider.key.span),
        let directory = path(scalar)
      else { continue }
      configuration.rulesets.append(.init(name: name, directory: directory))
    }
  }

  /// Patterns as in `.gitignore`; those that mean nothing are reported.
  mutating func patterns<Field: FieldSet>(
    _ entry: FieldEntry<Field>
  ) -> (texts: [String], match: GitWildMatch)? {
    guard let scalars = reader.scalars(entry) else { return nil }
    var texts: [String] = []
    for scalar in scalars {
      do {
        _ = try GitWildMatch([scalar.text])
        texts.append(scalar.text)
      } catch {
        reader.report(
          .configuredPattern, "'\(error.pattern)' is not a pattern: \(error.reason)", at: scalar.span,
          notes: ["patterns are written as in a '.gitignore' file"])
      }
    }
    return (try? GitWildMatch(texts)).map { (texts, $0) }
  }

  // MARK: Variables and limits

  private mutating func parseLateBinding(_ entry: FieldEntry<WorkspaceField>) {
    if entry.value.kind == .scalar {
      guard let scalar = reader.scalar(entry) else { return }
      if scalar.text == "all" { return configuration.lateBinding = .all }
      let fix = FixIt("make it a list", .safe, replacing: scalar.span, with: "[\(scalar.text)]")
      reader.report(
        .invalidValue, "'late_bind' takes a list of variables or 'all', not '\(scalar.text)'",
        at: scalar.span,
        fixes: scalar.isPlain ? [fix] : [])
    } else if let names = reader.scalars(entry, "a list of variables or 'all'") {
      configuration.lateBinding = .named(names.map(\.text))
    }
  }

  /// Limits have the names of `--limit`, with `_` as in other fields.
  private mutating func parseLimits(_ entry: FieldEntry<WorkspaceField>) {
    guard reader.isMapping(entry, example: "{nesting: 64}") else { return }
    for limit in entry.value.entries where !limit.key.text.hasPrefix("x-") {
      guard let name = Self.limitNames[limit.key.text] else {
        reportUnknownLimit(limit.key)
        continue
      }
      guard let scalar = reader.scalar(limit.value, "'\(limit.key.text)'", orAt: limit.key.span, .number)
      else { continue }
      do {
        try configuration.limits.set(name.rawValue, to: scalar.text)
      } catch {
        reader.report(.configuredLimit, error.message, at: scalar.span)
      }
    }
  }

  private static let limitNames = Dictionary(
    uniqueKeysWithValues: RunbookLimits.Name.allCases.map { name in
      (String(name.rawValue.map { $0 == "-" ? "_" : $0 }), name)
    })

  private mutating func reportUnknownLimit(_ key: YAMLNode) {
    let names = Self.limitNames.keys.sorted()
    let near = closest(to: key.text, among: names)
    reader.problems.append(
      Diagnostic(
        .unknownField, "there is no limit '\(key.text)'", at: key.span, suggesting: near,
        notes: near == nil ? ["known limits: " + names.joined(separator: ", ")] : []))
  }
}
