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
  @OptionGroup var passes: PassInspectionOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    let isText = output.shownFormat == .text || output.shownFormat == .short
    if !passes.dumpAfter.isEmpty, !isText {
      throw ValidationError(
        "--dump-after goes to standard output; write the diagnostics to a file, --format NAME=FILE")
    }
  }

  func run() throws {
    var reports: [DiagnosticReport] = []
    var isUnreadable = false
    var last: CompilationResult?
    for path in paths {
      let result = try compile.compiler(forRunbookAt: path, inspecting: passes.inspection).compiler
        .compile(path: path, goal: .check)
      passes.show(result.inspection, path: path, asJSON: output.shownFormat == .json)
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
