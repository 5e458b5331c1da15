// What a worker thread does for an instruction whose processor asks a service: prepares it, finalises it.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

/// What came of making an artifact.
enum MadeArtifact: Sendable {
  case artifact(ArtifactRecord)
  /// It waits for answers.
  case prepared(PreparedRound)
}

/// What is finalised, with the answers to it.
struct FinalStage: Sendable {
  let prepared: PreparedRound
  let answers: ServiceAnswers
  /// Why it was prepared, and what decides its result.
  let decision: WorkContext.Decision?
}

/// A processor asked in more rounds than it may.
struct TooManyRounds: Error, CustomStringConvertible {
  var description: String {
    "the component asks a service in more than \(PreparedWork.maximumRounds) rounds"
  }
}

extension Work {
  /// Lets a processor prepare; what asks nothing is finalised at once.
  func prepare(
    _ processor: any RequestingProcessor, _ inputs: [any ArtifactReader]
  ) throws -> MadeArtifact {
    let writer = try RoundWriter(store, context: context)
    let head = try processor.prepare(inputs, into: writer, context: context)
    return try settle(processor, try writer.finish(head: head, round: 1))
  }

  private func settle(
    _ processor: any RequestingProcessor, _ prepared: PreparedRound
  ) throws -> MadeArtifact {
    if prepared.requestCount > 0 { return .prepared(prepared) }
    return try finalise(processor, prepared, ServiceAnswers([:]))
  }

  private func finalise(
    _ processor: any RequestingProcessor, _ prepared: PreparedRound, _ answers: ServiceAnswers
  ) throws -> MadeArtifact {
    let artifact = run.plan.instructions[instruction.value].id
    let format = try run.format(of: instruction)
    let sink = CheckedSink(format, writer: try store.makeWriter(schema: format.reference), context: context)
    let output = FinalisedWriter(sink, store: store, schemas: run.catalog.schemas, context: context)
    let work = PreparedWork(
      state: try store.reader(of: prepared.state, artifact: artifact), answers: answers, round: prepared.round
    )
    switch try processor.finalise(work, into: output, context: context) {
    case .finished(let head):
      let record = try output.finish(head: head)
      context.keep(output.sidecars)
      return .artifact(record)
    case .again(let head):
      guard prepared.round < PreparedWork.maximumRounds else { throw TooManyRounds() }
      return try settle(processor, try output.finishRound(head: head, round: prepared.round + 1))
    }
  }

  /// Goes on with what was prepared, in this process or an earlier one.
  func finalise(_ stage: FinalStage) throws -> WorkOutcome {
    guard let processor = try makeProcessor() as? any RequestingProcessor else {
      throw ComponentFailure("the component does not finalise what it prepared")
    }
    if let decision = stage.decision { context.decide(decision.cause, decision.evidence) }
    switch try finalise(processor, stage.prepared, stage.answers) {
    case .artifact(let record): return .completed(record)
    case .prepared(let next): return .prepared(next)
    }
  }
}
