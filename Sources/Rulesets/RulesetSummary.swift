// What a listing says about a ruleset.
package import CanonicalJSON
internal import Diagnostics
internal import RulesetModel

/// A ruleset that can be named, loaded as the kind that fits.
package struct RulesetSummary: Sendable {
  package let uri: String
  /// The name of its kind; nil when it can't be loaded as any.
  package let kind: String?
  /// The checked ruleset; nil when it can't be loaded.
  package let value: JSONValue?
  /// Why it can't be loaded.
  package let problem: String?

  package var description: String { value?.objectValue?["description"]?.stringValue ?? "" }
  package var rules: [JSONValue] { value?.objectValue?["rules"]?.arrayValue ?? [] }

  /// `uri`, `kind`, `description`, `rules` (their number) and `problem`.
  package var json: JSONValue {
    [
      "uri": .string(uri), "kind": kind.map { .string($0) } ?? .null, "description": .string(description),
      "rules": .integer(rules.count), "problem": problem.map { .string($0) } ?? .null,
    ]
  }
}

extension RulesetLibrary {
  /// Loads a ruleset as the kind of its own name, else as any kind that it fits.
  package func summary(of uri: String) -> RulesetSummary {
    let name = uri.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    let kinds = RulesetKind.all.filter { $0.name == name } + RulesetKind.all.filter { $0.name != name }
    var problem: String?
    for kind in kinds {
      var sources = SourceCollection()
      switch load(uri, kind: kind, sources: &sources) {
      case .found(let value, _, _):
        return RulesetSummary(uri: uri, kind: kind.name, value: value, problem: nil)
      case .notFound: problem = problem ?? "there is no such ruleset"
      case .malformed(let reason): problem = problem ?? reason
      case .invalid(let diagnostics): problem = problem ?? diagnostics.first?.message
      }
    }
    return RulesetSummary(uri: uri, kind: nil, value: nil, problem: problem)
  }
}
