// `wct check`: diagnostics only. Parses and shows; what is checked, and how, is RunbookChecking's.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import RunbookChecking
internal import SystemFiles

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check runbooks and show every problem at its place.",
    discussion: """
      Below a directory, '.yaml' and '.yml' files that hold a runbook are checked; names that begin with a dot and \
      'node_modules' are passed over. Without a path the working directory is checked.
      Exit codes: 0 no errors, 1 errors (or more warnings than allowed), 2 wrong usage, nothing to check, or a path \
      that can't be read, even where other files were fine.
      """,
    aliases: ["validate-runbook"])

  @Argument(
    help: ArgumentHelp(
      "Runbook files, directories, quoted globs ('runbooks/**/*.yaml'), or '-' for standard input.",
      valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave out files and directories below a directory that match (repeatable).", valueName: "GLOB"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "The file that standard input stands for: its name in messages, its directory for '.env' and children.",
      valueName: "NAME"))
  var stdinName: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How many files are checked at once (default: the processors).", valueName: "N"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Where results are remembered, or 'off' (default: wct in $XDG_CACHE_HOME or ~/.cache).",
      valueName: "DIR|off"))
  var cache: String?

  @Flag(name: .shortAndLong, help: "Check again whenever something changes, until Ctrl-C.")
  var watch = false

  @Option(help: ArgumentHelp("Exit with 1 when there are more warnings than this.", valueName: "N"))
  var maxWarnings: Int?

  @Flag(help: "Exit with 1 when there is a warning (the same as --max-warnings 0).")
  var errorOnWarnings = false

  @Flag(name: .shortAndLong, help: "Say what was passed over, and what was known from an earlier check.")
  var verbose = false

  @OptionGroup var fix: FixOptions
  @OptionGroup var compile: CompileOptions
  @OptionGroup var passes: PassInspectionOptions
  @OptionGroup var store: StoreToReadOption
  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if fix.isOn, watch { throw ValidationError("--watch does not go with --fix, --fix-unsafe and --diff") }
    if fix.isOn, baseline.updateBaseline {
      throw ValidationError("--update-baseline does not go with --fix, --fix-unsafe and --diff")
    }
    try passes.validate(paths, output)
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number above 0") }
    if let maxWarnings, maxWarnings < 0 { throw ValidationError("--max-warnings takes 0 or more") }
    if cache == "" { throw ValidationError("--cache takes a directory or 'off', not an empty text") }
    if watch, paths.contains("-") {
      throw ValidationError("--watch takes files; standard input can't change")
    }
    guard let stdinName else { return }
    if !paths.contains("-") { throw ValidationError("--stdin-name goes with the path '-'") }
    if stdinName.isEmpty { throw ValidationError("--stdin-name takes a file's name, not an empty text") }
  }

  func run() throws {
    try leaveIfSurroundingsAreWrong()
    try passes.inspect(paths, compile, store.runs, output)
    var settings = compile.checkSettings(earlierRuns: store.runs)
    settings.baseline = baseline.baseline
    settings.updatesBaseline = baseline.updateBaseline
    if fix.isOn { return try runFix(settings) }
    let cache = resultCache ?? (watch ? CheckCache(in: nil) : nil)
    let session = CheckSession(try request(), settings, cache: cache, isWatched: watch)
    if watch { try repeatOnChanges(session, cache) }
    // The last result stays in memory until the program ends: the system frees it faster.
    var last: CheckedFile?
    let tally = try check(session) {
      last = $0
    } write: {
      Terminal.output.write($0)
    }
    save(cache)
    withExtendedLifetime(last) { status(tally).leave() }
  }

  /// Nothing can be said of a runbook whose variables or rules are not those that were asked for.
  private func leaveIfSurroundingsAreWrong() throws {
    let surroundings = compile.surroundings()
    guard !surroundings.reports.isEmpty else { return }
    try output.show(surroundings.reports, on: .output)
    throw (surroundings.isUnreadable ? ExitStatus.usage : ExitStatus.failed).exitCode
  }

  /// Checks everything once, and shows it.
  func check(
    _ session: CheckSession, keep: (CheckedFile) -> Void, write: @escaping (String) -> Void
  ) throws -> CheckTally {
    let terminal = Terminal.output
    var reports = ReportOutput(
      output.shownFormat, files: output.fileRequests,
      style: .init(
        isColoured: terminal.isColoured(output.color), width: terminal.width, isQuiet: output.quiet,
        linkDirectory: output.linkDirectory(terminal)),
      write: write)
    let tally = session.run { file in
      if file.outcome != .notARunbook { reports.add(file.report) }
      keep(file)
    }
    do {
      try reports.finish()
    } catch {
      throw ProgramError(writing: error)
    }
    for remark in tally.remarks { Terminal.error.write("\(remark)\n") }
    if let summary = summary(tally) { write(summary) }
    return tally
  }

  /// Checks, fixes, and leaves with the code of what remains.
  private func runFix(_ settings: CheckSettings) throws {
    let command = FixCommand(options: fix, output: output, isStandardInput: paths.contains("-"))
    let (tally, isWritten) = try command.run(try request(), settings)
    if !isWritten { ExitStatus.failed.leave() }
    status(tally).leave()
  }

  private var resultCache: CheckCache? {
    if cache == "off" { return nil }
    return (cache ?? CacheLocation.standard).map { CheckCache(in: $0) }
  }

  /// A cache that can't be written only costs time, unless it was asked for.
  func save(_ results: CheckCache?) {
    do {
      try results?.save()
    } catch {
      if cache != nil || verbose { Terminal.error.write("warning: nothing is remembered: \(error)\n") }
    }
  }

  private func request() throws -> CheckRequest {
    var request = CheckRequest(
      paths: paths, exclusion: Exclusion(exclude, base: currentDirectory()),
      standardInput: try standardInput())
    if let jobs { request.jobs = jobs }
    return request
  }

  private func standardInput() throws -> (name: String, text: [UInt8])? {
    guard paths.contains("-") else { return nil }
    do {
      return (stdinName ?? "<stdin>", try readStandardInput(limit: 1 << 28))
    } catch {
      throw ProgramError(.unreadableFile, "\(error)", leaving: .usage)
    }
  }

  private func status(_ tally: CheckTally) -> ExitStatus {
    if tally.unreadable > 0 { return .usage }
    if tally.hasFailed { return .failed }
    let allowed = errorOnWarnings ? 0 : maxWarnings
    if let allowed, tally.warnings > allowed {
      let warnings = ShownText.count(tally.warnings, "warning")
      Terminal.error.show(
        Diagnostic(.tooManyWarnings, "\(warnings), and at most \(allowed) allowed", at: nil))
      return .failed
    }
    return tally.errors > 0 ? .failed : .done
  }

  private func summary(_ tally: CheckTally) -> String? {
    guard output.shownFormat == .text, !output.quiet else { return nil }
    let details = verbose && !tally.details.isEmpty ? " (\(tally.details))" : ""
    return "\(tally.summary)\(details)\n"
  }
}
