// Explanations of the rules on rulesets.

extension RuleExplanation {
  static var rulesetExplanations: [RuleExplanation] { [failingExample, frameworkForm] }

  private static let failingExample = RuleExplanation(
    .failingExample,
    why: """
      Examples say what a rule is for, and keep it so while its patterns change. `match` holds texts in which the rule \
      finds something, with all other rules of the ruleset at work; `no_match` holds texts in which it finds nothing.
      """,
    bad: RuleExample([staff("ST-12345")], command: ["wct", "rulesets", "test", "staff.yaml"]),
    good: RuleExample([staff("ST-123456")], command: ["wct", "rulesets", "test", "staff.yaml"]))

  private static let frameworkForm = RuleExplanation(
    .frameworkForm,
    why: """
      Ruleset files of the Python framework load unchanged. Its reader takes the last of two equal keys, and older files \
      have no `purpose`: there the name of a rule is its purpose. A file with any field of this project's own, such as \
      `examples` or `confidence`, is read strictly instead, and equal keys are an error in it.
      """,
    bad: RuleExample(
      [terms("[staff number]\n    patterns: [")], command: ["wct", "rulesets", "test", "terms.yaml"]),
    good: RuleExample([terms("[")], command: ["wct", "rulesets", "test", "terms.yaml"]))

  private static func terms(_ patterns: String) -> RuleExample.File {
    .text(
      "terms.yaml",
      """
      name: personal_data_indicator
      version: 1.0.0
      description: Our own words
      categories: [staff_number]
      rules:
        - name: staff_number
          description: Numbers of the staff register
          category: staff_number
          patterns: \(patterns)staff_no]
      """)
  }

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
