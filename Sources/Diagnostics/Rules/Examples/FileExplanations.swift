// Explanations of the rules on a file as such: reading it, and its YAML.

extension RuleExplanation {
  static var fileExplanations: [RuleExplanation] {
    [
      unreadableFile, notUTF8, emptyDocument, severalDocuments, yamlSyntax, duplicateKey, limitExceeded,
      wrongNodeKind, keyNotAString,
    ]
  }

  private static let unreadableFile = RuleExplanation(
    .unreadableFile,
    why: """
      A check that reads nothing must not pass: a misspelt path in a build script would switch it off. Paths are \
      relative to the working directory.
      """,
    bad: RuleExample(
      [.text(RuleExample.runbook, sample)], command: ["wct", "check", "runbok.yaml"]),
    good: RuleExample(sample))

  private static let notUTF8 = RuleExplanation(
    .notUTF8,
    why: """
      A runbook must mean the same on every machine, and only UTF-8 is read alike everywhere. Editors call the \
      setting "encoding"; `iconv -f latin1 -t utf-8` converts a file.
      """,
    bad: RuleExample(
      [.bytes(RuleExample.runbook, latin1, "the runbook below, saved as Latin-1: 'ü' is the one byte FC")],
      command: ["wct", "check", RuleExample.runbook]),
    good: RuleExample(named("Prüfung")))

  /// As ISO 8859-1 has it: each of its characters is one byte.
  private static var latin1: [UInt8] {
    named("Prüfung").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  private static let emptyDocument = RuleExplanation(
    .emptyDocument,
    why: """
      A file that holds nothing but comments declares no artifacts. Most often the text was never saved, or was \
      commented out for a test.
      """,
    bad: RuleExample("# name: Example\n"),
    good: RuleExample(sample))

  private static let severalDocuments = RuleExplanation(
    .severalDocuments,
    why: """
      A runbook is one document, so that a path names one runbook. A line of three dashes begins another \
      document, which readers would silently leave out.
      """,
    bad: RuleExample(sample + "---\n" + sample),
    good: RuleExample(sample))

  private static let yamlSyntax = RuleExplanation(
    .yamlSyntax,
    why: """
      What is no YAML has no meaning. Behind most cases are a tab where blanks belong, a quote or bracket that is \
      not closed, and a colon in a text without quotes.
      """,
    bad: RuleExample("name: Files: an example\n" + sampleAfterName),
    good: RuleExample("name: \"Files: an example\"\n" + sampleAfterName))

  private static let duplicateKey = RuleExplanation(
    .duplicateKey,
    why: """
      YAML readers disagree on which of two equal keys counts, and most say nothing. One of the two values \
      would be lost without a word.
      """,
    bad: .artifacts(
      """
        files:
          source:
            type: filesystem
            properties:
              path: ./data
              path: ./archive
          output: true
      """),
    good: .artifacts(
      """
        files:
          source:
            type: filesystem
            properties:
              path: ./data
          output: true
      """))

  private static let limitExceeded = RuleExplanation(
    .limitExceeded,
    why: """
      A few lines of YAML can stand for billions of values. Such a file is refused as soon as it passes a limit, \
      so that checking it can't take a machine down.
      """,
    bad: RuleExample(
      [.bytes(RuleExample.runbook, deep, "a runbook with a field 'x-deep' of 2,000 lists in each other")],
      command: ["wct", "check", RuleExample.runbook]),
    good: RuleExample(sample))

  private static var deep: [UInt8] {
    let count = 2000
    let brackets = String(repeating: "[", count: count) + String(repeating: "]", count: count)
    return Array((sample + "x-deep: \(brackets)\n").utf8)
  }

  private static let wrongNodeKind = RuleExplanation(
    .wrongNodeKind,
    why: """
      Each field takes a text, a list or a mapping, and nothing else can be understood in its place. Often a \
      dash too many makes a list of what should be a mapping.
      """,
    bad: .artifacts(
      """
        - files:
            source: {type: filesystem, properties: {path: ./data}}
            output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """))

  private static let keyNotAString = RuleExplanation(
    .keyNotAString,
    why: """
      YAML allows lists and mappings as keys; no field and no artifact is called so. A substitution without \
      quotes, or a stray brace, makes one by accident.
      """,
    bad: .artifacts(
      """
        [files]:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
        mails:
          source: {type: filesystem, properties: {path: ./mail}}
          output: true
      """),
    good: .artifacts(
      """
        files:
          source: {type: filesystem, properties: {path: ./data}}
          output: true
      """))

  // MARK: - Runbooks that several examples begin from

  /// A whole runbook that is as it should be.
  static var sample: String { "name: Example\n" + sampleAfterName }

  private static func named(_ name: String) -> String { "name: \(name)\n" + sampleAfterName }

  private static let sampleAfterName = """
    description: Shows one rule
    contact: privacy@example.com
    artifacts:
      files:
        source: {type: filesystem, properties: {path: ./data}}
        output: true

    """
}
