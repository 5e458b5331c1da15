// Explanations of the lints on artifacts and how they hang together.

extension RuleExplanation {
  static var graphLintExplanations: [RuleExplanation] {
    [
      unusedArtifact, unusedInput, unusedOutputMapping, duplicateWork, unpinnedRuleset, timeoutBeyondRun,
      ineffectiveOptional,
    ]
  }

  private static let unusedArtifact = RuleExplanation(
    .unusedArtifact,
    why: """
      It is made in every run, costs time and may read sensitive data, and nobody sees what comes of it. Often an \
      'output: true' was forgotten.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
        found:
          inputs: files
          process: {type: personal_data}
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

  /// A child with the inputs `texts` and `notes`; the artifacts are given.
  private static func child(_ inputs: String) -> RuleExample {
    RuleExample(
      """
      name: Example
      description: Shows one rule
      contact: privacy@example.com
      inputs:
        texts: {input_schema: standard_input}
        notes: {input_schema: standard_input}
      outputs:
        found: {artifact: found}
      artifacts:
        found:
          inputs: \(inputs)
          process: {type: personal_data}
      """)
  }

  private static let unusedInput = RuleExplanation(
    .unusedInput,
    why: """
      Every parent has to find something to map to the input, and what it maps is not looked at. A reader would \
      believe that it is.
      """,
    bad: child("texts"),
    good: RuleExample(
      """
      name: Example
      description: Shows one rule
      contact: privacy@example.com
      inputs:
        texts: {input_schema: standard_input}
        notes: {input_schema: standard_input}
      outputs:
        found: {artifact: found}
      artifacts:
        both:
          inputs: [texts, notes]
        found:
          inputs: both
          process: {type: personal_data}
      """))

  private static let unusedOutputMapping = RuleExplanation(
    .unusedOutputMapping,
    why: """
      The child makes the artifact for nobody. Use the name, take it out of the mapping, or set 'output: true' to \
      have it in the results.
      """,
    bad: .artifacts(mapping, beside: [detector]),
    good: .artifacts(mapping + "    output: true\n", beside: [detector]))

  private static let mapping = """
      files:
        source: {type: filesystem, properties: {path: ./data}}
        output: true
      detection:
        inputs: files
        child_runbook:
          path: detect.yaml
          input_mapping: {texts: files}
          output_mapping: {found: personal_data}

    """

  private static let duplicateWork = RuleExplanation(
    .duplicateWork,
    why: """
      Both artifacts have the same component, properties and inputs, so they hold the same, made twice. Use the \
      first for both, or change what was meant to be different.
      """,
    bad: .artifacts(
      """
        shop:
          source: {type: filesystem, properties: {path: ./shop}}
          output: true
        blog:
          source: {type: filesystem, properties: {path: ./shop}}
          output: true
      """),
    good: .artifacts(
      """
        shop:
          source: {type: filesystem, properties: {path: ./shop}}
          output: true
        blog:
          source: {type: filesystem, properties: {path: ./blog}}
          output: true
      """))

  private static let unpinnedRuleset = RuleExplanation(
    .unpinnedRuleset,
    why: """
      Behind a name such as 'latest' the rules can change, and two results can no longer be compared. An exact \
      version says which rules a result rests on.
      """,
    bad: .artifacts(
      rulesetNamed("ours/staff/latest"), beside: [latest], options: ["--rulesets", "ours=rules"]),
    good: .artifacts(
      rulesetNamed("ours/staff/1.0.0"), beside: [ruleset(category: "staff_number")],
      options: ["--rulesets", "ours=rules"]))

  private static let latest = RuleExample.File.text(
    "rules/staff/latest/staff.yaml",
    String(decoding: ruleset(category: "staff_number").bytes, as: UTF8.self))

  private static let timeoutBeyondRun = RuleExplanation(
    .timeoutBeyondRun,
    why: """
      The run is over before the artifact's time is, so its own limit can never count. One of the two numbers is \
      not what was meant.
      """,
    bad: timeouts(run: 60, artifact: 300),
    good: timeouts(run: 600, artifact: 300))

  private static func timeouts(run: Int, artifact: Int) -> RuleExample {
    RuleExample(
      """
      name: Example
      description: Shows one rule
      contact: privacy@example.com
      config:
        timeout: \(run)
      artifacts:
        files:
          source: {type: filesystem, properties: {path: ./data}}
          timeout: \(artifact)
          output: true
      """)
  }

  private static let ineffectiveOptional = RuleExplanation(
    .ineffectiveOptional,
    why: """
      An artifact that only hands on or joins its inputs can't fail, and one that a child exposes is as optional \
      as its parent says. What was meant to be optional still fails the run.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        texts:
          inputs: files
          optional: true
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          optional: true
        texts:
          inputs: files
          output: true
      """))
}
