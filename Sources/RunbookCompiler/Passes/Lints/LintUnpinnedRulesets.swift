// Lint: rulesets that are named by a version that can come to mean other rules.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import RunbookSyntax

extension Compilation {
  /// A ruleset that the runbook does not name is the component's default, which is exact.
  mutating func lintUnpinnedRulesets() {
    guard hasUnpinnedRulesets else { return }
    for index in uses.indices where uses[index].rulesets.contains(where: { !Self.hasExactVersion($0.key) }) {
      let use = uses[index]
      for property in use.interface?.rulesets ?? [] {
        guard case .scalar(let name)? = use.syntax.properties?.part(at: property.path.map { .key($0) }),
          use.rulesets[name.text] != nil, !Self.hasExactVersion(name.text),
          let version = name.text.split(separator: "/").last
        else { continue }
        report(
          Diagnostic(
            .unpinnedRuleset, "the ruleset's version '\(version)' is not exact", at: name.span,
            notes: ["name one such as 'provider/name/1.0.0', so that the rules stay the same"]))
      }
    }
  }

  static func hasExactVersion(_ name: String) -> Bool {
    name.split(separator: "/").last.map(isExactVersion) ?? true
  }

  /// Three numbers, and what Semantic Versioning 2.0.0 allows after them.
  private static func isExactVersion(_ text: Substring) -> Bool {
    let core = text.prefix { $0 != "-" && $0 != "+" }.split(separator: ".", omittingEmptySubsequences: false)
    return core.count == 3
      && core.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
