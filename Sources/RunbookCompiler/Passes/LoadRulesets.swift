// Part of `check-components`: the rulesets that properties name.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import RulesetModel
internal import Rulesets
internal import RunbookSyntax

extension Compilation {
  mutating func loadRulesets(of index: Int, _ interface: ComponentInterface) {
    for property in interface.rulesets {
      guard let uri = uses[index].properties.value(at: property.path)?.stringValue else { continue }
      let lookup = lookUp(uri, property.kind)
      if case .found(let value, _) = lookup {
        uses[index].rulesets[uri] = value
      } else {
        report(lookup, uri, at: place(of: property, in: uses[index].syntax))
      }
    }
  }

  /// Where a ruleset is named: its property, or the component that takes it by default.
  private func place(of property: ComponentInterface.RulesetProperty, in syntax: ComponentSyntax)
    -> SourceSpan
  {
    if case .scalar(let scalar)? = syntax.properties?.part(at: property.path.map { .key($0) }) {
      return scalar.span
    }
    return syntax.type?.span ?? syntax.keySpan
  }

  private mutating func lookUp(_ uri: String, _ kind: RulesetKind) -> RulesetLookup {
    let key = "\(kind.name) \(uri)"
    if let known = rulesetLookups[key] { return known }
    let lookup = options.rulesets.load(uri, kind: kind, sources: &sources)
    rulesetLookups[key] = lookup
    switch lookup {
    case .found(_, let note?): rulesetNotes.append(note)
    case .invalid(let diagnostics): for diagnostic in diagnostics { report(diagnostic) }
    case .found, .notFound, .malformed: break
    }
    return lookup
  }

  private mutating func report(_ lookup: RulesetLookup, _ uri: String, at span: SourceSpan) {
    switch lookup {
    case .found: break
    case .notFound(let searched, let suggestion):
      report(
        Diagnostic(
          .unknownRuleset, "there is no ruleset '\(uri)'", at: span,
          annotation: suggestion.map { "did you mean '\($0)'?" },
          notes: [
            "looked in: \(searched.joined(separator: ", "))", "name a directory with --rulesets NAME=DIR",
          ],
          fixes: suggestion.map { [FixIt("replace with '\($0)'", replacing: span, with: $0)] } ?? []))
    case .malformed(let reason):
      report(
        Diagnostic(
          .unknownRuleset, "'\(uri)' is not a ruleset's name: \(reason)", at: span,
          annotation: "expected provider/name/version"))
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
