// Looks for an earlier result before an instruction is carried out, and says what decided the new one after.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

/// One instruction's attempt to be taken from the store instead of being carried out.
struct ReuseAttempt {
  /// What came of it.
  enum Answer {
    case take(RememberedArtifact)
    case run(DecisionReason)
  }

  let run: PreparedRun
  let instruction: InstructionIndex
  let operands: [ArtifactRecord]
  let memory: any RunMemory
  let policy: ReusePolicy
  let context: any ComponentContext
  /// The time when it began, for files that are too new to be remembered.
  let now: Timestamp

  private var description: Instruction { run.plan.instructions[instruction.value] }

  /// What decides the result, as far as it can be told before it is made.
  ///
  /// `connector` is asked what it would read. Without a key, the result can't be taken again.
  func evidence(_ connector: (any Connector)?) throws -> KeyEvidence {
    let values = try run.keyedValues(of: description.operation, memory)
    let source = try connector.flatMap { try fingerprint($0, storesListing: true) }
    guard connector == nil || source != nil else { return KeyEvidence(key: nil, values: values) }
    let key = ReuseKey(
      instruction: description, plan: run.plan, inputs: operands, source: source, values: values)
    return KeyEvidence(key: key.digest, source: source, values: values)
  }

  /// Nil where the connector can't tell, for whatever reason.
  private func fingerprint(_ connector: any Connector, storesListing: Bool) throws -> ContentDigest? {
    let recorder = try SourceRecorder(memory, at: now, storesListing: storesListing)
    do {
      guard try connector.fingerprint(into: recorder, context: context) == .complete else { return nil }
      return try recorder.finish()
    } catch let error as StoreError {
      throw error
    } catch {
      try context.checkCancellation()
      return nil
    }
  }

  /// Whether there is something to take.
  func answer(_ evidence: KeyEvidence) throws -> Answer {
    if policy.mode == .off { return .run(.reuseOff) }
    guard let key = evidence.key else { return .run(.alwaysFresh) }
    let isRepeatable = run.plan.isDeterministic(description.operation, run.catalog)
    guard isRepeatable || policy.takesNondeterministic else { return .run(.notDeterministic) }
    guard let found = try memory.artifact(key: key, inRun: policy.run),
      found.record.schema == description.schema
    else { return .run(.noMatch) }
    let isIntact = ([found.record] + found.sidecars).allSatisfy { record in
      memory.isIntact(record, isThorough: true) { context.isCancelled }
    }
    try context.checkCancellation()
    return isIntact ? .take(found) : .run(.resultLost)
  }

  /// The evidence of what was made: what changed while it was read has no key.
  func confirmed(_ before: KeyEvidence, _ connector: (any Connector)?) throws -> KeyEvidence {
    guard let connector, let source = before.source else { return before }
    if try fingerprint(connector, storesListing: false) == source { return before }
    return KeyEvidence(key: nil, source: nil, values: before.values)
  }
}

extension PreparedRun {
  /// Keyed digests of the values that come from the environment, by property.
  func keyedValues(
    of operation: Operation, _ memory: any RunMemory
  ) throws -> [String: ContentDigest] {
    guard let call = operation.call, !call.bindings.isEmpty else { return [:] }
    let resolved = try resolver.resolve(call).properties
    var digests: [String: ContentDigest] = [:]
    for binding in call.bindings {
      let value = PropertyPointer(binding.pointer)?.value(in: resolved) ?? .null
      digests[binding.pointer] = try memory.keyedDigest(
        of: JSONWriter.bytes(of: [.string(binding.pointer), value]))
    }
    return digests
  }
}

extension PropertyPointer {
  /// The value at this place.
  func value(in object: JSONObject) -> JSONValue? {
    var value: JSONValue? = .object(object)
    for key in keys { value = value?.objectValue?[key] }
    return value
  }
}
