// Subcommands of `wct-exec` that `wct` offers too: everything after the name is handed on as it is.
internal import ArgumentParser

/// A subcommand that the machine carries out.
protocol ForwardedCommand: ParsableCommand {
  var arguments: [String] { get }
}

extension ForwardedCommand {
  func run() throws { throw Machine.become([Self._commandName] + arguments) }
}

/// A subcommand of the machine that wants to know of files in YAML, which are read here.
protocol FindingCommand: ForwardedCommand {
  /// Whether it makes a record of processing activities, too.
  static var takesOrganisation: Bool { get }
}

extension FindingCommand {
  func run() throws {
    if HandedFiles.isHelp(arguments) { throw Machine.become([Self._commandName] + arguments) }
    let (files, rest) = try HandedFiles.taken(from: arguments, takesOrganisation: Self.takesOrganisation)
    throw Machine.become([Self._commandName] + (try files.arguments()) + rest)
  }
}

struct Resume: FindingCommand {
  static let takesOrganisation = true
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with a run that stopped (wct-exec resume).")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct Poll: ForwardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "poll", abstract: "Ask the services that a run waits for (wct-exec poll).")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct Runs: ForwardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List the runs of the store (wct-exec runs).")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct Inspect: ForwardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show a run's artifacts, or one artifact (wct-exec inspect).")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct Why: ForwardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say why each artifact of a run ran, was reused or was skipped.")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct Logs: ForwardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "logs", abstract: "Show what happened in a run, in order (wct-exec logs).")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct Cancel: ForwardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Stop a run that is under way (wct-exec cancel).")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct CollectGarbage: ForwardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "gc", abstract: "Remove what nothing in the store needs any more (wct-exec gc).")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct ExportRun: ForwardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-run",
    abstract: "Write a run with all its artifacts to one file (wct-exec export-run).")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct ImportRun: ForwardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-run", abstract: "Take a run that 'export-run' wrote into the store.")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct DiffRuns: FindingCommand {
  static let takesOrganisation = false
  static let configuration = CommandConfiguration(
    commandName: "diff-runs", abstract: "Compare the results of two runs: findings and times.")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct Report: FindingCommand {
  static let takesOrganisation = false
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the report of a run as one HTML file (wct-exec report).")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}
