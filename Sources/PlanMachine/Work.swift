// What a worker thread does for one instruction.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

/// How a piece of work ended.
enum WorkOutcome: Sendable {
  case completed(ArtifactRecord)
  /// It was taken from an earlier run.
  case taken(RememberedArtifact)
  case failed(String, FailureCode)
  /// It stopped because it was asked to.
  case cancelled
  case pending(String)
  /// It is finalised once its requests are answered.
  case prepared(PreparedRound)
}

/// One instruction with everything that it takes to carry it out, on any thread.
struct Work: Sendable {
  let run: PreparedRun
  let instruction: InstructionIndex
  let context: WorkContext
  /// The operands' artifacts, in order.
  let operands: [ArtifactRecord]
  let store: any ArtifactStore
  /// Nil where nothing is remembered from run to run.
  let memory: (any RunMemory)?
  let policy: ReusePolicy
  let clock: any MachineClock
  let nested: (any NestedRunner)?
  /// The run that this work is part of.
  let record: RunRecord
  /// What the run may still take and cost when this work begins.
  let remainder: (seconds: Double?, cost: Double?)
  /// What was prepared before and is to be finalised; nil: the work begins.
  var finalStage: FinalStage?

  /// Carries it out; whatever is thrown is this artifact's failure and nobody else's.
  func perform() -> WorkOutcome {
    do {
      try context.checkCancellation()
      return try finalStage.map(finalise) ?? takeOrMake()
    } catch let pending as PendingWork {
      return .pending(context.redact(pending.reason))
    } catch {
      // What fails after it was asked to stop has most likely failed because of that.
      if context.isCancelled { return .cancelled }
      return .failed(context.redact(Self.reason(error)), Self.code(of: error))
    }
  }

  private static func code(of error: any Error) -> FailureCode {
    switch error {
    case is NestedFailure: .nestedRun
    case is TooManyRounds: .tooManyRounds
    case let failure as ComponentFailure: FailureCode(failure.kind)
    default: .component
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let failure as ComponentFailure: failure.description
    case let failure as StoreError: failure.description
    case is CancellationError: "the component stopped without being asked to"
    default: "\(error)"
    }
  }

  /// Takes the artifact from the store where that is allowed and possible, else makes it.
  private func takeOrMake() throws -> WorkOutcome {
    let operation = description.operation
    let connector = try makeConnector()
    guard let memory, operation.isReusable else { return Self.outcome(try makeArtifact(connector)) }
    let attempt = ReuseAttempt(
      run: run, instruction: instruction, operands: operands, memory: memory, policy: policy,
      context: context, now: clock.now())
    let evidence = try attempt.evidence(connector)
    switch try attempt.answer(evidence) {
    case .take(let found):
      context.decide(.unchanged, evidence)
      return .taken(found)
    case .run(let reason):
      context.decide(reason, evidence)
      let made = try makeArtifact(connector)
      context.decide(reason, try attempt.confirmed(evidence, connector))
      return Self.outcome(made)
    }
  }

  private static func outcome(_ made: MadeArtifact) -> WorkOutcome {
    switch made {
    case .artifact(let record): .completed(record)
    case .prepared(let round): .prepared(round)
    }
  }

  private var description: Instruction { run.plan.instructions[instruction.value] }

  /// The connector of an instruction that reads a source.
  private func makeConnector() throws -> (any Connector)? {
    guard case .extract(let call) = description.operation else { return nil }
    let type = run.plan.components[call.component.value].type
    guard let factory = run.components.connectors[type] else { throw Self.notLinked(type) }
    return try factory(try configuration(call, description))
  }

  private func makeArtifact(_ connector: (any Connector)?) throws -> MadeArtifact {
    if let processor = try makeProcessor() {
      let inputs = try readers()
      if let asking = processor as? any RequestingProcessor { return try prepare(asking, inputs) }
      return .artifact(try write { try processor.process(inputs, into: $0, context: context) })
    }
    return .artifact(try makeWhole(connector))
  }

  private func makeWhole(_ connector: (any Connector)?) throws -> ArtifactRecord {
    switch description.operation {
    case .process: throw ComponentFailure("there is no processor")
    case .extract:
      guard let connector else { throw ComponentFailure("there is no connector") }
      return try write { try connector.extract(into: $0, context: context) }
    case .merge:
      return try write {
        try ArtifactMerge(readers: try readers()).write(into: $0, run.format(of: instruction))
      }
    case .constant(let content): return try write { try self.write(content, into: $0) }
    case .reuse: return try checkReused()
    case .execute(let limits): return try execute(limits)
    case .pass:
      guard let operand = operands.first else { throw ComponentFailure("there is nothing to pass on") }
      return operand
    }
  }

  /// Lets `body` write the items and give the head.
  private func write(_ body: (CheckedSink) throws -> JSONObject) throws -> ArtifactRecord {
    let format = try run.format(of: instruction)
    let sink = CheckedSink(format, writer: try store.makeWriter(schema: format.reference), context: context)
    return try sink.finish(head: try body(sink))
  }

  /// The processor of an instruction that derives.
  func makeProcessor() throws -> (any Processor)? {
    guard case .process(let call) = description.operation else { return nil }
    let type = run.plan.components[call.component.value].type
    guard let factory = run.components.processors[type] else { throw Self.notLinked(type) }
    return try factory(try configuration(call, description))
  }

  /// A run of its own, on this thread; its workers are threads of their own.
  private func execute(_ limits: NestedRun) throws -> ArtifactRecord {
    guard let nested else {
      throw NestedFailure("this program can't execute a runbook that an artifact holds")
    }
    guard let reader = try readers().first, let operand = operands.first else {
      throw ComponentFailure("there is nothing to execute")
    }
    guard operand.size <= context.resources.itemLimit else {
      throw NestedFailure(
        "the runbook has \(operand.size) bytes, and \(context.resources.itemLimit) are read at most (--memory)"
      )
    }
    let format = run.catalog.schemas[reader.schema]
    let request = NestedRequest(
      runbook: try reader.wholeContent(itemsProperty: format?.itemsProperty),
      limits: limits.limited(seconds: remainder.seconds, cost: remainder.cost),
      parent: ParentArtifact(run: record.id, artifact: description.id), options: record.options,
      schema: description.schema)
    let cancellation = RunCancellation()
    context.link(cancellation)
    switch try nested.run(request, cancellation: cancellation, context: context) {
    case .output(let record): return record
    case .results(let results): return try write(results)
    }
  }

  private static func notLinked(_ type: String) -> ComponentFailure {
    ComponentFailure("the component '\(type)' is known, but not part of this wct-exec")
  }

  private func configuration(
    _ call: ComponentCall, _ description: Instruction
  ) throws -> ComponentConfiguration {
    let resolved: BindingResolver.Resolved
    do {
      resolved = try run.resolver.resolve(call)
    } catch {
      throw ComponentFailure(error.description(artifact: description.id))
    }
    context.hide(resolved.secrets)
    let rulesets = call.rulesets.mapValues { index in
      let constant = run.plan.rulesets[index.value]
      return CarriedRuleset(constant.value, digest: constant.digest)
    }
    return ComponentConfiguration(
      properties: resolved.properties, rulesets: rulesets, outputSchema: description.schema)
  }

  private func readers() throws -> [any ArtifactReader] {
    let indices = run.plan.instructions[instruction.value].operands
    return try zip(indices, operands).map { index, record in
      CancellableReader(
        try store.reader(of: record, artifact: run.plan.instructions[index.value].id), context: context)
    }
  }

  private func write(_ content: JSONObject, into sink: CheckedSink) throws -> JSONObject {
    var head = content
    if let items = try run.format(of: instruction).itemsProperty, let values = head[items]?.arrayValue {
      head[items] = nil
      for value in values { try sink.append(value) }
    }
    return head
  }

  /// A reused artifact is checked as if it had just arrived; its bytes are there already.
  private func checkReused() throws -> ArtifactRecord {
    guard var record = run.reused[instruction]?.record else {
      throw ComponentFailure("there is nothing to reuse")
    }
    let format = try run.format(of: instruction)
    let reader = try store.reader(of: record, artifact: run.plan.instructions[instruction.value].id)
    try format.check(head: reader.head)
    let itemSchema = format.itemsProperty.flatMap { format.schema.subschema(ofItemsOf: $0) }
    var index = 0
    var meaning = record.meaning == nil ? MeaningHasher(format) : nil
    try reader.forEachItem { item in
      try context.checkCancellation()
      try format.check(item: item, at: index, itemSchema)
      meaning?.add(item: item)
      index += 1
    }
    try format.check(itemCount: index)
    // Runs of older stores and imported ones do not say.
    record.meaning = record.meaning ?? meaning?.finalised(head: reader.head)
    return record
  }
}

/// A reader that stops between two items when its work is cancelled, so that components need not ask.
private struct CancellableReader: ArtifactReader {
  private let reader: any ArtifactReader
  private let context: any ComponentContext

  init(_ reader: any ArtifactReader, context: any ComponentContext) {
    self.reader = reader
    self.context = context
  }

  var schema: SchemaReference { reader.schema }
  var artifact: String { reader.artifact }
  var head: JSONObject { reader.head }
  var itemCount: Int { reader.itemCount }

  func forEachItem(_ body: (JSONValue) throws -> Void) throws {
    try forEachResult(context, makeStage: { { $0 } }, body)
  }

  func forEachResult<Output: Sendable>(
    _ context: any ComponentContext, makeStage: @escaping @Sendable () -> (JSONValue) throws -> Output,
    _ body: (Output) throws -> Void
  ) throws {
    try reader.forEachResult(
      context,
      makeStage: {
        let stage = makeStage()
        return { item in
          try context.checkCancellation()
          return try stage(item)
        }
      }, body)
  }
}
