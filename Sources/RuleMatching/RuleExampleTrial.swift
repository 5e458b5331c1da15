// Tries the examples that the rules of a ruleset carry. Knows no files.
package import ComponentKit
package import RulesetModel

/// An example that does not hold.
package struct FailedExample: Sendable, Equatable {
  package let rule: String
  /// `match` or `no_match`.
  package let list: String
  /// Its place in the list.
  package let index: Int
  package let text: String

  /// What is wrong with it.
  package var message: String {
    list == "match"
      ? "rule '\(rule)': finds nothing in '\(text)', an example of what it matches"
      : "rule '\(rule)': finds something in '\(text)', an example of what it does not match"
  }
}

/// Runs all rules of a ruleset together over each example, as over any text.
package struct RuleExampleTrial {
  private let rules: CompiledRules
  private var scan: RuleScan

  /// - Throws: ``ComponentFailure`` for a pattern that can't be used.
  package init(_ ruleset: DetectionRuleset) throws(ComponentFailure) {
    rules = try CompiledRules(ruleset, fields: [])
    scan = RuleScan(rules, proximityThreshold: 200, maximumPlaceCount: 1)
  }

  /// The examples that do not hold, in their order.
  package mutating func failures(of examples: [RuleExamples]) -> [FailedExample] {
    var failures: [FailedExample] = []
    for example in examples {
      guard let number = rules.rules.firstIndex(where: { $0.name == example.rule }) else { continue }
      for (list, texts) in [("match", example.match), ("no_match", example.noMatch)] {
        for (index, text) in texts.enumerated() where finds(number, in: text) != (list == "match") {
          failures.append(FailedExample(rule: example.rule, list: list, index: index, text: text))
        }
      }
    }
    return failures
  }

  private mutating func finds(_ rule: Int, in text: String) -> Bool {
    var copy = text
    copy.makeContiguousUTF8()
    let found = try? scan.run(over: copy.utf8Span, language: nil, checkCancellation: {})
    return found?.contains(rule) ?? false
  }
}
