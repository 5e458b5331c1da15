// Part of `check-schemas`: what a reused artifact is, from the runbook's text or from a store that was named.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  mutating func reuseSchema(of index: NodeIndex, _ reuse: ReuseSyntax) -> SchemaReference? {
    guard let run = reuse.fromRun, let artifact = reuse.artifact else { return nil }
    let written = self[index].outputSchema.flatMap { readSchema($0) }
    guard let runs = options.earlierRuns else {
      if self[index].outputSchema == nil { reportUnknownSchema(of: index, reuse) }
      return written
    }
    guard !unknownValues.contains(run.span), !unknownValues.contains(artifact.span) else { return written }
    dependencies.consultedSomethingElse()
    switch runs.artifact(artifact.text, ofRun: run.text) {
    case .failure(let fault):
      report(fault, run, artifact)
      return written
    case .success(let earlier):
      take(earlier, for: index, at: artifact.span)
      return earlier.schema
    }
  }

  private mutating func reportUnknownSchema(of index: NodeIndex, _ reuse: ReuseSyntax) {
    report(
      Diagnostic(
        .reuseWithoutSchema, "the schema of the reused artifact '\(self[index].id)' is not known",
        at: reuse.keySpan,
        notes: [
          "add 'output_schema: NAME/VERSION' to the artifact, or name the store that holds the run with"
            + " --store DIR"
        ]))
  }

  /// Keeps what the store says; it must agree with what the runbook says.
  private mutating func take(_ earlier: EarlierArtifact, for index: NodeIndex, at place: SourceSpan) {
    earlierArtifacts[index] = earlier
    if earlier.isSensitive { self[index].flags.insert(.sensitive) }
    guard let written = self[index].outputSchema, let schema = SchemaReference(parsing: written.text) else {
      checkKnown(earlier.schema, at: place)
      return
    }
    guard schema != earlier.schema else { return }
    report(
      Diagnostic(
        .reuseMismatch, "the reused artifact is '\(earlier.schema)', not '\(schema)'", at: written.span,
        annotation: "'\(earlier.artifact)' of the run \(earlier.run) is '\(earlier.schema)'",
        labels: [DiagnosticLabel("taken from here", at: place)],
        fixes: [
          FixIt(
            "replace with '\(earlier.schema)'", replacing: written.span, with: earlier.schema.description)
        ]))
  }

  private mutating func report(
    _ fault: EarlierRunFault, _ run: ScalarSyntax, _ artifact: ScalarSyntax
  ) {
    switch fault {
    case .run(let reason):
      report(
        Diagnostic(
          .unknownReuse, "the run '\(run.text)' can't be reused: \(reason)", at: run.span))
    case .artifact(let known):
      let nearest = closest(to: artifact.text, among: known)
      report(
        Diagnostic(
          .unknownReuse, "the run '\(run.text)' has no artifact '\(artifact.text)'", at: artifact.span,
          suggesting: nearest,
          notes: nearest == nil ? ["its artifacts: \(known.prefix(12).joined(separator: ", "))"] : []))
    case .notCompleted(let status):
      report(
        Diagnostic(
          .unknownReuse, "the artifact '\(artifact.text)' of the run '\(run.text)' is \(status)",
          at: artifact.span, annotation: "only a completed artifact can be reused"))
    }
  }
}
