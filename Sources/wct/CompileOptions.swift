// The options that decide what a compilation sees, shared by the subcommands that compile.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import EnvironmentFiles
internal import RunbookCompiler
internal import Rulesets
internal import RunbookChecking
internal import StandardManifests
internal import SystemFiles
internal import TextMatching

struct CompileOptions: ParsableArguments {
  @Option(
    name: .customLong("rulesets"),
    help: ArgumentHelp("A directory of rulesets for a provider (repeatable).", valueName: "NAME=DIR"))
  var rulesetDirectories: [String] = []

  @Option(
    name: .customLong("env-file"),
    help: ArgumentHelp(
      "A file of NAME=value lines (repeatable; later files win, the environment wins over all).",
      valueName: "FILE"))
  var environmentFiles: [String] = []

  @Option(help: ArgumentHelp("Read this variable when the plan runs (repeatable).", valueName: "NAME"))
  var lateBind: [String] = []

  @Flag(help: "Read every variable in component properties when the plan runs.")
  var lateBindAll = false

  mutating func validate() throws {
    for directory in rulesetDirectories where rulesetDirectory(directory) == nil {
      throw ValidationError("--rulesets takes NAME=DIR, found '\(directory)'")
    }
    for directory in rulesetDirectories.compactMap(rulesetDirectory) {
      guard (try? FileStatus.of(directory.path))?.kind == .directory else {
        throw ValidationError("--rulesets \(directory.name): there is no directory '\(directory.path)'")
      }
    }
  }

  private func rulesetDirectory(_ text: String) -> (name: String, path: String)? {
    let parts = text.split(separator: "=", maxSplits: 1)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }

  /// The compiler for one runbook, and the environment files that it read.
  func compiler(forRunbookAt path: String) throws -> (compiler: Compiler, environmentFiles: [String]) {
    let environment: Environment
    do {
      environment = try Environment.forRunbook(at: path, files: environmentFiles)
    } catch {
      Terminal.error.write("error: \(error)\n")
      throw (error.line == nil ? ExitStatus.usage : ExitStatus.failed).exitCode
    }
    let options = CompilerOptions(
      catalog: .standard,
      rulesets: rulesetLibrary,
      environment: environment, lateBinding: lateBinding)
    return (Compiler(options), environment.filePaths)
  }

  /// What all files of a check are compiled with. Files of `--env-file` that can't be used end the program.
  func checkSettings() throws -> CheckSettings {
    for file in environmentFiles {
      var environment = Environment(process: [:])
      do {
        try environment.load(file: file)
      } catch {
        Terminal.error.write("error: \(error)\n")
        throw (error.line == nil ? ExitStatus.usage : ExitStatus.failed).exitCode
      }
    }
    return CheckSettings(
      catalog: .standard, rulesets: rulesetLibrary,
      rulesetDirectories: rulesetDirectories.compactMap(rulesetDirectory), environmentFiles: environmentFiles,
      lateBinding: lateBinding)
  }

  private var rulesetLibrary: RulesetLibrary {
    RulesetLibrary(directories: rulesetDirectories.compactMap(rulesetDirectory)) { pattern in
      RegularExpression.fault(inPython: pattern)
    }
  }

  private var lateBinding: LateBindingPolicy {
    if lateBindAll { return .all }
    return lateBind.isEmpty ? .secretsOnly : .named(Set(lateBind))
  }
}
