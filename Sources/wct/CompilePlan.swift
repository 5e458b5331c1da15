// Compiles a runbook to a plan with everything that its configuration says, for the subcommands that need one.
internal import CommandSupport
internal import DiagnosticFilters
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookChecking
internal import RunbookCompiler
internal import WorkspaceConfiguration

/// A plan and what was read for it.
struct CompiledRunbook {
  let plan: EncodedPlan
  let sourceMap: SourceMap?
  let environmentFiles: [String]
}

/// What came of compiling a runbook: what there is to say, and the plan where there is one.
struct PlanCompilation {
  var reports: [DiagnosticReport]
  var isUnreadable = false
  var compiled: CompiledRunbook?
}

extension CompileOptions {
  /// Compiles a runbook; shows what there is to say, and leaves with the right code where there is no plan.
  func compilePlan(
    _ path: String, earlierRuns: StoredRuns?, passes: PassInspectionOptions? = nil, show: OutputOptions
  ) throws -> CompiledRunbook {
    let surroundings = surroundings()
    if !surroundings.reports.isEmpty {
      try leave(surroundings.reports, show, isUnreadable: surroundings.isUnreadable)
    }
    let compilation = planCompilation(
      path, earlierRuns: earlierRuns, passes: passes, dumpsJSON: show.shownFormat == .json)
    guard let compiled = compilation.compiled else {
      try leave(compilation.reports, show, isUnreadable: compilation.isUnreadable)
    }
    // Standard output is for the plan, or for the run's own outcome, unless nothing else will come.
    if show.shownFormat == .text { try show.show(compilation.reports, on: .error) }
    return compiled
  }

  /// Compiles a runbook with everything that its configuration says.
  ///
  /// - Parameter dumpsJSON: Whether what passes show is JSON.
  func planCompilation(
    _ path: String, earlierRuns: StoredRuns?, passes: PassInspectionOptions? = nil, dumpsJSON: Bool = false
  ) -> PlanCompilation {
    let policies = policies.load()
    let file = configuration(forRunbookAt: path)
    var outcome = PlanCompilation(
      reports: policies.reports + [file.report].filter { !$0.diagnostics.isEmpty },
      isUnreadable: policies.isUnreadable || file.isUnreadable)
    // Nothing is compiled without its policy, or with half of what was configured.
    if outcome.reports.contains(where: \.hasErrors) { return outcome }
    let compiler: Compiler
    let environmentFiles: [String]
    do {
      (compiler, environmentFiles) = try self.compiler(
        forRunbookAt: path, policies: policies, earlierRuns: earlierRuns, configuration: file.configuration,
        inspecting: passes?.inspection ?? PassInspection())
    } catch {
      outcome.reports.append(error.report)
      outcome.isUnreadable = error.isUnreadable
      return outcome
    }
    let result = compiler.compile(path: path, goal: .plan)
    passes?.show(result.inspection, path: path, asJSON: dumpsJSON)
    let (reports, isBaselineUnreadable) = filter(result, path, file.configuration)
    outcome.reports += reports
    outcome.isUnreadable = result.isUnreadable || isBaselineUnreadable
    if let plan = result.plan, !outcome.reports.contains(where: \.hasErrors) {
      outcome.compiled = CompiledRunbook(
        plan: plan, sourceMap: result.sourceMap, environmentFiles: environmentFiles)
    }
    return outcome
  }

  /// The diagnostics as they are to be shown: ignores, severities, and the baseline of the configuration.
  private func filter(
    _ result: CompilationResult, _ path: String, _ configuration: Configuration
  ) -> (reports: [DiagnosticReport], isUnreadable: Bool) {
    let settings = settings(LoadedPolicies(), nil)
    let report = settings.filter(for: configuration).apply(
      to: DiagnosticReport(diagnostics: result.diagnostics, sources: result.sources, path: path))
    guard let baseline = configuration.baseline?.path else { return ([report], false) }
    do {
      let outcome = try BaselineFile(readingFrom: baseline).apply(
        to: [report], names: BaselineNames(baselineAt: baseline))
      return (outcome.reports.map(\.withLanguageErrors), false)
    } catch {
      return ([report, error.report], error.isUnreadable)
    }
  }

  private func leave(
    _ reports: [DiagnosticReport], _ show: OutputOptions, isUnreadable: Bool
  ) throws -> Never {
    try show.show(reports, on: .error)
    let summary = TextRenderer.summary(of: reports.flatMap(\.diagnostics))
    if show.shownFormat == .text { Terminal.error.write("not compiled: \(summary)\n") }
    throw (isUnreadable ? ExitStatus.usage : ExitStatus.failed).exitCode
  }
}

extension DiagnosticReport {
  fileprivate var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The report with the errors that a baseline accepts: there is no plan with them, so they are shown.
  fileprivate var withLanguageErrors: DiagnosticReport {
    let errors = suppressed.filter { $0.diagnostic.rule.nature == .language }
    guard !errors.isEmpty else { return self }
    var sink = DiagnosticSink()
    for diagnostic in diagnostics + errors.map(\.diagnostic) { sink.report(diagnostic) }
    return DiagnosticReport(
      diagnostics: sink.sorted, suppressed: suppressed.filter { !errors.contains($0) }, sources: sources,
      path: path)
  }
}
