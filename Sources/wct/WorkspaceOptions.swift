// The options that say where `.wct.yaml` is, shared by the subcommands that compile.
internal import ArgumentParser
internal import WorkspaceConfiguration

struct WorkspaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration (default: the nearest '.wct.yaml' in the runbook's directory or above it).",
      valueName: "FILE"))
  var config: String?

  @Flag(name: .customLong("no-config"), help: "Take no account of any '.wct.yaml'.")
  var ignoresConfiguration = false

  mutating func validate() throws {
    if config == "" { throw ValidationError("--config takes a file, not an empty text") }
    if config != nil, ignoresConfiguration {
      throw ValidationError("--config and --no-config exclude each other")
    }
  }

  var choice: ConfigurationChoice {
    if ignoresConfiguration { return .none }
    return config.map { .file($0) } ?? .nearest
  }
}
