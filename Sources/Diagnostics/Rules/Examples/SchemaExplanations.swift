// Explanations of the rules on schemas.

extension RuleExplanation {
  static var schemaExplanations: [RuleExplanation] {
    [
      schemaMismatch, mergeMismatch, unsupportedOutputSchema, malformedSchemaReference, reuseWithoutSchema,
      defaultDoesNotFit, unknownSchema,
    ]
  }

  private static let schemaMismatch = RuleExplanation(
    .schemaMismatch,
    why: """
      A processor reads its inputs by their schema, so inputs of other schemas would fail when the run is half \
      done. `wct processors --json` shows the combinations that each takes.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        classified:
          inputs: files
          process: {type: gdpr_personal_data_classifier}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        found:
          inputs: files
          process: {type: personal_data}
        classified:
          inputs: found
          process: {type: gdpr_personal_data_classifier}
          output: true
      """))

  private static let mergeMismatch = RuleExplanation(
    .mergeMismatch,
    why: """
      A merge puts the items of several artifacts into one list, and whatever reads the list expects items of \
      one kind.
      """,
    bad: .artifacts(
      """
        shop:
          source: {type: filesystem, properties: {path: ./shop}}
        found:
          inputs: shop
          process: {type: personal_data}
        both:
          inputs: [shop, found]
          output: true
      """),
    good: .artifacts(
      """
        shop:
          source: {type: filesystem, properties: {path: ./shop}}
        blog:
          source: {type: filesystem, properties: {path: ./blog}}
        both:
          inputs: [shop, blog]
          output: true
      """))

  private static let unsupportedOutputSchema = RuleExplanation(
    .unsupportedOutputSchema,
    why: """
      'output_schema' chooses among what a component can make; it converts nothing. Leave it out to take the \
      component's first schema.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output_schema: source_code
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output_schema: standard_input
          output: true
      """))

  private static let malformedSchemaReference = RuleExplanation(
    .malformedSchemaReference,
    why: """
      A schema is named exactly, so that a result of today can be read in a year. A bare name stands for version \
      1.0.0.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output_schema: standard_input/1
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output_schema: standard_input/1.0.0
          output: true
      """))

  private static let reuseWithoutSchema = RuleExplanation(
    .reuseWithoutSchema,
    why: """
      Compiling reads no store unless told to, so it can't look into the earlier run. Without the schema nothing \
      that depends on the artifact could be checked.
      """,
    bad: .artifacts(
      """
        found:
          reuse: {from_run: latest, artifact: found}
          output: true
      """),
    good: .artifacts(
      """
        found:
          reuse: {from_run: latest, artifact: found}
          output_schema: personal_data_indicator/1.0.0
          output: true
      """))

  private static let defaultDoesNotFit = RuleExplanation(
    .defaultDoesNotFit,
    why: """
      A default stands in for an artifact when nothing is mapped to the input, and is read by the same \
      processors. It must be a whole message of the schema.
      """,
    bad: RuleExample(input(withDefault: "{data: none}")),
    good: RuleExample(
      input(
        withDefault: """
          {schemaVersion: 1.0.0, name: empty, data: []}
          """)))

  private static func input(withDefault value: String) -> String {
    """
    name: Example
    description: Shows one rule
    contact: privacy@example.com
    inputs:
      texts:
        input_schema: standard_input
        optional: true
        default: \(value)
    outputs:
      found: {artifact: personal_data}
    artifacts:
      personal_data:
        inputs: texts
        process: {type: personal_data}
    """
  }

  private static let unknownSchema = RuleExplanation(
    .unknownSchema,
    why: """
      What nobody can describe nobody can check: neither the artifact nor what is derived from it. Most often the \
      name is misspelt.
      """,
    bad: .artifacts(
      """
        found:
          reuse: {from_run: latest, artifact: found}
          output_schema: personal_data_indicators
          output: true
      """),
    good: .artifacts(
      """
        found:
          reuse: {from_run: latest, artifact: found}
          output_schema: personal_data_indicator
          output: true
      """))
}
