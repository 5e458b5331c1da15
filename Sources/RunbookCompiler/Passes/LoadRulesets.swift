// Part of `check-components`: the rulesets that properties name.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import RulesetModel
internal import Rulesets
internal import RunbookSyntax
internal import SystemFiles

extension Compilation {
  mutating func loadRulesets(of index: Int, _ interface: ComponentInterface) {
    for property in interface.rulesets {
      guard let uri = uses[index].properties.value(at: property.path)?.stringValue else { continue }
      let lookup = lookUp(uri, property.kind)
      if case .found(let value, let note, _) = lookup {
        keep(value, uri, of: index)
        if let note { reportRemark(note, property, uses[index].syntax) }
      } else {
        let syntax = uses[index].syntax
        report(lookup, uri, at: writtenPlace(of: property, in: syntax) ?? defaultPlace(in: syntax))
      }
    }
  }

  /// Nearly all uses name one ruleset, and few different ones: those share one dictionary.
  private mutating func keep(_ value: JSONValue, _ uri: String, of index: Int) {
    guard uses[index].rulesets.isEmpty else {
      uses[index].rulesets[uri] = value
      return
    }
    let shared = soleRulesets[uri] ?? [uri: value]
    soleRulesets[uri] = shared
    uses[index].rulesets = shared
  }

  /// What holds by default needs no word, unless somebody brought rulesets of their own.
  private mutating func reportRemark(
    _ note: String, _ property: ComponentInterface.RulesetProperty, _ syntax: ComponentSyntax
  ) {
    guard !rulesetRemarks.contains(note) else { return }
    let place = writtenPlace(of: property, in: syntax)
    guard let place = place ?? (options.rulesets.hasDirectories ? defaultPlace(in: syntax) : nil) else {
      return
    }
    rulesetRemarks.insert(note)
    report(Diagnostic(.rulesetRemark, note, at: place))
  }

  /// Where the runbook names a ruleset; nil where it takes the default.
  private func writtenPlace(
    of property: ComponentInterface.RulesetProperty, in syntax: ComponentSyntax
  ) -> SourceSpan? {
    guard case .scalar(let scalar)? = syntax.properties?.part(at: property.path.map { .key($0) }) else {
      return nil
    }
    return scalar.span
  }

  private func defaultPlace(in syntax: ComponentSyntax) -> SourceSpan { syntax.type?.span ?? syntax.keySpan }

  private mutating func lookUp(_ uri: String, _ kind: RulesetKind) -> RulesetLookup {
    if let known = rulesetLookups[kind.name]?[uri] { return known }
    let lookup = loadOrRecall(uri, kind)
    if !Self.hasExactVersion(uri) { hasUnpinnedRulesets = true }
    rulesetLookups[kind.name, default: [:]][uri] = lookup
    switch lookup {
    case .invalid(let diagnostics), .found(_, _, let diagnostics):
      for diagnostic in diagnostics { report(diagnostic) }
    case .notFound, .malformed: break
    }
    return lookup
  }

  /// The ruleset whose name is part of what was written, else the most similar one.
  private func rulesetNamed(like text: String) -> String? {
    let known = options.rulesets.uris
    let parts = text.split(separator: "/")
    let twin = known.first { uri in
      let name = uri.split(separator: "/").dropFirst().first
      return name.map(parts.contains) ?? false
    }
    return twin ?? closest(to: text, among: known)
  }

  /// A ruleset that is part of the program is read once for all compilations.
  private mutating func loadOrRecall(_ uri: String, _ kind: RulesetKind) -> RulesetLookup {
    let places =
      options.rulesets.hasDirectories
      ? options.rulesets.places(of: uri) : RulesetPlaces(folders: [], file: nil)
    if places.folders.isEmpty, let known = options.memory.ruleset(uri, kind: kind.name, for: goal) {
      return known
    }
    // Only a plan holds the rules.
    let recognised = goal == .check ? options.rulesets.recognise(uri, kind: kind) : nil
    let lookup = recognised ?? options.rulesets.load(uri, kind: kind, sources: &sources)
    if case .found = lookup, places.folders.isEmpty {
      options.memory.keep(lookup, uri, kind: kind.name, for: goal)
    } else {
      noteDependencies(of: lookup, places)
    }
    return lookup
  }

  private mutating func noteDependencies(of lookup: RulesetLookup, _ places: RulesetPlaces) {
    for folder in places.folders { dependencies.listed(folder) }
    if let file = places.file { dependencies.read(file, resolved: (try? resolvePath(file)) ?? file) }
    // A suggestion follows from everything that there is.
    if case .found = lookup { return }
    if options.rulesets.hasDirectories { dependencies.consultedSomethingElse() }
  }

  private mutating func report(_ lookup: RulesetLookup, _ uri: String, at span: SourceSpan) {
    switch lookup {
    case .found: break
    case .notFound(let searched, let suggestion):
      report(
        Diagnostic(
          .unknownRuleset, "there is no ruleset '\(uri)'", at: span,
          suggesting: suggestion,
          notes: [
            "looked in: \(searched.joined(separator: ", "))", "name a directory with --rulesets NAME=DIR",
          ]))
    case .malformed(let reason):
      report(
        Diagnostic(
          .unknownRuleset, "'\(uri)' is not a ruleset's name: \(reason)", at: span,
          suggesting: rulesetNamed(like: uri), otherwise: "expected provider/name/version"))
    case .invalid:
      report(
        Diagnostic(
          .invalidRuleset, "the ruleset '\(uri)' has errors", at: span, annotation: "named here"))
    }
  }
}

extension JSONObject {
  /// The value that keys lead to.
  fileprivate func value(at path: [String]) -> JSONValue? {
    var value: JSONValue? = .object(self)
    for key in path { value = value?.objectValue?[key] }
    return value
  }
}
