// Explanations of the rules on options, environment files and what is written.

extension RuleExplanation {
  static var environmentExplanations: [RuleExplanation] {
    [
      unreadableEnvironmentFile, malformedEnvironmentFile, unwritableFile, outputIsInput, wrongUsage,
      missingProgram, missingDirectory, lostOutput, tooManyWarnings, existingFile, graphTooLarge,
      cannotWatch,
    ]
  }

  private static let runbook = RuleExample.File.text(RuleExample.runbook, sample)

  private static let unreadableEnvironmentFile = RuleExplanation(
    .unreadableEnvironmentFile,
    why: """
      Without the file, variables would silently be those of the process, or their defaults: another database, \
      another directory.
      """,
    bad: RuleExample(sample, options: ["--env-file", "local.env"]),
    good: RuleExample(
      sample, beside: [.text("local.env", "DATA_DIR=./data")], options: ["--env-file", "local.env"]))

  private static let malformedEnvironmentFile = RuleExplanation(
    .malformedEnvironmentFile,
    why: """
      A line that is not understood would leave its variable unset. The line's text is not shown: it may be a \
      secret.
      """,
    bad: RuleExample(
      sample, beside: [.text("local.env", "DATA_DIR=./data\nDB_PASSWORD hunter2")],
      options: ["--env-file", "local.env"]),
    good: RuleExample(
      sample, beside: [.text("local.env", "DATA_DIR=./data\nDB_PASSWORD=hunter2")],
      options: ["--env-file", "local.env"]))

  private static let unwritableFile = RuleExplanation(
    .unwritableFile,
    why: """
      Whoever reads the file next would find nothing, or what an earlier command wrote. Make the directory, or \
      choose a place that this user may write to.
      """,
    bad: RuleExample(
      [runbook], command: ["wct", "compile", RuleExample.runbook, "-o", "plans/example.json"]),
    good: RuleExample([runbook], command: ["wct", "compile", RuleExample.runbook, "-o", "example.json"]))

  private static let outputIsInput = RuleExplanation(
    .outputIsInput,
    why: """
      The runbook would be lost at once. Two names for one file, by a link or another path, count as the same.
      """,
    bad: RuleExample(
      [runbook], command: ["wct", "compile", RuleExample.runbook, "-o", RuleExample.runbook]),
    good: RuleExample([runbook], command: ["wct", "compile", RuleExample.runbook, "-o", "example.json"]))

  private static let wrongUsage = RuleExplanation(
    .wrongUsage,
    why: """
      An option that is ignored because it is misspelt does harm unseen, most of all in a script. Every command \
      explains itself with `--help`.
      """,
    bad: RuleExample([runbook], command: ["wct", "chekc", RuleExample.runbook]),
    good: RuleExample([runbook], command: ["wct", "check", RuleExample.runbook]))

  private static let missingProgram = RuleExplanation(
    .missingProgram,
    why: """
      `wct` compiles, and hands over to `wct-exec`, the machine, to run. It takes the one beside itself, so that \
      both are of one version.
      """,
    withoutExample: "it depends on how the programs are installed.")

  private static let missingDirectory = RuleExplanation(
    .missingDirectory,
    why: """
      A directory that is not there would look like an empty one: rules would be missing, or every file would be.
      """,
    bad: RuleExample(sample, options: ["--rulesets", "ours=rules"]),
    good: RuleExample(
      sample, beside: [ruleset(category: "staff_number")], options: ["--rulesets", "ours=rules"]))

  private static let lostOutput = RuleExplanation(
    .lostOutput,
    why: """
      A command whose output was cut off must not count as done, even where its work succeeded.
      """,
    withoutExample: "it takes a full disk behind standard output.")

  private static let tooManyWarnings = RuleExplanation(
    .tooManyWarnings,
    why: """
      A limit keeps the number of warnings from growing while nobody looks. Solve some, or raise --max-warnings.
      """,
    bad: RuleExample(unused, options: ["--error-on-warnings"]),
    good: RuleExample(sample, options: ["--error-on-warnings"]))

  /// A runbook with one warning.
  private static let unused =
    sample + """
        copy:
          inputs: files

      """

  private static let existingFile = RuleExplanation(
    .existingFile,
    why: """
      A first runbook must not take the place of one that somebody has worked on.
      """,
    bad: RuleExample([runbook], command: ["wct", "init", "--yes", RuleExample.runbook]),
    good: RuleExample([runbook], command: ["wct", "init", "--yes", "another.yaml"]))

  private static let graphTooLarge = RuleExplanation(
    .graphTooLarge,
    why: """
      Nobody can read a picture of thousands of artifacts, and drawing it would take long. A part of it says more.
      """,
    withoutExample: "it takes thousands of artifacts.")

  private static let cannotWatch = RuleExplanation(
    .cannotWatch,
    why: """
      A watch that misses changes would show what no longer holds. The message says what the system lacks.
      """,
    withoutExample: "it depends on the limits of the system.")
}
