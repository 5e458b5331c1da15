// Transitions as lines of an archived journal, and back.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import PlanMachine
internal import RunHistory

/// One transition as canonical JSON (RFC 8785).
///
/// The reuse key and the digests of values stay in their store: the latter are keyed with its secret, and what came
/// from elsewhere must not be taken for this store's own result by `--reuse auto`.
enum ArchivedTransition {
  /// Year 9999 ends.
  private static let lastTime = 253_402_300_799_999_999

  static func json(_ transition: Transition, keepsSource: Bool) -> JSONValue {
    var line: JSONObject = [
      "instruction": .integer(transition.instruction.value), "status": .string(transition.status.rawValue),
      "time": .integer(transition.time.microseconds),
    ]
    line["artifact"] = transition.artifact.map(StoredArtifacts.json)
    line["prepared"] = transition.prepared.map(StoredArtifacts.json)
    line["sidecars"] = transition.sidecars.isEmpty ? nil : StoredArtifacts.json(transition.sidecars)
    line["duration"] = transition.duration.map { .number($0) }
    line["reason"] = transition.reason.map { .string($0) }
    line["warnings"] = transition.warnings.isEmpty ? nil : .array(transition.warnings.map { .string($0) })
    line["cause"] = transition.cause.map { .string($0.rawValue) }
    line["origin"] = transition.origin.map { .string($0.text) }
    line["twin"] = transition.twin.map { .integer($0.value) }
    line["source"] = keepsSource ? transition.evidence?.source.map { .string($0.description) } : nil
    line["cost"] = transition.cost.map { .number($0) }
    line["code"] = transition.code.map { .string($0.rawValue) }
    return .object(line)
  }

  /// The transition that a line says, of a run with so many instructions; nil for any other line.
  static func read(_ line: [UInt8], instructionCount: Int) -> Transition? {
    guard let object = try? JSONReader.read(line).objectValue,
      let index = object["instruction"]?.integerValue, (0..<instructionCount).contains(index),
      let status = object["status"]?.stringValue.flatMap(ArtifactStatus.init),
      let time = object["time"]?.integerValue, (0...lastTime).contains(time)
    else { return nil }
    var transition = Transition(
      InstructionIndex(index), status, at: Timestamp(microseconds: time),
      artifact: object["artifact"].flatMap(StoredArtifacts.record), duration: object["duration"]?.doubleValue,
      reason: object["reason"]?.stringValue,
      warnings: object["warnings"]?.arrayValue?.compactMap(\.stringValue) ?? [],
      cause: object["cause"]?.stringValue.flatMap(DecisionReason.init))
    transition.origin = object["origin"]?.stringValue.flatMap(RunID.init(checking:))
    transition.twin = object["twin"]?.integerValue.flatMap {
      (0..<instructionCount).contains($0) ? InstructionIndex($0) : nil
    }
    transition.evidence = object["source"]?.stringValue.flatMap(ContentDigest.init(parsing:)).map {
      KeyEvidence(key: nil, source: $0, values: [:])
    }
    transition.cost = object["cost"]?.doubleValue
    transition.prepared = object["prepared"].flatMap(StoredArtifacts.prepared)
    transition.sidecars = object["sidecars"].flatMap(StoredArtifacts.records) ?? []
    transition.code = object["code"]?.stringValue.flatMap(FailureCode.init)
    // Whatever is not understood in full would be lost, and so is refused.
    guard areStorable(transition), Array(json(transition, keepsSource: true).canonicalText.utf8) == line
    else { return nil }
    return transition
  }

  /// Whether the texts would be stored as they are.
  private static func areStorable(_ transition: Transition) -> Bool {
    let isKept = transition.reason.map { StoredTexts.clean($0) == $0 } ?? true
    return isKept && StoredTexts.split(StoredTexts.join(transition.warnings)) == transition.warnings
  }
}

extension RunID {
  /// An id as ``random()`` makes them; nil for anything else. It becomes part of a path.
  init?(checking text: String) {
    let isID =
      text.utf8.count == Self.length
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
    guard isID else { return nil }
    self.init(text)
  }
}
