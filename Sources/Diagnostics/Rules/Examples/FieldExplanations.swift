// Explanations of the rules on fields and their values.

extension RuleExplanation {
  static var fieldExplanations: [RuleExplanation] {
    [
      unknownField, missingField, productionMethod, conflictingFields, invalidValue, undefinedVariable,
      malformedSubstitution,
    ]
  }

  private static let unknownField = RuleExplanation(
    .unknownField,
    why: """
      A misspelt field would do nothing, and nobody would notice: an 'ouptut' that is ignored leaves the result \
      out. Fields of your own begin with 'x-'.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          ouptut: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
          x-ticket: PRIV-12
      """))

  private static let missingField = RuleExplanation(
    .missingField,
    why: """
      Without these fields there is nothing to run, or nobody could tell later what a result was about: name and \
      description stand in every report.
      """,
    bad: RuleExample(
      """
      name: Example
      contact: privacy@example.com
      artifacts:
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """),
    good: RuleExample(sample))

  private static let productionMethod = RuleExplanation(
    .productionMethod,
    why: """
      An artifact is extracted by a source, derived from inputs, or reused from an earlier run. With two of these \
      it would be open which one counts; with none there is nothing to make it from.
      """,
    bad: .artifacts(
      """
        files:
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """))

  private static let conflictingFields = RuleExplanation(
    .conflictingFields,
    why: """
      One of the two fields would have no effect, or each would undo the other. The message says which field \
      stands in the way.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        found:
          inputs: files
          process: {type: personal_data}
          merge: concatenate
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

  private static let invalidValue = RuleExplanation(
    .invalidValue,
    why: """
      A value that does not fit can't be obeyed, and to guess another one could mean a run that never ends or \
      never starts.
      """,
    bad: RuleExample(
      """
      name: Example
      description: Shows one rule
      contact: privacy@example.com
      config:
        timeout: 5 minutes
      artifacts:
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """),
    good: RuleExample(
      """
      name: Example
      description: Shows one rule
      contact: privacy@example.com
      config:
        timeout: 300
      artifacts:
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """))

  private static let undefinedVariable = RuleExplanation(
    .undefinedVariable,
    why: """
      An empty text in place of a path or a host makes a run that looks at the wrong thing. Set the variable, put \
      it into a `.env` file, or write a default.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: "${DATA_DIR}"}}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: "${DATA_DIR:-./data}"}}
          output: true
      """))

  private static let malformedSubstitution = RuleExplanation(
    .malformedSubstitution,
    why: """
      Only three forms are known, and a mistyped one would go on as literal text. Where '${' is meant literally, \
      '$${' says so.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: "${DATA_DIR:./data}"}}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: "${DATA_DIR:-./data}"}}
          output: true
      """))
}
