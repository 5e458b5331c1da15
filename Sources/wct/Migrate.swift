// `wct migrate`: runbooks of an older format in the present one. What that takes, RunbookMigration knows.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit
internal import Diagnostics
internal import RunbookChecking
internal import RunbookMigration
internal import SourceEdits
internal import StandardManifests
internal import SystemFiles

struct Migrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Rewrite a runbook of an older format in the present one.",
    discussion: """
      Runbooks of the three sections 'connectors', 'analysers' and 'execution' are written anew in artifacts; in \
      others the older spellings of fields are replaced. The result goes to standard output unless told otherwise, \
      and is checked.
      Exit codes: 0 done, 1 something could not be migrated or the result has errors, 2 wrong usage or a path that \
      can't be read.
      """)

  @Argument(help: ArgumentHelp("The runbook file, or '-' for standard input.", valueName: "file"))
  var path: String

  @Option(name: .shortAndLong, help: ArgumentHelp("Write the result to this file.", valueName: "FILE"))
  var output: String?

  @Flag(help: "Write the result to the runbook file itself.")
  var inPlace = false

  @Flag(help: "Write nothing; show what would be changed, as a diff.")
  var diff = false

  @Option(help: "When to colour.") var color: ColorChoice = .auto
  @Flag(name: .shortAndLong, help: "Show errors only.") var quiet = false
  @OptionGroup var compile: CompileOptions

  mutating func validate() throws {
    if output == "" { throw ValidationError("--output takes a file, not an empty text") }
    let count = [output != nil, inPlace, diff].count { $0 }
    if count > 1 { throw ValidationError("only one of --output, --in-place and --diff may be given") }
    if inPlace, path == "-" { throw ValidationError("--in-place goes with a file, not with standard input") }
  }

  func run() throws {
    let bytes = try read()
    let name = path == "-" ? "<stdin>" : path
    let result = migrateRunbook(bytes, name: name, catalog: .standard)
    show(result.diagnostics, result.sources)
    guard let text = result.text else {
      if !quiet { Terminal.error.write("not migrated: \(TextRenderer.summary(of: result.diagnostics))\n") }
      ExitStatus.failed.leave()
    }
    try write(text, instead: bytes, name)
    let found = try check(text, name: output ?? name)
    summarise(result, found)
    let hasErrors = result.hasErrors || found.contains { $0.severity == .error }
    (hasErrors ? ExitStatus.failed : .done).leave()
  }

  /// Checks the result as `wct check` would at its place, and shows what was found.
  private func check(_ text: [UInt8], name: String) throws -> [Diagnostic] {
    let request = CheckRequest(paths: ["-"], standardInput: (name, text))
    let settings = compile.checkSettings(earlierRuns: nil)
    var found: [Diagnostic] = []
    _ = CheckSession(request, settings).run { file in
      show(file.report.diagnostics, file.report.sources)
      found += file.report.diagnostics
    }
    return found
  }

  private func read() throws -> [UInt8] {
    do {
      if path == "-" { return try readStandardInput(limit: 1 << 28) }
      return try readFile(path, limit: 1 << 28)
    } catch {
      throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    }
  }

  private func write(_ text: [UInt8], instead old: [UInt8], _ name: String) throws {
    do {
      if diff {
        Terminal.output.write(UnifiedDiff.text(from: old, to: text, name: name))
      } else if inPlace {
        if text != old { try replaceFile(path, holding: old, with: text) }
      } else if let output, output != "-" {
        try writeFile(output, text)
      } else {
        Terminal.output.write(text)
      }
    } catch {
      throw ProgramError(.unwritableFile, "\(error)", leaving: .failed)
    }
  }

  private func show(_ diagnostics: [Diagnostic], _ sources: SourceCollection) {
    let shown = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    guard !shown.isEmpty else { return }
    let terminal = Terminal.error
    let renderer = TextRenderer(
      sources: sources, isColoured: terminal.isColoured(color), width: terminal.width)
    terminal.write(shown.map(renderer.render).joined(separator: "\n") + "\n")
  }

  private func summarise(_ result: MigrationResult, _ check: [Diagnostic]) {
    guard !quiet else { return }
    let found = TextRenderer.summary(of: result.diagnostics + check)
    let done = result.isChanged ? "migrated" : "nothing to migrate"
    Terminal.error.write("\(done)\(found.isEmpty ? "" : ": \(found)")\n")
  }
}
