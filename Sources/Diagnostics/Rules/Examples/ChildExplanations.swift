// Explanations of the rules on child runbooks.

extension RuleExplanation {
  static var childExplanations: [RuleExplanation] {
    [
      unsafeChildPath, childNotFound, childCycle, childTooDeep, unknownChildInput, unmappedChildInput,
      unknownChildOutput, mappedInputNotListed, sourceInChild, childSchemaMismatch,
    ]
  }

  /// A child that finds personal data in texts.
  static let detector = RuleExample.File.text(
    "detect.yaml",
    """
    name: Detection
    description: Finds personal data in texts
    contact: privacy@example.com
    inputs:
      texts: {input_schema: standard_input}
    outputs:
      found: {artifact: personal_data}
    artifacts:
      personal_data:
        inputs: texts
        process: {type: personal_data}
    """)

  /// A runbook that uses a child, whose lines are given.
  private static func parent(_ child: String, config: String = "") -> String {
    """
    name: Example
    description: Shows one rule
    contact: privacy@example.com
    \(config)artifacts:
      files:
        source: {type: filesystem, properties: {path: ./data}}
      found:
        inputs: files
        child_runbook: \(child)
        output: true
    """
  }

  private static let right = RuleExample(
    parent("{path: detect.yaml, input_mapping: {texts: files}, output: found}"), beside: [detector])

  private static let unsafeChildPath = RuleExplanation(
    .unsafeChildPath,
    why: """
      A runbook from somewhere else must not pull in files of this machine. Children lie beside their parent or \
      below it, or in a directory that 'template_paths' names; symbolic links are followed before that is checked.
      """,
    bad: RuleExample(
      parent("{path: ../shared/detect.yaml, input_mapping: {texts: files}, output: found}"),
      beside: [detector]),
    good: RuleExample(
      parent(
        "{path: detect.yaml, input_mapping: {texts: files}, output: found}",
        config: "config:\n  template_paths: [shared]\n"),
      beside: [.text("shared/detect.yaml", String(decoding: detector.bytes, as: UTF8.self))]))

  private static let childNotFound = RuleExplanation(
    .childNotFound,
    why: """
      A child that is missing leaves its artifact without a way to be made. It is looked for beside the runbook \
      that names it, then in that runbook's 'template_paths'.
      """,
    bad: RuleExample(
      parent("{path: detector.yaml, input_mapping: {texts: files}, output: found}"), beside: [detector]),
    good: right)

  private static let childCycle = RuleExplanation(
    .childCycle,
    why: """
      Children are inlined when a runbook is compiled; one that contains itself would never end. The message \
      shows the whole chain of files.
      """,
    bad: RuleExample(
      parent("{path: detect.yaml, input_mapping: {texts: files}, output: found}"),
      beside: [
        .text(
          "detect.yaml",
          """
          name: Detection
          description: Finds personal data in texts
          contact: privacy@example.com
          inputs:
            texts: {input_schema: standard_input}
          outputs:
            found: {artifact: again}
          artifacts:
            again:
              inputs: texts
              child_runbook: {path: detect.yaml, input_mapping: {texts: texts}, output: found}
          """)
      ]),
    good: right)

  private static let childTooDeep = RuleExplanation(
    .childTooDeep,
    why: """
      The limit catches runaway inclusion early and keeps the ids of inlined artifacts readable. It is \
      'max_child_depth' in 'config' of the outermost runbook, 3 unless that says otherwise.
      """,
    bad: RuleExample(
      parent(
        "{path: scan.yaml, input_mapping: {texts: files}, output: found}",
        config: "config:\n  max_child_depth: 1\n"), beside: [scan, detector]),
    good: RuleExample(
      parent(
        "{path: scan.yaml, input_mapping: {texts: files}, output: found}",
        config: "config:\n  max_child_depth: 2\n"), beside: [scan, detector]))

  /// A child that uses another.
  private static let scan = RuleExample.File.text(
    "scan.yaml",
    """
    name: Scan
    description: Leaves the finding to another runbook
    contact: privacy@example.com
    inputs:
      texts: {input_schema: standard_input}
    outputs:
      found: {artifact: detected}
    artifacts:
      detected:
        inputs: texts
        child_runbook: {path: detect.yaml, input_mapping: {texts: texts}, output: found}
    """)

  private static let unknownChildInput = RuleExplanation(
    .unknownChildInput,
    why: """
      What is mapped to an input that the child does not have goes nowhere. The names on the left of \
      'input_mapping' are the child's, those on the right the parent's.
      """,
    bad: RuleExample(
      parent("{path: detect.yaml, input_mapping: {texts: files, codes: files}, output: found}"),
      beside: [detector]),
    good: right)

  private static let unmappedChildInput = RuleExplanation(
    .unmappedChildInput,
    why: """
      The child says that it can't work without this input. Map an artifact to it, or declare it 'optional: true' \
      in the child, with a default where one makes sense.
      """,
    bad: RuleExample(
      parent("{path: detect.yaml, input_mapping: {}, output: found}"), beside: [detector]),
    good: right)

  private static let unknownChildOutput = RuleExplanation(
    .unknownChildOutput,
    why: """
      A parent sees only what the child's 'outputs' expose, so that a child can change inside without breaking \
      those that use it.
      """,
    bad: RuleExample(
      parent("{path: detect.yaml, input_mapping: {texts: files}, output: personal_data}"), beside: [detector]),
    good: right)

  private static let mappedInputNotListed = RuleExplanation(
    .mappedInputNotListed,
    why: """
      'inputs' is where readers and tools see what an artifact depends on; a mapping alone would hide it.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        mails:
          source: {type: filesystem, properties: {path: ./mail}}
          output: true
        found:
          inputs: files
          child_runbook: {path: detect.yaml, input_mapping: {texts: mails}, output: found}
          output: true
      """, beside: [detector]),
    good: .artifacts(
      """
        mails:
          source: {type: filesystem, properties: {path: ./mail}}
          output: true
        found:
          inputs: mails
          child_runbook: {path: detect.yaml, input_mapping: {texts: mails}, output: found}
          output: true
      """, beside: [detector]))

  private static let sourceInChild = RuleExplanation(
    .sourceInChild,
    why: """
      A runbook with inputs is a part to be used by others, which decide what data goes in. A source of its own \
      would read data that no parent can see or forbid.
      """,
    bad: RuleExample(inputDeclaration + "    source: {type: filesystem, properties: {path: ./data}}\n"),
    good: RuleExample(inputDeclaration + "    inputs: texts\n", options: []))

  private static let inputDeclaration = """
    name: Example
    description: Shows one rule
    contact: privacy@example.com
    inputs:
      texts: {input_schema: standard_input}
    outputs:
      found: {artifact: personal_data}
    artifacts:
      personal_data:
        inputs: copy
        process: {type: personal_data}
      copy:

    """

  private static let childSchemaMismatch = RuleExplanation(
    .childSchemaMismatch,
    why: """
      The child's processors were written for this schema and would read fields that are not there. Derive an \
      artifact of the right schema first, or change the child's 'input_schema'.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        findings:
          inputs: files
          process: {type: personal_data}
        found:
          inputs: findings
          child_runbook: {path: collect.yaml, input_mapping: {texts: findings}, output: texts}
          output: true
      """, beside: [collector]),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        found:
          inputs: files
          child_runbook: {path: collect.yaml, input_mapping: {texts: files}, output: texts}
          output: true
      """, beside: [collector]))

  /// A child that hands on what it gets.
  private static let collector = RuleExample.File.text(
    "collect.yaml",
    """
    name: Collection
    description: Hands texts on
    contact: privacy@example.com
    inputs:
      texts: {input_schema: standard_input}
    outputs:
      texts: {artifact: collected}
    artifacts:
      collected:
        inputs: texts
    """)
}
