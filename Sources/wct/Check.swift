// `wct check`: diagnostics only.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import RunbookCompiler

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check runbooks and show every problem at its place.",
    aliases: ["validate-runbook"])

  @Argument(help: ArgumentHelp("Runbook files.", valueName: "path"))
  var paths: [String]

  @OptionGroup var compile: CompileOptions
  @OptionGroup var store: StoreToReadOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let policies = compile.policies.load()
    let runs = store.runs
    var reports = policies.reports
    var isUnreadable = policies.isUnreadable
    var last: CompilationResult?
    for path in paths {
      let result = try compile.compiler(forRunbookAt: path, policies: policies, earlierRuns: runs)
        .compiler.compile(path: path, goal: .check)
      isUnreadable = isUnreadable || result.isUnreadable
      reports.append(DiagnosticReport(diagnostics: result.diagnostics, sources: result.sources, path: path))
      last = result
    }
    try output.show(reports, on: .output)
    showSummary(reports.flatMap(\.diagnostics))
    // Leaves with the last result still in memory: the system frees it faster.
    withExtendedLifetime(last) { status(reports, isUnreadable: isUnreadable).leave() }
  }

  private func status(_ reports: [DiagnosticReport], isUnreadable: Bool) -> ExitStatus {
    if isUnreadable { return .usage }
    let hasErrors = reports.contains { $0.diagnostics.contains { $0.severity == .error } }
    return hasErrors ? .failed : .done
  }

  private func showSummary(_ diagnostics: [Diagnostic]) {
    guard output.shownFormat == .text, !output.quiet else { return }
    let files = "\(paths.count) file\(paths.count == 1 ? "" : "s")"
    let summary = TextRenderer.summary(of: diagnostics)
    Terminal.output.write("\(files) checked: \(summary.isEmpty ? "no problems" : summary)\n")
  }
}
