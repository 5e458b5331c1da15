// Explanations of the rules on runbooks of the older format, and on laying runbooks out.

extension RuleExplanation {
  static var migrationExplanations: [RuleExplanation] {
    [threeSectionFormat, mixedFormats, brokenOlderRunbook, notFormatted, notMigrated]
  }

  /// The sections of the older format, the step's lines given.
  private static func older(
    _ step: String, analyser: String = "{name: detector, type: personal_data_analyser}"
  ) -> String {
    RuleExample.header + """
      connectors:
        - {name: files, type: filesystem, properties: {path: ./data}}
      analysers:
        - \(analyser)
      execution:
        - \(step)
      """
  }

  private static let step = "{name: Find, connector: files, analyser: detector}"

  private static let present = RuleExample.artifacts(
    """
      files:
        source: {type: filesystem, properties: {path: ./data}}
      find:
        inputs: files
        process: {type: personal_data}
        output: true
    """)

  /// `wct migrate` of a text.
  private static func migration(_ text: String) -> RuleExample {
    RuleExample([.text(RuleExample.runbook, text)], command: ["wct", "migrate", RuleExample.runbook])
  }

  private static let threeSectionFormat = RuleExplanation(
    .threeSectionFormat,
    why: """
      Runbooks once listed connectors and analysers and joined them in steps. Artifacts say the same with less, and \
      can depend on each other in any way. 'wct migrate' rewrites such a runbook.
      """,
    bad: RuleExample(older(step)), good: present)

  private static let mixedFormats = RuleExplanation(
    .mixedFormats,
    why: """
      Steps and artifacts in one file may stand for the same thing, or for two; only people can tell. Finish the \
      migration by hand, or take the artifacts out and migrate again.
      """,
    bad: migration(
      older(step) + "\nartifacts:\n  texts: {source: {type: filesystem, properties: {path: .}}}"),
    good: migration(older(step)))

  private static let brokenOlderRunbook = RuleExplanation(
    .brokenOlderRunbook,
    why: """
      What is not whole, or names something that is not there, never ran, so there is nothing that it could become. \
      Nothing is invented for it.
      """,
    bad: migration(older(step, analyser: "{name: detector}")), good: migration(older(step)))

  private static let notFormatted = RuleExplanation(
    .notFormatted,
    why: """
      A few things that YAML allows have no canonical layout, such as a key of several lines, or the line break \
      U+2028, which most editors don't show. The file is left as it is.
      """,
    bad: RuleExample(
      [.text(RuleExample.runbook, "? |\n  a key of\n  two lines\n: value")],
      command: ["wct", "fmt", RuleExample.runbook]),
    good: RuleExample(
      [.text(RuleExample.runbook, "a key: value")], command: ["wct", "fmt", RuleExample.runbook]))

  private static let notMigrated = RuleExplanation(
    .notMigrated,
    why: """
      Some fields of the older format have no meaning in artifacts; they are kept under a name that begins with 'x-'. \
      A connector or an analyser that no step used did nothing, and is left out.
      """,
    bad: migration(older("{name: Find, connector: files, analyser: detector, context: {priority: high}}")),
    good: migration(older(step)))
}
