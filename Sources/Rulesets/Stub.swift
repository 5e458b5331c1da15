package import CanonicalJSON
package import Diagnostics
package import RulesetModel
package enum RulesetLookup { case found(value: JSONValue, note: String?), notFound(searched: [String], suggestion: String?), malformed(String), invalid([Diagnostic]) }
package struct RulesetLibrary: Sendable {
  package init(directories: [(name: String, path: String)] = []) {}
  package func load(_ uri: String, kind: RulesetKind, sources: inout SourceCollection) -> RulesetLookup { .found(value: ["name": .string(uri)], note: nil) }
}
extension RulesetLibrary { package static var builtInURIs: [String] { [] } }
