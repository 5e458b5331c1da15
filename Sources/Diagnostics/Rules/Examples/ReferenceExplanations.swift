// Explanations of the rules on ids, references between artifacts, and names.

extension RuleExplanation {
  static var referenceExplanations: [RuleExplanation] {
    [
      invalidArtifactId, unknownArtifact, cycle, emptyInputs, duplicateReference, duplicateArtifact,
    ]
  }

  private static let invalidArtifactId = RuleExplanation(
    .invalidArtifactId,
    why: """
      Ids stand in commands, in file names and in the paths of inlined artifacts, such as 'checked/found'. For \
      people there is 'name', which takes any text.
      """,
    bad: .artifacts(
      """
        web shop files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """),
    good: .artifacts(
      """
        web_shop_files:
          name: Web shop files
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """))

  private static let unknownArtifact = RuleExplanation(
    .unknownArtifact,
    why: """
      An artifact can only be derived from one that exists. References see the artifacts of their own runbook, \
      its inputs, and what it takes from child runbooks, in any order.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        found:
          inputs: fiels
          process: {type: personal_data}
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

  private static let cycle = RuleExplanation(
    .cycle,
    why: """
      Artifacts that wait for each other are never made. Every group that hangs together is reported once, as a \
      way round it; take out one of its references.
      """,
    bad: .artifacts(
      """
        first:
          inputs: second
          output: true
        second:
          inputs: first
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        first:
          inputs: second
          output: true
        second:
          inputs: files
      """))

  private static let emptyInputs = RuleExplanation(
    .emptyInputs,
    why: """
      An artifact without inputs has nothing to be derived from. Name what it reads, or give it a source.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
        found:
          inputs: []
          process: {type: personal_data}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
        found:
          inputs: [files]
          process: {type: personal_data}
          output: true
      """))

  private static let duplicateReference = RuleExplanation(
    .duplicateReference,
    why: """
      A merge would hold every item twice, and counts in the results would be wrong. Usually another artifact was \
      meant.
      """,
    bad: .artifacts(
      """
        shop:
          source: {type: filesystem, properties: {path: ./shop}}
        blog:
          source: {type: filesystem, properties: {path: ./blog}}
          output: true
        texts:
          inputs: [shop, shop]
          output: true
      """),
    good: .artifacts(
      """
        shop:
          source: {type: filesystem, properties: {path: ./shop}}
        blog:
          source: {type: filesystem, properties: {path: ./blog}}
          output: true
        texts:
          inputs: [shop, blog]
          output: true
      """))

  private static let duplicateArtifact = RuleExplanation(
    .duplicateArtifact,
    why: """
      A reference must mean one thing. Artifacts, inputs and the names of an 'output_mapping' share one space of \
      names in each runbook.
      """,
    bad: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        detection:
          inputs: files
          child_runbook:
            path: detect.yaml
            input_mapping: {texts: files}
            output_mapping: {found: files}
      """, beside: [detector]),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
        detection:
          inputs: files
          child_runbook:
            path: detect.yaml
            input_mapping: {texts: files}
            output_mapping: {found: personal_data}
        result:
          inputs: personal_data
          output: true
      """, beside: [detector]))
}
