// Explanations of the rules on rulesets.

extension RuleExplanation {
  static var rulesetExplanations: [RuleExplanation] { [failingExample] }

  private static let failingExample = RuleExplanation(
    .failingExample,
    why: """
      Examples say what a rule is for, and keep it so while its patterns change. `match` holds texts in which the rule \
      finds something, with all other rules of the ruleset at work; `no_match` holds texts in which it finds nothing.
      """,
    bad: RuleExample([staff("ST-12345")], command: ["wct", "rulesets", "test", "staff.yaml"]),
    good: RuleExample([staff("ST-123456")], command: ["wct", "rulesets", "test", "staff.yaml"]))

  /// A ruleset whose rule wants six digits.
  private static func staff(_ example: String) -> RuleExample.File {
    .text(
      "staff.yaml",
      """
      name: staff
      version: 1.0.0
      description: Our own words
      categories: [staff_number]
      rules:
        - name: staff_number
          description: Numbers of the staff register
          category: staff_number
          value_patterns: ['(?<!\\w)ST-\\d{6}(?!\\w)']
          examples:
            match: ['badge \(example)']
      """)
  }
}
