// `wct-exec findings`: the findings of a run, for people or in the form of an exporter.
internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import FindingReports
internal import PlanMachine
internal import Reports
internal import RunHistory
internal import RunStore
internal import StandardManifests
internal import SystemFiles

/// The forms that findings can be shown in.
enum FindingFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv, sarif, html, gdpr
}

extension EvidenceDisplay: ExpressibleByArgument {}

struct ListFindings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "Show the findings of a run, or write them in the form of an exporter."
  )

  @Argument(help: ArgumentHelp("An id, a unique prefix, 'latest', or a runbook's path.", valueName: "run"))
  var reference: String

  @Option(help: "How to show them; gdpr takes its form from the name of --output: .json, .html or .md.")
  var format: FindingFormat = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "FILE"))
  var output: String?

  @Option(help: "How much of what was found is shown.")
  var evidence: EvidenceDisplay = .masked

  @Flag(help: "Leave with 3 where there are findings that nobody accepted.")
  var failOnFindings = false

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  @OptionGroup var choice: FindingOptions
  @OptionGroup var handed: FindingInputOptions
  @OptionGroup var store: StoreOptions

  mutating func validate() throws {
    if output == "" { throw ValidationError("--output takes a file, not an empty text") }
    if format == .html, !choice.isEverything {
      throw ValidationError(
        "the format html is the report of the whole run; it takes no selection of findings")
    }
  }

  func run() throws {
    let inputs = try handed.load()
    let opened = try store.open()
    do {
      let found = try opened.findAndTell(reference, isQuiet: quiet)
      let snapshot = try opened.snapshot(of: found.id)
      let report = RunReport(
        run: snapshot.record, plan: snapshot.plan, state: snapshot.state, now: SystemClock().now(),
        schemas: .standard
      ) { try opened.reader(of: $0, artifact: $1) }
      try show(report, inputs)
    } catch let error as StoreError {
      throw ProgramError(error)
    } catch let error as SystemError {
      throw ProgramError(writing: error)
    }
  }

  private func show(_ report: RunReport, _ inputs: FindingInputs) throws {
    let findings = report.findings(
      of: try choice.artifacts(of: report), filter: choice.filter, accepted: inputs.accepted,
      program: "wct-exec \(ToolchainVersion.text)")
    try FindingNaming.check(choice.ids, in: findings)
    let writer = FindingOutput(format: format, evidence: evidence, path: output)
    let outcome = try writer.write(findings, report, inputs, hint: choice.isEverything)
    // Where only some findings were looked at, entries for others are not for nothing.
    if !quiet, choice.isEverything { FindingRemarks.show(outcome.acceptance) }
    if let output, output != "-", !quiet { Terminal.output.write("Findings: \(output)\n") }
    if failOnFindings, outcome.counts.open + outcome.counts.redacted > 0 { throw ExitStatus.changed.exitCode }
  }
}

/// What is to be said of a file of accepted findings.
enum FindingRemarks {
  static func show(_ acceptance: FindingAcceptance) {
    let report = acceptance.remarks
    for diagnostic in report.diagnostics { Terminal.error.show(diagnostic, in: report.sources) }
  }
}

/// The ids of findings that a command line names.
enum FindingNaming {
  /// Throws for an id that no finding has, and for a beginning that several have.
  static func check(_ ids: [String], in report: FindingsReport) throws {
    guard !ids.isEmpty else { return }
    var found: [String: Set<String>] = [:]
    try report.forEach(today: report.today, .ids) { reported in
      for id in ids where FindingFilter.names(id, reported.id) || reported.finding.storedID == id {
        found[id, default: []].insert(reported.id)
      }
    }
    for id in ids {
      switch found[id]?.count ?? 0 {
      case 0:
        throw ProgramError(
          .unknownFinding, "the run has no finding '\(id)'",
          notes: ["'wct findings \(report.origin.run.id)' lists them"], leaving: .usage)
      case 1: break
      default:
        throw ProgramError(
          .unknownFinding, "several findings begin with '\(id)'",
          notes: (found[id] ?? []).sorted().prefix(5).map { "such as \($0)" }, leaving: .usage)
      }
    }
  }
}
