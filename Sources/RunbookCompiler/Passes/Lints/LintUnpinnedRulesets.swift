// Lint: rulesets that are named by a version that can come to mean other rules.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import RunbookSyntax

extension Compilation {
  /// A ruleset that the runbook does not name is the component's default, which is exact.
  mutating func lintUnpinnedRulesets() {
    // Nearly all uses name the same few.
    var isExact: [String: Bool] = [:]
    func isInexact(_ name: String) -> Bool {
      if let known = isExact[name] { return !known }
      let answer = name.split(separator: "/").last.map(Self.isExactVersion) ?? true
      isExact[name] = answer
      return !answer
    }
    for index in uses.indices where uses[index].rulesets.contains(where: { isInexact($0.key) }) {
      let use = uses[index]
      for property in use.interface?.rulesets ?? [] {
        guard case .scalar(let name)? = use.syntax.properties?.part(at: property.path.map { .key($0) }),
          use.rulesets[name.text] != nil, isInexact(name.text),
          let version = name.text.split(separator: "/").last
        else { continue }
        report(
          Diagnostic(
            .unpinnedRuleset, "the ruleset's version '\(version)' is not exact", at: name.span,
            notes: ["name one such as 'provider/name/1.0.0', so that the rules stay the same"]))
      }
    }
  }

  /// Three numbers, and what Semantic Versioning 2.0.0 allows after them.
  private static func isExactVersion(_ text: Substring) -> Bool {
    let core = text.prefix { $0 != "-" && $0 != "+" }.split(separator: ".", omittingEmptySubsequences: false)
    return core.count == 3
      && core.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
