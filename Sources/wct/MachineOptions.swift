// The options of a run that the compiler hands on to the machine as they are.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import StandardManifests

extension ProgressForm: ExpressibleByArgument {}

extension MemorySize: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

struct MachineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store (default: .wct, or $WCT_STORE).", valueName: "DIR"))
  var store: String?

  @Option(help: ArgumentHelp("How many artifacts are made at once at most.", valueName: "N"))
  var maxConcurrency: Int?

  @Option(
    help: ArgumentHelp(
      "Memory that the run may take, such as 256M (default: 1G).", valueName: "SIZE"))
  var memory: MemorySize?

  @Option(help: ArgumentHelp("Where the results go (default: ./outputs).", valueName: "DIR"))
  var outputDir: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The results file, relative to --output-dir.", valueName: "FILE"))
  var output: String?

  @Option(help: ArgumentHelp("The directory that relative paths in the runbook begin at.", valueName: "DIR"))
  var baseDir: String?

  @Option(
    help: ArgumentHelp(
      "Take what is unchanged from earlier runs: auto, off, or a run.", valueName: "auto|off|RUN"))
  var reuse: String?

  @Flag(help: "Take results too that the same inputs need not give again.")
  var reuseNondeterministic = false

  @Option(help: ArgumentHelp("What the run may cost, instead of what the runbook says.", valueName: "N"))
  var costLimit: Double?

  @Option(
    help: ArgumentHelp(
      "An exporter besides json (repeatable); its file is relative to --output-dir.",
      valueName: "NAME[=FILE]"))
  var exporter: [String] = []

  @Option(help: "How much of what was found exporters besides json show: masked, hashed or full.")
  var evidence: String?

  @Flag(help: "Leave with 3 where the run is done and has findings that nobody accepted.")
  var failOnFindings = false

  @Option(help: ArgumentHelp("Write a trace that Perfetto opens.", valueName: "FILE"))
  var trace: String?

  @Option(help: ArgumentHelp("Write OpenLineage events, one a line, or send them.", valueName: "FILE|URL"))
  var openlineage: String?

  @Option(help: "How to show the run while it goes on.")
  var progress: ProgressForm = .auto

  @Option(help: ArgumentHelp("Append a log of the run to a file.", valueName: "FILE"))
  var logFile: String?

  @Option(
    help: ArgumentHelp(
      "The form of the log (text or json); without --log-file it takes the place of progress on standard error."
    ))
  var logFormat: String?

  @Flag(name: .shortAndLong, help: "Show more of what happens (the same as --log-level debug).")
  var verbose = false

  @Option(help: "How much to say while the run goes on.")
  var logLevel: LogLevel = .info

  mutating func validate() throws {
    if reuse == "" { throw ValidationError("--reuse takes 'auto', 'off' or a run, not an empty text") }
    if let logFormat, !["text", "json"].contains(logFormat) {
      throw ValidationError("--log-format takes 'text' or 'json', not '\(logFormat)'")
    }
    if store == "" { throw ValidationError("--store takes a directory, not an empty text") }
    let known = ComponentCatalog.standard.manifests(.exporter).map(\.type)
    // What follows a name is looked at by the machine.
    let names = exporter.map { String($0.prefix { $0 != "=" }) }
    if let fault = UnknownName.fault("exporter", names, known: known) { throw ValidationError(fault) }
    let displays = ["masked", "hashed", "full"]
    if let evidence, let fault = UnknownName.fault("way to show evidence", [evidence], known: displays) {
      throw ValidationError(fault)
    }
  }

  /// The arguments of `wct-exec run` that a run to be resumed has already.
  var reuseArguments: [String] {
    (reuse.map { ["--reuse", $0] } ?? []) + (reuseNondeterministic ? ["--reuse-nondeterministic"] : [])
  }

  /// The arguments that mean the same to `wct-exec run` and `resume`.
  var arguments: [String] {
    var arguments: [String] = []
    let values = [
      ("--store", store), ("--max-concurrency", maxConcurrency.map(String.init)), ("--output-dir", outputDir),
      ("--memory", memory?.description), ("--log-file", logFile), ("--log-format", logFormat),
      ("--output", output), ("--base-dir", baseDir),
      ("--cost-limit", costLimit.map { "\($0)" }), ("--trace", trace), ("--openlineage", openlineage),
      ("--progress", progress == .auto ? nil : progress.rawValue),
    ]
    for (name, value) in values {
      if let value { arguments += [name, value] }
    }
    for name in exporter { arguments += ["--exporter", name] }
    if let evidence { arguments += ["--evidence", evidence] }
    if failOnFindings { arguments.append("--fail-on-findings") }
    arguments += ["--log-level", (verbose ? LogLevel.debug : logLevel).rawValue]
    return arguments
  }
}
