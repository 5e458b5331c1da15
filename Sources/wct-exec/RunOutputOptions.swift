// The options that decide how a run is shown and where its results go.
internal import ArgumentParser
internal import CommandSupport
internal import EnvironmentFiles
internal import FindingReports
internal import SystemFiles

extension ColorChoice: ExpressibleByArgument {}
extension LogLevel: ExpressibleByArgument {}
extension ProgressForm: ExpressibleByArgument {}

struct RunOutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Where the results go.", valueName: "DIR"))
  var outputDir = "./outputs"

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The results file, relative to --output-dir.", valueName: "FILE"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "An exporter besides json (repeatable); its file is relative to --output-dir.",
      valueName: "NAME[=FILE]"))
  var exporter: [String] = []

  @Option(help: "How much of what was found exporters besides json show.")
  var evidence: EvidenceDisplay = .masked

  @Flag(help: "Leave with 3 where the run is done and has findings that nobody accepted.")
  var failOnFindings = false

  @Option(help: ArgumentHelp("Write a trace that Perfetto opens.", valueName: "FILE"))
  var trace: String?

  @Option(help: ArgumentHelp("Write OpenLineage events, one a line, or send them.", valueName: "FILE|URL"))
  var openlineage: String?

  @OptionGroup var log: LogOptions

  @Option(help: "How to show the run while it goes on.")
  var progress: ProgressForm = .auto

  @Option(help: "When to colour.")
  var color: ColorChoice = .auto

  @Flag(help: "Print the outcome as JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show more of what happens (the same as --log-level debug).")
  var verbose = false

  @Option(help: "How much to say while the run goes on.")
  var logLevel: LogLevel = .info

  /// ``exporter``, read.
  var exporterChoices: [ExporterChoice] { exporter.map { ExporterChoice($0) } }

  var effectiveLogLevel: LogLevel { verbose ? .debug : logLevel }

  mutating func validate() throws {
    try ExporterChoice.check(exporterChoices, outputDirectory: outputDir)
    guard progress != .json || !json else {
      throw ValidationError("--progress json and --json both write standard output; choose one")
    }
    try checkResultsPlace()
    try checkFile("--trace", trace)
    try checkLineage()
  }

  /// A URL that can't work is a wrong option; whether anybody listens is seen when the run has ended.
  private func checkLineage() throws {
    guard let openlineage, LineageEndpoint.isURL(openlineage) else {
      return try checkFile("--openlineage", openlineage)
    }
    do {
      _ = try LineageEndpoint(openlineage, variables: .ofProcess())
    } catch {
      throw ValidationError("--openlineage: \(error)")
    }
  }

  /// Finds what can never work before a long run, not after it.
  private func checkResultsPlace() throws {
    guard !outputDir.isEmpty, output?.isEmpty != true else {
      throw ValidationError("--output-dir and --output take a path, not an empty text")
    }
    let path = PathText.join(outputDir, output ?? ".")
    let kind = try? FileStatus.of(path).kind
    if output != nil, kind == .directory || path.hasSuffix("/") {
      throw ValidationError("--output takes a file; '\(path)' is a directory")
    }
    if output == nil, let kind, kind != .directory {
      throw ValidationError("--output-dir takes a directory; '\(path)' is a \(kind.rawValue)")
    }
  }

  private func checkFile(_ option: String, _ path: String?) throws {
    guard let path else { return }
    guard !path.isEmpty else { throw ValidationError("\(option) takes a file, not an empty text") }
    if (try? FileStatus.of(path).kind) == .directory || path.hasSuffix("/") {
      throw ValidationError("\(option) takes a file; '\(path)' is a directory")
    }
    let parent = PathText.parent(of: path)
    guard (try? FileStatus.of(parent).kind) == .directory else {
      throw ValidationError("\(option): there is no directory '\(parent)'; make it first")
    }
  }
}
