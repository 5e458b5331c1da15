// Explanations of the rules on components, their properties, and rulesets.

extension RuleExplanation {
  static var componentExplanations: [RuleExplanation] {
    [
      unknownComponent, propertyType, missingProperty, unknownProperty, propertyValue, unknownRuleset,
      invalidRuleset, unavailableFeature, secretInPlan,
    ]
  }

  /// Artifacts of which one finds personal data; the lines of its `process` are given.
  static func detection(_ process: String) -> String {
    """
      files:
        source: {type: filesystem, properties: {path: ./data}}
      found:
        inputs: files
        process:
    \(process.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
        output: true
    """
  }

  private static let unknownComponent = RuleExplanation(
    .unknownComponent,
    why: """
      Nothing is installed that could make the artifact. `wct connectors` and `wct processors` list what is.
      """,
    bad: .artifacts(detection("type: personal_date")),
    good: .artifacts(detection("type: personal_data")))

  private static let propertyType = RuleExplanation(
    .propertyType,
    why: """
      A component reads its properties as the types that it declares. A quoted number is a text; without the \
      quotes it is a number.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data, max_files: many}}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data, max_files: 500}}
          output: true
      """))

  private static let missingProperty = RuleExplanation(
    .missingProperty,
    why: """
      The component has no sensible value of its own for this property and would fail when it runs, perhaps \
      hours later.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {max_files: 500}}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data, max_files: 500}}
          output: true
      """))

  private static let unknownProperty = RuleExplanation(
    .unknownProperty,
    why: """
      A property that the component does not know would be ignored, and what it was meant to change would stay \
      as it is.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data, max_file: 500}}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data, max_files: 500}}
          output: true
      """))

  private static let propertyValue = RuleExplanation(
    .propertyValue,
    why: """
      The value has the right type, but the component has no meaning for it. The message says which values or \
      range it takes.
      """,
    bad: .artifacts(
      detection(
        """
        type: personal_data
        properties:
          pattern_matching: {evidence_context_size: huge}
        """)),
    good: .artifacts(
      detection(
        """
        type: personal_data
        properties:
          pattern_matching: {evidence_context_size: large}
        """)))

  private static let unknownRuleset = RuleExplanation(
    .unknownRuleset,
    why: """
      A detector without its rules finds nothing, which looks like a clean result. A name is \
      'provider/name/version'; `wct rulesets` lists the built-in ones, `--rulesets NAME=DIR` adds others.
      """,
    bad: .artifacts(rulesetNamed("local/personal_data_indicators/1.0.0")),
    good: .artifacts(rulesetNamed("local/personal_data_indicator/1.0.0")))

  private static let invalidRuleset = RuleExplanation(
    .invalidRuleset,
    why: """
      A rule that can't be understood would silently never match. Every fault is shown at its place in the \
      ruleset file.
      """,
    bad: .artifacts(
      rulesetNamed("ours/staff/1.0.0"), beside: [ruleset(category: "staff_numbers")],
      options: ["--rulesets", "ours=rules"]),
    good: .artifacts(
      rulesetNamed("ours/staff/1.0.0"), beside: [ruleset(category: "staff_number")],
      options: ["--rulesets", "ours=rules"]))

  static func rulesetNamed(_ name: String) -> String {
    detection(
      """
      type: personal_data
      properties:
        pattern_matching: {ruleset: \(name)}
      """)
  }

  /// A ruleset of one rule, whose category may be outside the vocabulary.
  static func ruleset(category: String) -> RuleExample.File {
    .text(
      "rules/staff/1.0.0/staff.yaml",
      """
      name: staff
      version: 1.0.0
      description: Our own words
      categories: [staff_number]
      rules:
        - name: staff_number
          description: Numbers of the staff register
          category: \(category)
          patterns: [staff number]
      """)
  }

  private static let unavailableFeature = RuleExplanation(
    .unavailableFeature,
    why: """
      The language has it, this version of the toolchain can't do it yet. To leave it out silently would change \
      what the runbook means.
      """,
    withoutExample: "everything that the language has can be done since secrets in lists can.")

  private static let secretInPlan = RuleExplanation(
    .secretInPlan,
    why: """
      Plans are stored, compared and handed on, so a password in one would spread. Written as '${NAME}' it is \
      looked up when the plan runs, and never stored.
      """,
    bad: RuleExample(
      [.text(RuleExample.runbook, database(password: "hunter2"))],
      command: ["wct", "compile", RuleExample.runbook]),
    good: RuleExample(
      [.text(RuleExample.runbook, database(password: "\"${DB_PASSWORD}\""))],
      command: ["wct", "compile", RuleExample.runbook]))

  /// A runbook that reads a database.
  static func database(password: String) -> String {
    RuleExample.header + """
      artifacts:
        customers:
          source:
            type: mysql
            properties:
              host: db.example.com
              user: reader
              password: \(password)
          output: true
      """
  }
}
