// Why a rule is there, and what breaks it: what `wct explain` and docs/diagnostics.md show beside the summary.
// The explanations themselves are in Examples/, one file a group; they are made when somebody asks for them.

/// What people who met a diagnostic want to know.
package struct RuleExplanation: Sendable {
  package let rule: Rule
  /// Why it matters, in one to three sentences.
  package let why: String
  package let illustration: Illustration

  /// How a rule is shown.
  package enum Illustration: Sendable {
    /// Something that breaks the rule, and the same as it should be.
    case examples(bad: RuleExample, good: RuleExample)
    /// No files can show it, for this reason.
    case none(reason: String)
  }

  package init(_ rule: Rule, why: String, bad: RuleExample, good: RuleExample) {
    self.rule = rule
    self.why = why
    illustration = .examples(bad: bad, good: good)
  }

  package init(_ rule: Rule, why: String, withoutExample reason: String) {
    self.rule = rule
    self.why = why
    illustration = .none(reason: reason)
  }

  /// Every explanation, in no special order.
  package static var all: [RuleExplanation] {
    [
      fileExplanations, scalarExplanations, environmentExplanations, fieldExplanations, referenceExplanations,
      childExplanations, rulesetExplanations,
      componentExplanations, schemaExplanations, flowExplanations, planExplanations, machineExplanations,
      diffExplanations,
      lintExplanations,
      graphLintExplanations, configurationExplanations, ignoreExplanations, migrationExplanations,
      findingExplanations,
    ].flatMap(\.self)
  }
}

extension Rule {
  /// The rule's explanation; every rule has one.
  package var explanation: RuleExplanation? { RuleExplanation.all.first { $0.rule == self } }
}
