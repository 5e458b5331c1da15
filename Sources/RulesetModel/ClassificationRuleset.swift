// Classification rules as values: which indicators mean what. Knows neither files nor findings.
package import CanonicalJSON

/// A checked classification ruleset.
package struct ClassificationRuleset: Sendable, Hashable {
  package let name: String
  package let version: String
  package let description: String
  /// In the order of the file: where two map the same indicator, the later holds.
  package let rules: [ClassificationRule]
  /// Those that raise a risk, then those that lower it; empty for kinds without them.
  package let riskModifiers: [RiskModifier]
}

/// One rule: some indicators and what they are classified as.
package struct ClassificationRule: Sendable, Hashable {
  package let name: String
  package let description: String
  package let indicators: [String]
  package let category: String
  /// A value for each of the kind's result fields, defaults filled in.
  package let results: [String: JSONValue]
}

/// Words in the evidence that say something about the risk: children, vulnerable people, people elsewhere.
package struct RiskModifier: Sendable, Hashable {
  /// The name that findings carry.
  package let name: String
  /// Literals that are looked for as whole words, whatever their case.
  package let patterns: [String]
  /// Regular expressions in Python's syntax.
  package let valuePatterns: [String]
  package let articleReferences: [String]
}
