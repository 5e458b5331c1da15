// Explanations of the lints on what is written: spellings, secrets, options.

extension RuleExplanation {
  static var lintExplanations: [RuleExplanation] {
    [
      ambiguousScalar, olderSpelling, hardCodedSecret, unknownNestedProperty, missingContact,
      ignoredChildOutput, unmappedInput, unavailableOption, deprecatedComponent, rulesetRemark,
    ]
  }

  private static let ambiguousScalar = RuleExplanation(
    .ambiguousScalar,
    why: """
      YAML 1.1 reads 'no' as false, '012' as ten and '12:30' as 750; YAML 1.2 does not. With quotes every reader \
      sees the text that people see.
      """,
    bad: RuleExample("name: 12:30\n" + rest),
    good: RuleExample("name: \"12:30\"\n" + rest))

  private static let rest = """
    description: Shows one rule
    contact: privacy@example.com
    artifacts:
      files:
        source: {type: filesystem, properties: {path: ./data}}
        output: true

    """

  private static let olderSpelling = RuleExplanation(
    .olderSpelling,
    why: """
      'from' and 'transform' come from older documents. They still work, but two words for one thing make \
      runbooks harder to read and to search; `--profile migration` makes this a note for a while.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        found:
          from: files
          transform: {type: personal_data}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        found:
          inputs: files
          process: {type: personal_data}
          output: true
      """))

  private static let hardCodedSecret = RuleExplanation(
    .hardCodedSecret,
    why: """
      A runbook is kept under version control and read by many; a password in it is no secret any more. \
      `wct compile` refuses it altogether.
      """,
    bad: RuleExample(database(password: "hunter2")),
    good: RuleExample(database(password: "\"${DB_PASSWORD}\"")))

  private static let unknownNestedProperty = RuleExplanation(
    .unknownNestedProperty,
    why: """
      The component ignores what it does not know inside a group of properties, so the setting has no effect. It \
      is no error because other tools accept such files.
      """,
    bad: .artifacts(
      detection(
        """
        type: personal_data
        properties:
          pattern_matching: {evidence_context: large}
        """)),
    good: .artifacts(
      detection(
        """
        type: personal_data
        properties:
          pattern_matching: {evidence_context_size: large}
        """)))

  private static let missingContact = RuleExplanation(
    .missingContact,
    why: """
      Whoever reads a result in a year must know whom to ask. The contact is shown in every report.
      """,
    bad: RuleExample(
      """
      name: Example
      description: Shows one rule
      artifacts:
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """),
    good: RuleExample(sample))

  private static let ignoredChildOutput = RuleExplanation(
    .ignoredChildOutput,
    why: """
      The parent decides what is in the results. Set 'output: true' on the artifact that uses the child, and \
      expose what it needs in the child's 'outputs'.
      """,
    bad: .artifacts(use, beside: [child("\n    output: true")]),
    good: .artifacts(use, beside: [child("")]))

  private static let use = """
      files:
        source: {type: filesystem, properties: {path: ./data}}
      found:
        inputs: files
        child_runbook: {path: detect.yaml, input_mapping: {texts: files}, output: found}
        output: true
    """

  private static func child(_ more: String) -> RuleExample.File {
    .text("detect.yaml", String(decoding: detector.bytes, as: UTF8.self).dropLast() + more)
  }

  private static let unmappedInput = RuleExplanation(
    .unmappedInput,
    why: """
      The artifact waits for this input and then does nothing with it. Map it to one of the child's inputs, or \
      take it out of the list.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        mails:
          source: {type: filesystem, properties: {path: ./mail}}
        found:
          inputs: [files, mails]
          child_runbook: {path: detect.yaml, input_mapping: {texts: files}, output: found}
          output: true
      """, beside: [detector]),
    good: .artifacts(use, beside: [detector]))

  private static let unavailableOption = RuleExplanation(
    .unavailableOption,
    why: """
      The run goes on without it, so a result may look more certain than it is. The message says what will be \
      missing.
      """,
    withoutExample: "every option is available since late variables may stand in lists.")

  private static let deprecatedComponent = RuleExplanation(
    .deprecatedComponent,
    why: """
      A deprecated component still runs, but will be taken out of a later version. The message names what to use \
      in its place.
      """,
    withoutExample: "none of the built-in components is deprecated.")

  private static let rulesetRemark = RuleExplanation(
    .rulesetRemark,
    why: """
      Which rules are applied decides what is found. Where a name stands for another ruleset than the one that it \
      spells, people should see it once.
      """,
    bad: .artifacts(rulesetNamed("local/personal_data_indicator/1.0.0")),
    good: .artifacts(rulesetNamed("wct/personal_data_indicator/1.0.0")))
}
