// The verifier behind the digests: a plan's structure is taken as it is, its digests and keys are made right, and
// then it must be read back as the same plan, and be verified or refused with a place.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import PlanSelection
internal import StandardManifests

enum FuzzVerify {
  static func test(_ bytes: [UInt8]) {
    guard let plan = keyedPlan(bytes) else { return }
    let encoded = plan.encoded()
    do {
      let decoded = try Plan.decode(encoded.bytes)
      precondition(decoded.plan == plan && decoded.id == encoded.id, "the plan changed on its way")
      try verify(decoded)
    } catch {
      preconditionFailure("what was encoded is refused: \(error)")
    }
  }

  /// The plan whose structure the bytes have, with its keys made right; nil: they have none.
  static func keyedPlan(_ bytes: [UInt8]) -> Plan? {
    guard var plan = try? Plan.decodeStructure(canonical(bytes)) else { return nil }
    setKeys(of: &plan)
    return plan
  }

  /// Mutations rarely keep the order of keys, which is none of the verifier's concern.
  private static func canonical(_ bytes: [UInt8]) -> [UInt8] {
    guard let value = try? JSONReader.read(bytes) else { return bytes }
    return JSONWriter.bytes(of: value) + [0x0A]
  }

  private static func setKeys(of plan: inout Plan) {
    for index in plan.instructions.indices {
      let instruction = plan.instructions[index]
      let operands = instruction.operands.map(\.value)
      let call = instruction.operation.call
      guard operands.allSatisfy({ (0..<index).contains($0) }),
        call.map({ plan.components.indices.contains($0.component.value) }) ?? true,
        call.map({ $0.rulesets.values.allSatisfy { plan.rulesets.indices.contains($0.value) } }) ?? true
      else { continue }
      plan.instructions[index].key = InstructionMeaning.key(
        of: instruction.operation, schema: instruction.schema,
        operandKeys: operands.map { plan.instructions[$0].key }, components: plan.components,
        rulesets: plan.rulesets)
    }
  }

  /// A refusal has a place; a plan that passed can be looked at.
  private static func verify(_ decoded: DecodedPlan) throws(PlanError) {
    do {
      let verified = try PlanVerifier.verify(decoded, catalog: .standard)
      precondition(SelectableGraph(verified.plan).artifacts.count >= verified.plan.instructions.count)
    } catch {
      precondition(!error.pointer.isEmpty, "a refusal without a place: \(error)")
    }
  }
}
