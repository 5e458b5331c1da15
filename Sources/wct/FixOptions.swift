// The options of `wct check` that fix what is found, and what they do with the result.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import RunbookChecking
internal import SourceEdits
internal import SystemFiles

struct FixOptions: ParsableArguments {
  @Flag(help: "Apply the fixes that keep what the runbook means.")
  var fix = false

  @Flag(help: "Apply all fixes, also those that are guesses.")
  var fixUnsafe = false

  @Flag(help: "Show what the fixes would change, as a diff, and change nothing.")
  var diff = false

  var isOn: Bool { fix || fixUnsafe || diff }

  var applicability: FixApplicability { fixUnsafe ? .unsafe : .safe }
}

/// What `wct check` does when it is to fix.
struct FixCommand {
  let options: FixOptions
  let output: OutputOptions
  let isStandardInput: Bool

  /// Fixes, writes and shows.
  ///
  /// - Returns: What remains, for the exit code, and whether every fixed file could be written.
  func run(_ request: CheckRequest, _ settings: CheckSettings) throws -> (tally: CheckTally, isWritten: Bool)
  {
    let result = try CheckFix(request, settings).run(options.applicability)
    for refused in result.outcome.refused { say("not fixed: \(refused.description)") }
    for name in result.outcome.protectedFiles {
      say("not fixed: \(name) lies outside the directories of the files that are checked")
    }
    if !result.outcome.hasConverged { say("there are still fixes to apply; run it again") }
    if options.diff {
      try showDiff(result)
      return (result.tallyBefore, true)
    }
    let isWritten = write(result.outcome.files)
    if let text = request.standardInput?.text {
      let fixed = result.outcome.files.first { $0.key == CheckFix.standardInputKey }?.after
      Terminal.output.write(fixed ?? text)
    }
    try show(result.outcome.reports)
    summarise(result)
    return (result.tally, isWritten)
  }

  private func write(_ files: [FixedFile]) -> Bool {
    var isWritten = true
    for file in files where file.key != CheckFix.standardInputKey {
      do {
        try replaceFile(file.key, holding: file.before, with: file.after)
      } catch {
        Terminal.error.show(Diagnostic(.unwritableFile, error.description, at: nil, path: file.name))
        isWritten = false
      }
    }
    return isWritten
  }

  /// Standard output belongs to the fixed text when it came from standard input.
  private func show(_ reports: [DiagnosticReport]) throws {
    try output.show(reports, on: isStandardInput ? .error : .output)
  }

  private func showDiff(_ result: CheckFix.Result) throws {
    for file in result.outcome.files {
      Terminal.output.write(UnifiedDiff.text(from: file.before, to: file.after, name: file.name))
    }
    try output.writeFiles(result.reportsBefore)
    if !output.quiet { Terminal.error.write(Self.summary(result, would: true) + "\n") }
  }

  private func summarise(_ result: CheckFix.Result) {
    guard !output.quiet else { return }
    let terminal: Terminal = output.shownFormat == .text && !isStandardInput ? .output : .error
    terminal.write(Self.summary(result, would: false) + "\n")
  }

  /// `fixed 3 problems in 2 files; 1 left (1 more with --fix-unsafe)`.
  private static func summary(_ result: CheckFix.Result, would: Bool) -> String {
    let outcome = result.outcome
    let left = result.tally.errors + result.tally.warnings
    let fixed = ShownText.count(outcome.fixedCount, "problem")
    let files = ShownText.count(outcome.files.count, "file")
    var text =
      outcome.fixedCount == 0 ? "nothing to fix" : "\(would ? "would fix" : "fixed") \(fixed) in \(files)"
    text += left == 0 ? "; none left" : "; \(left) left"
    if outcome.unsafeCount > 0 { text += " (\(outcome.unsafeCount) more with --fix-unsafe)" }
    return text
  }

  private func say(_ text: String) {
    if !output.quiet { Terminal.error.write("note: \(printable(text))\n") }
  }
}

extension RefusedFix {
  /// `a.yaml:5: "replace with 'x'" would give error[WCT2005]: …`.
  fileprivate var description: String {
    let start = "\(fix.place): \"\(fix.fix.message)\""
    switch harm {
    case .unresolved: return "\(start) does not help"
    case .newError(let diagnostic):
      return
        "\(start) would give \(diagnostic.severity.rawValue)[\(diagnostic.rule.code)]: \(diagnostic.message)"
    }
  }
}
