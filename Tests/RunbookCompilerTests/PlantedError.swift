// Mistakes that can be planted in one runbook and its child, each in a place of its own.
import Diagnostics

/// An edit of the sample that makes exactly one error.
struct PlantedError: Sendable, CustomStringConvertible {
  let description: String
  let rule: Rule
  /// Whether the child is edited, and not the runbook itself.
  var isInChild = false
  /// What stands once in the sample, and what takes its place.
  let written: String
  let replacement: String
  /// Errors that can't be seen before this one is mended, by what they are called here.
  var hides: Set<String> = []

  init(
    _ description: String, _ rule: Rule, inChild isInChild: Bool = false, _ written: String,
    _ replacement: String, hides: Set<String> = []
  ) {
    self.description = description
    self.rule = rule
    self.isInChild = isInChild
    self.written = written
    self.replacement = replacement
    self.hides = hides
  }
}

/// A runbook with a child: both without any error.
struct PlantedRunbook {
  var main = Self.correctMain
  var child = Self.correctChild

  /// Makes a mistake.
  ///
  /// - Returns: False where the text that it is made in is not there any more.
  mutating func plant(_ error: PlantedError) -> Bool {
    let text = error.isInChild ? child : main
    let parts = text.split(separator: error.written, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let spoilt = parts.joined(separator: error.replacement)
    if error.isInChild { child = spoilt } else { main = spoilt }
    return true
  }

  private static let correctMain = """
    name: Sample
    description: Everything that can go wrong
    contact: c@example.org
    config:
      timeout: 100
    policy:
      forbid:
        - flow: {from: sensitive, to: {capability: network}}
    artifacts:
      files:
        source:
          type: filesystem
          properties: {path: x}
      table:
        source:
          type: test_table
          properties:
            name: t
        timeout: 9
      relabelled:
        inputs: files
        process:
          type: test_relabel
          properties:
            label: a
            level: 3
            mode: fast
        optional: false
      findings:
        inputs: relabelled
        process:
          type: personal_data
          properties:
            pattern_matching:
              ruleset: local/personal_data_indicator/1.0.0
      classified:
        inputs: findings
        process: {type: gdpr_personal_data_classifier}
        output: true
      merged:
        inputs: [files, relabelled]
        merge: concatenate
      first: {inputs: [merged], output: true}
      looped:
        inputs: [files]
      looper:
        inputs: [looped]
        description: passes on
      masked:
        inputs: looper
        process: {type: test_mask}
        output: true
      code:
        source: {type: test_table, properties: {name: c}}
        output_schema: source_code
      joined:
        inputs:
          - files
          - code
        process: {type: test_join}
        output: true
      sent:
        inputs: files
        process: {type: test_upload}
        output: true
      earlier:
        reuse:
          from_run: latest
          artifact: a
        output_schema: standard_input
        output: true
      book:
        source: {type: test_runbook}
      run:
        inputs: [book]
        execute:
          mode: child
        output: true
      used:
        inputs: [masked]
        child_runbook:
          path: child.yaml
          input_mapping:
            data: masked
          output: result
        output: true

    """

  private static let correctChild = """
    name: Child
    description: Takes and gives
    contact: c@example.org
    inputs:
      data:
        input_schema: standard_input
      extra:
        input_schema: standard_input
        optional: true
    outputs:
      result:
        artifact: done
    artifacts:
      done:
        inputs: [data]
        process:
          type: test_relabel
          properties:
            mode: fast

    """
}
