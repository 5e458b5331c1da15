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

  /// Whether a name ends with three numbers, and what Semantic Versioning 2.0.0 allows after them.
  static func hasExactVersion(_ name: String) -> Bool {
    let version = name.utf8.suffix(while: { $0 != UInt8(ascii: "/") })
    var (numbers, isEmpty) = (1, true)
    for byte in version {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "+"): return numbers == 3 && !isEmpty
      case UInt8(ascii: ".") where !isEmpty: (numbers, isEmpty) = (numbers + 1, true)
      case 0x30...0x39: isEmpty = false
      default: return false
      }
    }
    return numbers == 3 && !isEmpty
  }
}

extension String.UTF8View {
  /// The longest end whose bytes all fulfil a condition.
  fileprivate func suffix(while holds: (UInt8) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
