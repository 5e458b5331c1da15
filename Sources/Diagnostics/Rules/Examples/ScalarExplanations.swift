// Explanations of the rules on single values: tags, empty texts, numbers that are too large.

extension RuleExplanation {
  static var scalarExplanations: [RuleExplanation] {
    [unknownTag, tagMismatch, emptyText, integerOutOfRange, misleadingText]
  }

  private static let unknownTag = RuleExplanation(
    .unknownTag,
    why: """
      A tag such as '!!python/object' or '!secret' asks the reader to make something that only one reader knows. \
      Others refuse the file, or take the value for a plain text.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: !relative ./data}}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """))

  private static let tagMismatch = RuleExplanation(
    .tagMismatch,
    why: """
      A tag of YAML's own says what its value is. Where the value is something else, one of the two is a mistake.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data, max_files: !!int many}}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data, max_files: !!int 100}}
          output: true
      """))

  private static let emptyText = RuleExplanation(
    .emptyText,
    why: """
      People find a runbook, and its results, by its name and description. An empty one is often a variable that \
      came out empty.
      """,
    bad: RuleExample("name: ''\n" + scalarSample), good: RuleExample("name: Inbox\n" + scalarSample))

  private static let misleadingText = RuleExplanation(
    .misleadingText,
    why: """
      Some characters hide the text around them or turn its order round, so that a reviewer reads something else \
      than what stands there. `wct-exec` refuses a plan with such a name, since plans are reviewed.
      """,
    bad: RuleExample("name: \"Inbox \\u202Excod.\"\n" + scalarSample),
    good: RuleExample("name: Inbox .docx\n" + scalarSample))

  private static let integerOutOfRange = RuleExplanation(
    .integerOutOfRange,
    why: """
      Whole numbers have 64 bits. A larger one would be rounded or cut off somewhere on its way to the component.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data, max_files: 99999999999999999999}}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data, max_files: 100000}}
          output: true
      """))

  private static let scalarSample = """
    description: Shows one rule
    contact: privacy@example.com
    artifacts:
      files:
        source: {type: filesystem, properties: {path: ./data}}
        output: true

    """
}
