// `wct fmt`: the canonical layout of runbooks. What that is, RunbookFormatter knows.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import RunbookChecking
internal import RunbookFormatter
internal import SourceEdits
internal import SystemFiles

struct Fmt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Lay runbooks out in the canonical form.",
    discussion: """
      Comments, values, anchors and the order of artifacts stay. A file with syntax errors is left alone.
      Exit codes: 0 done, 1 a file can't be laid out, or with --check or --diff would be changed, 2 wrong usage or \
      a path that can't be read.
      """)

  @Argument(
    help: ArgumentHelp(
      "Runbook files, directories, quoted globs, or '-' for standard input.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Change nothing; name the files that would be changed.")
  var check = false

  @Flag(help: "Change nothing; show what would be changed, as a diff.")
  var diff = false

  @Option(help: ArgumentHelp("The name of standard input in messages.", valueName: "NAME"))
  var stdinName: String = "<stdin>"

  @Option(
    help: ArgumentHelp(
      "Leave out files and directories below a directory that match (repeatable).", valueName: "GLOB"))
  var exclude: [String] = []

  @Option(help: "When to colour.") var color: ColorChoice = .auto
  @Flag(name: .shortAndLong, help: "Show errors only.") var quiet = false

  func run() throws {
    var tally = FormatTally()
    let input = paths.contains("-") ? try standardInput() : nil
    let search = RunbookSearch(
      excluding: Exclusion(exclude, base: currentDirectory()), standardInput: input.map { (stdinName, $0) })
    for item in search.find(paths.isEmpty ? ["."] : paths).items {
      switch item {
      case .problem(let report): fail(report.diagnostics, report.sources, .usage, &tally)
      case .file(let target): format(target, &tally)
      }
    }
    if !quiet { summarise(tally) }
    tally.status(isDry: check || diff).leave()
  }

  private func standardInput() throws -> [UInt8] {
    do {
      return try readStandardInput(limit: 1 << 28)
    } catch {
      throw ProgramError(.unreadableFile, error.description, leaving: .usage)
    }
  }

  private func format(_ target: CheckTarget, _ tally: inout FormatTally) {
    let bytes: [UInt8]
    do {
      bytes = if let text = target.text { text } else { try readFile(target.path, limit: 1 << 28) }
    } catch {
      Terminal.error.show(Diagnostic(.unreadableFile, error.description, at: nil, path: target.path))
      return tally.fail(.usage)
    }
    guard target.isNamed || RunbookRecognition.isRunbook(bytes) else { return }
    let result = CanonicalLayout.format(bytes, name: target.path)
    switch result.outcome {
    case .unchanged:
      tally.unchanged += 1
      if target.text != nil, !check, !diff { Terminal.output.write(bytes) }
    case .changed(let text): change(target, bytes, text, &tally)
    case .refused(let diagnostics): fail(diagnostics, result.sources, .failed, &tally)
    case .broken:
      Terminal.error.write(
        "error: \(target.path): the new layout would not be the same document; nothing was written. "
          + "This is a bug in wct; please report it with the file\n")
      tally.fail(.bug)
    }
  }

  private func change(_ target: CheckTarget, _ old: [UInt8], _ new: [UInt8], _ tally: inout FormatTally) {
    if diff { Terminal.output.write(UnifiedDiff.text(from: old, to: new, name: target.path)) }
    if check, !diff { Terminal.output.write("\(printable(target.path))\n") }
    if target.text != nil, !check, !diff { Terminal.output.write(new) }
    if target.text == nil, !check, !diff {
      do {
        try replaceFile(target.path, holding: old, with: new)
      } catch {
        Terminal.error.show(Diagnostic(.unwritableFile, error.description, at: nil, path: target.path))
        return tally.fail(.failed)
      }
    }
    tally.changed += 1
  }

  private func fail(
    _ diagnostics: [Diagnostic], _ sources: SourceCollection, _ status: ExitStatus, _ tally: inout FormatTally
  ) {
    let terminal = Terminal.error
    let renderer = TextRenderer(
      sources: sources, isColoured: terminal.isColoured(color), width: terminal.width)
    terminal.write(diagnostics.map(renderer.render).joined(separator: "\n"))
    tally.fail(status)
  }

  private func summarise(_ tally: FormatTally) {
    let isDry = check || diff
    var parts = [ShownText.count(tally.changed, "file") + (isDry ? " would be changed" : " changed")]
    if tally.unchanged > 0 {
      parts.append("\(tally.unchanged) left as \(tally.unchanged == 1 ? "it is" : "they are")")
    }
    if tally.failed > 0 { parts.append("\(tally.failed) can't be laid out") }
    Terminal.error.write(parts.joined(separator: ", ") + "\n")
  }
}

/// How many files came to what.
struct FormatTally {
  var changed = 0
  var unchanged = 0
  private(set) var failed = 0
  private var worst = ExitStatus.done

  mutating func fail(_ status: ExitStatus) {
    failed += 1
    if status.rawValue > worst.rawValue { worst = status }
  }

  func status(isDry: Bool) -> ExitStatus {
    if worst == .done, isDry, changed > 0 { return .failed }
    return worst
  }
}
