// What can be wrong around a command: its options, other files than runbooks, its output. WCT1020–WCT1039.

extension Rule {
  package static let unreadableEnvironmentFile = Rule(
    "WCT1020", "unreadable-environment-file", .error, "An environment file can be opened and read.")
  package static let malformedEnvironmentFile = Rule(
    "WCT1021", "malformed-environment-file", .error,
    "An environment file holds lines of NAME=value, and comments.")
  package static let unwritableFile = Rule(
    "WCT1022", "unwritable-file", .error, "A file that is asked for can be written.")
  package static let outputIsInput = Rule(
    "WCT1023", "output-is-input", .error, "What is written does not take the place of what is read.")
  package static let wrongUsage = Rule(
    "WCT1024", "wrong-usage", .error, "A command line is one that the program understands.")
  package static let missingProgram = Rule(
    "WCT1025", "missing-program", .error, "Both programs of the toolchain stand in one directory, and start.")
  package static let missingDirectory = Rule(
    "WCT1026", "missing-directory", .error, "A directory that an option names exists.")
  package static let lostOutput = Rule(
    "WCT1027", "lost-output", .error, "What is printed arrives where it is sent.")
  package static let tooManyWarnings = Rule(
    "WCT1028", "too-many-warnings", .error, "There are no more warnings than were allowed.")
  package static let existingFile = Rule(
    "WCT1029", "existing-file", .error, "What exists is replaced only when that was asked for.")
  package static let graphTooLarge = Rule(
    "WCT1030", "graph-too-large", .error, "A graph that is drawn is small enough for a picture.")
  package static let cannotWatch = Rule(
    "WCT1031", "cannot-watch", .error, "The system can say when a file changes.")

  /// Rules on what surrounds a command. One line a rule, by code.
  static let environmentRules: [Rule] = [
    .unreadableEnvironmentFile,
    .malformedEnvironmentFile,
    .unwritableFile,
    .outputIsInput,
    .wrongUsage,
    .missingProgram,
    .missingDirectory,
    .lostOutput,
    .tooManyWarnings,
    .existingFile,
    .graphTooLarge,
    .cannotWatch,
  ]
}
