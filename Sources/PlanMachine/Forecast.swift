// What a run would take from the store and what it would make, before anything runs.
package import ComponentKit
package import ExecutionPlan
package import RunHistory

/// The forecast of a run.
package struct Forecast: Sendable {
  package enum Verdict: String, Sendable, CaseIterable { case reuse, run, skip }

  /// What would become of one instruction.
  package struct Line: Sendable {
    package let artifact: ArtifactID
    package let verdict: Verdict
    package let reason: DecisionReason
    /// The reason with names and values.
    package let detail: String
    /// The run whose result would be taken.
    package let from: RunID?
    /// What it took the last time; nil where it was never measured.
    package let measured: Measurement?
    /// The components of the key that changed, against ``comparedWith``.
    package let changes: [KeyChange]
    package let comparedWith: RunID?
  }

  package let plan: ContentDigest
  package let lines: [Line]

  package func count(_ verdict: Verdict) -> Int { lines.count { $0.verdict == verdict } }

  /// The measured seconds of what has this verdict.
  package func seconds(_ verdict: Verdict) -> Double {
    lines.filter { $0.verdict == verdict }.reduce(0) { $0 + ($1.measured?.seconds ?? 0) }
  }

  /// The measured cost of what has this verdict.
  package func cost(_ verdict: Verdict) -> Double {
    lines.filter { $0.verdict == verdict }.reduce(0) { $0 + ($1.measured?.cost ?? 0) }
  }

  /// How many would run that were never measured.
  package var unmeasuredCount: Int { lines.count { $0.verdict == .run && $0.measured == nil } }
}

extension Machine {
  /// Says what running a plan would do. Sources are looked at; nothing is written.
  ///
  /// `archive` is where earlier runs are read, for the reasons; nil where there is no store.
  /// - Throws: ``MachineError`` when the store can't be read.
  package func forecast(
    _ plan: VerifiedPlan, options: RunOptions, runbookPath: String?, archive: (any RunArchive)?
  ) throws(MachineError) -> Forecast {
    do {
      var forecaster = try Forecaster(
        self, plan, options,
        try archive.map {
          if case .run(let run) = options.reuse { return EarlierArtifacts($0, runs: [run]) }
          return try EarlierArtifacts($0, name: plan.plan.runbook.name, path: runbookPath, before: nil)
        }, archive)
      return Forecast(plan: plan.id, lines: try forecaster.lines())
    } catch let error as MachineError {
      throw error
    } catch let error as StoreError {
      throw MachineError(error)
    } catch {
      throw MachineError(.store, "\(error)")
    }
  }
}
