// Runs that never ran, as reports are handed them.
import CanonicalJSON
import ComponentKit
import ExecutionPlan
import Reports
import RunHistory

/// A run of instructions `a`, `b`, ... whose findings the test gives.
struct SampleRun {
  static let findings = SchemaReference("findings")
  static let start = Timestamp(microseconds: 1_700_000_000_000_000)

  var plan = Plan(runbook: RunbookLabel(name: "Sample", description: "A sample"))
  var transitions: [Transition] = []
  var items: [JSONValue] = []
  var status = RunStatus.completed

  @discardableResult
  mutating func add(
    _ id: String, from operands: [InstructionIndex] = [], flags: Instruction.Flags = [],
    label: ArtifactLabel = ArtifactLabel()
  ) throws -> InstructionIndex {
    guard let artifact = ArtifactID(id) else { throw ComponentFailure("no id: \(id)") }
    plan.instructions.append(
      Instruction(
        id: artifact, operation: .merge, operands: operands, schema: Self.findings, flags: flags,
        label: label, key: ContentDigest(of: Array(id.utf8))))
    return InstructionIndex(plan.instructions.count - 1)
  }

  /// Work from one second of the run to another.
  mutating func work(
    _ index: InstructionIndex, _ from: Double, _ to: Double, _ status: ArtifactStatus = .completed
  ) {
    let artifact = ArtifactRecord(
      digest: ContentDigest(of: []), size: 10, headOffset: 0, itemCount: items.count, schema: Self.findings)
    transitions.append(Transition(index, .running, at: Self.time(from)))
    transitions.append(
      Transition(
        index, status, at: Self.time(to), artifact: status == .completed ? artifact : nil,
        duration: to - from,
        reason: status == .failed ? "it broke" : nil))
  }

  static func time(_ seconds: Double) -> Timestamp {
    Timestamp(microseconds: start.microseconds + Int(seconds * 1_000_000))
  }

  func report() throws -> RunReport {
    var state = RunState(instructionCount: plan.instructions.count)
    for transition in transitions where !state.apply(transition) { throw ComponentFailure("\(transition)") }
    let record = RunRecord(
      id: RunID("abcdefghijkl"), status: status, planID: ContentDigest(of: []),
      runbookName: plan.runbook.name,
      runbookPath: nil, startedAt: Self.start, finishedAt: status == .completed ? Self.time(10) : nil,
      options: RunOptions(baseDirectory: "/"))
    let schemas = SchemaCatalog([
      try WireFormat(Self.findings, schema: ["x-items": "findings", "type": "object"])
    ])
    let items = items
    return RunReport(run: record, plan: plan, state: state, now: Self.time(3_600), schemas: schemas) {
      SampleArtifact(artifact: $1.text, itemCount: $0.itemCount, items: items)
    }
  }
}

private struct SampleArtifact: ArtifactReader {
  let artifact: String
  let itemCount: Int
  let items: [JSONValue]
  var schema: SchemaReference { SampleRun.findings }
  var head: JSONObject { JSONObject() }

  func forEachItem(_ body: (JSONValue) throws -> Void) throws { for item in items { try body(item) } }
}
