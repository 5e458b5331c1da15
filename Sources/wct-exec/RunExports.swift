// Writes what the exporters besides json make of a run that has ended.
internal import CommandSupport
internal import Diagnostics
internal import ExecutionPlan
internal import FindingReports
internal import Reports
internal import RunHistory
internal import SystemFiles

/// The exports of one run.
struct RunExports {
  let report: RunReport
  let options: RunOutputOptions
  let inputs: FindingInputs

  /// What was written, and what is to be said of accepted findings.
  struct Outcome {
    var paths: [String] = []
    var failures: [String] = []
  }

  /// The frameworks that have an exporter of their own.
  private static let frameworks = ["GDPR": "gdpr"]

  /// Those that were asked for, and the framework's own.
  private var choices: [ExporterChoice] {
    var choices = options.exporterChoices.filter { $0.name != "json" }
    let own = report.plan.framework.flatMap { Self.frameworks[$0] }
    if let own, !choices.contains(where: { $0.name == own }) { choices.append(ExporterChoice(own)) }
    return choices
  }

  /// Writes them all; one that fails keeps no other from being written.
  func write(besideResults results: String?) -> Outcome {
    var outcome = Outcome()
    for choice in choices {
      do {
        outcome.paths += try write(choice, stem: stem(results))
      } catch {
        outcome.failures.append("the exporter \(choice.name) failed: \(error)")
      }
    }
    return outcome
  }

  private var program: String { "wct-exec \(ToolchainVersion.text)" }

  private func write(_ choice: ExporterChoice, stem: String) throws -> [String] {
    let directory = PathText.lexicallyClean(options.outputDir)
    let named = choice.file.map { PathText.join(directory, $0) }
    if choice.name == "gdpr" { return try writeRecord(named, stem) }
    let names = ["csv": "_findings.csv", "sarif": "_findings.sarif", "html": "_report.html"]
    let path = named ?? stem + (names[choice.name] ?? "_\(choice.name)")
    try makeDirectory(PathText.parent(of: path))
    let findings = report.findings(accepted: inputs.accepted, program: program)
    let evidence = EvidenceRenderer(options.evidence)
    switch choice.name {
    case "csv": try CSVExporter.export(findings, evidence: evidence, to: path)
    case "sarif": try SARIFExporter.export(findings, evidence: evidence, to: path)
    default:
      var page = HTMLExporter.Options(evidence: options.evidence, program: program)
      page.accepted = inputs.accepted
      try HTMLExporter.export(report, page, to: path)
    }
    return [path]
  }

  /// One form where a file is named, else all three.
  private func writeRecord(_ named: String?, _ stem: String) throws -> [String] {
    let findings = report.findings(accepted: inputs.accepted, program: program)
    let record = try ProcessingRecord.build(findings, inputs.organisation).record
    let forms = named.map { [RecordForm(fileNamed: $0)] } ?? RecordForm.allCases
    return try forms.map { form in
      let path = named ?? "\(stem)_gdpr_record.\(form.rawValue)"
      try makeDirectory(PathText.parent(of: path))
      try record.export(form, to: path)
      return path
    }
  }

  /// What the names of exports begin with: the name of the results file, where that is a file.
  private func stem(_ results: String?) -> String {
    let directory = PathText.lexicallyClean(options.outputDir)
    guard let results, (try? FileStatus.of(results))?.kind == .file else {
      return PathText.join(directory, report.run.startedAt.compactText)
    }
    for ending in ["_analysis_results.json", ".json"] where results.hasSuffix(ending) {
      return String(results.dropLast(ending.count))
    }
    return results
  }
}
