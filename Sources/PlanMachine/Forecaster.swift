// Walks a plan in its order and predicts what becomes of each instruction. Carries out nothing.
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

/// Predicts a run. An artifact whose content is not known in advance may change everything that follows.
struct Forecaster {
  /// What is known of one instruction so far.
  private struct Prediction {
    let verdict: Forecast.Verdict
    /// What it would write, where that is known.
    var record: ArtifactRecord?
    var from: RunID?
  }

  private let machine: Machine
  private let verified: VerifiedPlan
  private let run: PreparedRun
  private let policy: ReusePolicy
  private let options: RunOptions
  private var earlier: EarlierArtifacts?
  private let archive: (any RunArchive)?
  private var predictions: [Prediction] = []
  private let twins: TwinGroups

  private var plan: Plan { verified.plan }

  init(
    _ machine: Machine, _ plan: VerifiedPlan, _ options: RunOptions, _ earlier: EarlierArtifacts?,
    _ archive: (any RunArchive)?
  ) throws {
    self.machine = machine
    verified = plan
    self.options = options
    self.earlier = earlier
    self.archive = archive
    policy = ReusePolicy(mode: options.reuse, takesNondeterministic: options.reusesNondeterministic)
    twins = TwinGroups(plan.plan.instructions)
    run = PreparedRun(
      plan, components: machine.components, catalog: machine.catalog,
      resolver: BindingResolver(environment: machine.environment), reused: [:])
  }

  /// One line an instruction, in the order of the plan.
  mutating func lines() throws -> [Forecast.Line] {
    let names = plan.instructions.map(\.measured)
    let measured =
      try machine.memory?.measurements(of: names, runbook: plan.runbook.name)
      ?? Array(repeating: nil, count: names.count)
    var lines: [Forecast.Line] = []
    for position in plan.instructions.indices {
      let index = InstructionIndex(position)
      let answer = try answer(index)
      predictions.append(answer.prediction)
      lines.append(
        Forecast.Line(
          artifact: plan.instructions[position].id, verdict: answer.prediction.verdict, reason: answer.reason,
          detail: answer.detail, from: answer.prediction.from,
          measured: plan.instructions[position].isMeasured ? measured[position] : nil,
          changes: answer.changes, comparedWith: answer.comparedWith))
    }
    return lines
  }

  /// A prediction with its reason.
  private struct Answer {
    let prediction: Prediction
    let reason: DecisionReason
    var detail: String
    var changes: [KeyChange] = []
    var comparedWith: RunID?

    init(_ verdict: Forecast.Verdict, _ reason: DecisionReason, _ detail: String? = nil) {
      prediction = Prediction(verdict: verdict)
      self.reason = reason
      self.detail = detail ?? reason.sentence
    }

    init(_ prediction: Prediction, _ reason: DecisionReason, _ detail: String? = nil) {
      self.prediction = prediction
      self.reason = reason
      self.detail = detail ?? reason.sentence
    }
  }

  private mutating func answer(_ index: InstructionIndex) throws -> Answer {
    let instruction = plan.instructions[index.value]
    if let missing = instruction.operands.first(where: { predictions[$0.value].verdict == .skip }) {
      return Answer(.skip, .inputMissing, "'\(plan.instructions[missing.value].id)' is left out")
    }
    switch instruction.operation {
    case .pass:
      guard let operand = instruction.operands.first else { return Answer(.run, .passedOn) }
      return Answer(
        predictions[operand.value], .passedOn, "it is '\(plan.instructions[operand.value].id)'")
    case .reuse(let run, let artifact, let digest):
      return copied(artifact, ofRun: run, digest, instruction)
    case .extract, .process, .merge, .constant, .execute:
      if let twin = twins.first(of: index), twin != index {
        var prediction = predictions[twin.value]
        if prediction.verdict == .run { prediction = Prediction(verdict: .reuse, record: prediction.record) }
        return Answer(prediction, .sameInstruction, "the same as '\(plan.instructions[twin.value].id)'")
      }
      return try made(index, instruction)
    }
  }

  private func copied(
    _ artifact: String, ofRun run: String, _ digest: ContentDigest?, _ instruction: Instruction
  ) -> Answer {
    do {
      let found = try machine.artifacts.artifact(artifact, ofRun: run, askedBy: nil)
      guard found.record.schema == instruction.schema, digest ?? found.record.digest == found.record.digest
      else { return Answer(.skip, .cannotRun, "'\(artifact)' of the run '\(run)' is not what it was") }
      let prediction = Prediction(verdict: .reuse, record: found.record, from: found.run)
      return Answer(prediction, .askedByRunbook, "copied from '\(artifact)' of the run \(found.run)")
    } catch {
      return Answer(.skip, .cannotRun, error.message)
    }
  }

  // MARK: - What would be made

  private mutating func made(_ index: InstructionIndex, _ instruction: Instruction) throws -> Answer {
    if let call = instruction.operation.call, !isLinked(call) {
      let type = plan.components[call.component.value].type
      return Answer(.skip, .cannotRun, "the component '\(type)' is not part of this wct-exec")
    }
    if policy.mode == .off { return Answer(.run, .reuseOff) }
    guard let memory = machine.memory, instruction.operation.isReusable else {
      return Answer(.run, machine.memory == nil ? .firstTime : .alwaysFresh)
    }
    let unknown = instruction.operands.first { predictions[$0.value].record == nil }
    let probe = try probe(index, instruction, memory, isSourceNeeded: unknown == nil)
    if unknown == nil, let key = probe.key, let found = try memory.artifact(key: key, inRun: policy.run) {
      guard memory.isIntact(found.record, isThorough: false, isCancelled: { false }) else {
        return Answer(.run, .resultLost, "the result of the run \(found.origin) is not in the store any more")
      }
      let prediction = Prediction(verdict: .reuse, record: found.record, from: found.origin)
      return Answer(prediction, .unchanged, "key and inputs are those of the run \(found.origin)")
    }
    return try explained(index, instruction, probe, unknown: unknown)
  }

  private func isLinked(_ call: ComponentCall) -> Bool {
    let component = plan.components[call.component.value]
    return switch component.kind {
    case .connector: machine.components.connectors[component.type] != nil
    case .processor: machine.components.processors[component.type] != nil
    case .exporter: false
    }
  }

  // MARK: - The key

  /// What can be told of a key beforehand, or why it can't.
  private struct Probe {
    var key: ContentDigest?
    var evidence: KeyEvidence?
    var parts: [SourcePart]?
    var obstacle: Answer?
  }

  private func probe(
    _ index: InstructionIndex, _ instruction: Instruction, _ memory: any RunMemory, isSourceNeeded: Bool
  ) throws -> Probe {
    var probe = Probe()
    let values: [String: ContentDigest]
    do {
      values = try run.keyedValues(of: instruction.operation, memory)
    } catch let fault as BindingResolver.Fault {
      probe.obstacle = Answer(.run, .valueUnknown, fault.description(artifact: instruction.id))
      return probe
    }
    var source: ContentDigest?
    if case .extract(let call) = instruction.operation, isSourceNeeded {
      (source, probe.parts) = try fingerprint(call, index, instruction, memory)
      if source == nil {
        probe.obstacle = Answer(.run, .alwaysFresh)
        probe.evidence = KeyEvidence(key: nil, values: values)
        return probe
      }
    }
    probe.evidence = KeyEvidence(key: nil, source: source, values: values)
    guard plan.isDeterministic(instruction.operation, machine.catalog) || policy.takesNondeterministic else {
      probe.obstacle = Answer(.run, .notDeterministic)
      return probe
    }
    let inputs = instruction.operands.compactMap { predictions[$0.value].record }
    guard inputs.count == instruction.operands.count else { return probe }
    probe.key =
      ReuseKey(
        instruction: instruction, plan: plan, inputs: inputs, source: source, values: values
      ).digest
    return probe
  }

  private func fingerprint(
    _ call: ComponentCall, _ index: InstructionIndex, _ instruction: Instruction, _ memory: any RunMemory
  ) throws -> (ContentDigest?, [SourcePart]?) {
    let type = plan.components[call.component.value].type
    let recorder = try SourceRecorder(memory, at: machine.clock.now(), storesListing: false, keeping: 100_000)
    do {
      let properties = try run.resolver.resolve(call).properties
      let connector = try machine.components.connectors[type]?(
        ComponentConfiguration(properties: properties, outputSchema: instruction.schema))
      let answer = try connector?.fingerprint(into: recorder, context: context(index, instruction))
      guard answer == .complete else { return (nil, nil) }
      return (try recorder.finish(), recorder.parts)
    } catch {
      return (nil, nil)
    }
  }

  private func context(_ index: InstructionIndex, _ instruction: Instruction) -> WorkContext {
    let record = RunRecord(
      id: RunID("forecast"), status: .running, planID: verified.id, runbookName: plan.runbook.name,
      runbookPath: nil, startedAt: machine.clock.now(), options: options)
    return WorkContext(
      index, artifact: instruction.id, run: record, resources: machine.settings.resources,
      clock: machine.clock, cancellation: RunCancellation(), onProgress: nil)
  }

  // MARK: - The reason

  /// Why it runs: what changed against the newest earlier run that has the artifact.
  private mutating func explained(
    _ index: InstructionIndex, _ instruction: Instruction, _ probe: Probe, unknown: InstructionIndex?
  ) throws -> Answer {
    guard let match = try earlier?.newest(instruction.id) else {
      if let run = policy.run { return Answer(.run, .noMatch, "the run \(run) has no such artifact") }
      return probe.obstacle ?? Answer(.run, .firstTime)
    }
    let compared = ComparedInstruction(
      plan: plan, index: index, inputs: instruction.operands.map { predictions[$0.value].record },
      evidence: probe.evidence)
    let changes = KeyComparison(before: match.compared, after: compared).changes
    var answer = reason(changes, match, probe, unknown)
    answer.changes = changes
    answer.comparedWith = match.run.record.id
    return answer
  }

  private func reason(
    _ changes: [KeyChange], _ match: EarlierArtifacts.Match, _ probe: Probe, _ unknown: InstructionIndex?
  ) -> Answer {
    if let first = changes.first {
      let more = changes.count > 1 ? " and \(changes.count - 1) more" : ""
      return Answer(.run, first.reason, first.text(source: source(match, probe)) + more)
    }
    if let obstacle = probe.obstacle { return obstacle }
    if let unknown {
      return Answer(.run, .inputMayChange, "'\(plan.instructions[unknown.value].id)' runs")
    }
    guard match.status == .completed else {
      return Answer(.run, .notCompletedBefore, "it was \(match.status.rawValue) in \(match.run.record.id)")
    }
    return Answer(.run, .noMatch)
  }

  private func source(_ match: EarlierArtifacts.Match, _ probe: Probe) -> SourceComparison? {
    guard let parts = probe.parts, let digest = match.compared.evidence?.source,
      let before = archive?.listing(digest)
    else { return nil }
    return SourceComparison(before: before, after: parts)
  }
}
