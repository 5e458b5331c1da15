// The options that decide how a run is shown and where its results go.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import StandardManifests

extension ColorChoice: ExpressibleByArgument {}
extension LogLevel: ExpressibleByArgument {}

struct RunOutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Where the results go.", valueName: "DIR"))
  var outputDir = "./outputs"

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The results file, relative to --output-dir.", valueName: "FILE"))
  var output: String?

  @Option(help: ArgumentHelp("An exporter besides json (repeatable).", valueName: "NAME"))
  var exporter: [String] = []

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

  var effectiveLogLevel: LogLevel { verbose ? .debug : logLevel }

  mutating func validate() throws {
    let known = ComponentCatalog.standard.manifests(.exporter).map(\.type)
    for name in exporter where !known.contains(name) {
      throw ValidationError("there is no exporter '\(name)'; installed: \(known.joined(separator: ", "))")
    }
  }
}
