// The reuse key: everything that decides what an instruction writes, as one digest.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunHistory

/// The parts of a reuse key. Two instructions with the same key write the same artifact.
///
/// It holds the content of the operands and not their keys, so that an equal output stops the wave: what follows
/// from an artifact that came out as before is taken from the store. Volatile fields are no content here.
struct ReuseKey {
  /// Raised when the machine's own operations come to write something else.
  private static let version = 1

  let instruction: Instruction
  let plan: Plan
  let inputs: [ArtifactRecord]
  let source: ContentDigest?
  let values: [String: ContentDigest]

  var digest: ContentDigest {
    let operation = InstructionMeaning.key(
      of: instruction.operation, schema: instruction.schema, operandKeys: [], components: plan.components,
      rulesets: plan.rulesets)
    let fields = JSONObject([
      ("version", .integer(Self.version)),
      ("operation", .string(operation.description)),
      ("inputs", .array(inputs.map { .string("\($0.schema) \($0.identity)") })),
      ("source", source.map { .string($0.description) } ?? .null),
      ("values", .object(JSONObject(values.map { ($0.key, .string($0.value.description)) }))),
    ])
    return ContentDigest(of: JSONWriter.bytes(of: .object(fields)))
  }
}

/// What may be taken from earlier runs in one run.
struct ReusePolicy: Sendable {
  let mode: ReuseMode
  let takesNondeterministic: Bool

  /// The run that things are taken from; nil: any.
  var run: RunID? {
    if case .run(let run) = mode { run } else { nil }
  }
}

extension Plan {
  /// Whether the same key always means the same result, as far as the manifest says.
  ///
  /// A connector that can tell what it reads is as good as its word, so its manifest is not asked; a language
  /// model is never taken to answer twice alike.
  func isDeterministic(_ operation: Operation, _ catalog: ComponentCatalog) -> Bool {
    guard let call = operation.call else { return true }
    let component = components[call.component.value]
    guard let manifest = catalog.manifest(component.kind, component.type) else { return false }
    if manifest.capabilities(with: call.properties).contains(.llm) { return false }
    return component.kind == .connector || manifest.isDeterministic
  }
}

extension Operation {
  /// Whether its result can be taken from the store; what is not costs nothing or decides for itself.
  var isReusable: Bool {
    switch self {
    case .extract, .process, .merge, .constant: true
    case .pass, .reuse, .execute: false
    }
  }
}
