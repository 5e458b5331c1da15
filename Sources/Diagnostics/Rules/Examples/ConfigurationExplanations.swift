// Explanations of the rules on `.wct.yaml`, baselines, and what a check is asked for.

extension RuleExplanation {
  static var configurationExplanations: [RuleExplanation] {
    [
      configuredPath, configuredRule, configuredPattern, configuredLimit, invalidBaseline, missingBaseline,
      nothingToCheck, unreadableDirectory,
    ]
  }

  /// A runbook that is as it should be, beside a configuration.
  private static func configured(_ text: String) -> RuleExample {
    RuleExample(sample, beside: [.text(".wct.yaml", text)])
  }

  private static let configuredPath = RuleExplanation(
    .configuredPath,
    why: """
      A file or directory that is not there would be passed over, and with it the rules or variables that it \
      holds. Paths in '.wct.yaml' are relative to its own directory.
      """,
    bad: configured("env_files: [settings/ci.env]"),
    good: RuleExample(
      sample,
      beside: [
        .text(".wct.yaml", "env_files: [settings/ci.env]"), .text("settings/ci.env", "DATA_DIR=./data"),
      ]))

  private static let configuredRule = RuleExplanation(
    .configuredRule,
    why: """
      A setting for a rule that does not exist sets nothing. Errors of the language can't be switched off, as \
      there is no plan with them.
      """,
    bad: configured("rules:\n  unused-artefact: off"),
    good: configured("rules:\n  unused-artifact: \"off\""))

  private static let configuredPattern = RuleExplanation(
    .configuredPattern,
    why: """
      A pattern that can't be read matches nothing, so files would be checked that should not be, or the other \
      way round.
      """,
    bad: configured("exclude: [\"!\"]"),
    good: configured("exclude: [\"drafts/*\"]"))

  private static let configuredLimit = RuleExplanation(
    .configuredLimit,
    why: """
      Limits protect the machine that checks. One that can't be understood would leave it unprotected, or refuse \
      what it should let pass.
      """,
    bad: configured("limits:\n  nesting: deep"),
    good: configured("limits:\n  nesting: 64"))

  private static let invalidBaseline = RuleExplanation(
    .invalidBaseline,
    why: """
      A baseline that is read wrongly would hide what is new. `wct check --update-baseline` writes it anew.
      """,
    bad: RuleExample(
      sample, beside: [.text("known.json", "[]")], options: ["--baseline", "known.json"]),
    good: RuleExample(sample, options: []))

  private static let missingBaseline = RuleExplanation(
    .missingBaseline,
    why: """
      Without the file everything that is known and accepted would be reported again. Make it with \
      `wct check --baseline FILE --update-baseline`.
      """,
    bad: RuleExample(sample, options: ["--baseline", "known.json"]),
    good: RuleExample(sample, options: ["--baseline", "known.json", "--update-baseline"]))

  private static let nothingToCheck = RuleExplanation(
    .nothingToCheck,
    why: """
      A check that looks at nothing succeeds for the wrong reason. A file is a runbook when its top level has \
      'artifacts'.
      """,
    bad: RuleExample(
      [.text("notes/todo.txt", "Write a runbook.")], command: ["wct", "check", "notes"]),
    good: RuleExample([.text("books/example.yaml", sample)], command: ["wct", "check", "books"]))

  private static let unreadableDirectory = RuleExplanation(
    .unreadableDirectory,
    why: """
      Runbooks below a directory that this user may not list would be passed over without a word.
      """,
    withoutExample: "it takes a directory that belongs to somebody else.")
}
