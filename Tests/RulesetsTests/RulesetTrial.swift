// Loads rulesets out of a temporary directory.
import CanonicalJSON
import Diagnostics
import RulesetModel
import Rulesets
import TestSupport
import Testing

/// A small ruleset of the kind personal_data_indicator.
let smallRuleset = """
  name: mine
  version: 1.0.0
  description: Mine.
  categories: [a, b]
  rules:
    - name: first
      description: First.
      category: a
      patterns: [x, "1"]
  """

/// What a load came to, in a form that tests can compare.
struct LoadTrial {
  let lookup: RulesetLookup
  let sources: SourceCollection

  init(_ uri: String, _ library: RulesetLibrary, kind: RulesetKind = .personalDataIndicator) {
    var sources = SourceCollection()
    lookup = library.load(uri, kind: kind, sources: &sources)
    self.sources = sources
  }

  /// Loads a text as `mine/mine/1.0.0`.
  init(text: String, kind: RulesetKind = .personalDataIndicator, checkPattern: PatternCheck? = nil) throws {
    let directory = try TemporaryDirectory()
    try directory.write("mine/1.0.0/mine.yaml", text)
    let library = RulesetLibrary(directories: [("mine", directory.path)], checkPattern: checkPattern)
    self.init("mine/mine/1.0.0", library, kind: kind)
  }

  var value: JSONValue? { if case .found(let value, _, _) = lookup { value } else { nil } }
  var note: String? { if case .found(_, let note, _) = lookup { note } else { nil } }
  var warnings: [Diagnostic] { if case .found(_, _, let warnings) = lookup { warnings } else { [] } }
  var diagnostics: [Diagnostic] { if case .invalid(let diagnostics) = lookup { diagnostics } else { [] } }
  var reason: String? { if case .malformed(let reason) = lookup { reason } else { nil } }

  var searched: [String]? { if case .notFound(let searched, _) = lookup { searched } else { nil } }
  var suggestion: String? { if case .notFound(_, let suggestion) = lookup { suggestion } else { nil } }

  /// Each diagnostic as `line: underlined: message`.
  var described: [String] {
    diagnostics.map { diagnostic in
      guard let span = diagnostic.span else { return diagnostic.message }
      return "\(sources.location(of: span).line): \(sources.text(of: span)): \(diagnostic.message)"
    }
  }
}
