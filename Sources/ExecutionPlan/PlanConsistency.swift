// Checks a decoded plan against itself. Knows no components: whether a plan can run is PlanVerifier's to say.
internal import ComponentKit

extension Plan {
  /// Checks what every reader of plans relies on: operands are earlier instructions, components and rulesets are
  /// there, no name stands for two artifacts, and every key is that of its instruction.
  ///
  /// - Throws: the first ``PlanError`` found.
  package func checkConsistency() throws(PlanError) {
    try checkReferences()
    var checker = InstructionConsistency(self)
    try forEachInstruction { instruction, _ throws(PlanError) in try checker.checkKey(of: instruction) }
  }

  /// The same but for the keys.
  ///
  /// - Returns: Where each artifact stands.
  @discardableResult
  package func checkReferences() throws(PlanError) -> ArtifactIDTable {
    let ids = try checkNames()
    let references = InstructionReferences(of: self)
    try forEachInstruction { instruction, index throws(PlanError) in
      try references.check(instruction, at: index)
    }
    return ids
  }

  private func forEachInstruction(
    _ check: (InstructionBody, Int) throws(PlanError) -> Void
  ) throws(PlanError) {
    for index in instructions.indices {
      do throws(PlanError) {
        try check(InstructionBody(instructions, index), index)
      } catch {
        throw error.under(String(index)).under(HeaderField.instructions.rawValue)
      }
    }
  }

  /// Checks that no name stands for two artifacts, and none for an artifact that is not there.
  @discardableResult
  func checkNames() throws(PlanError) -> ArtifactIDTable {
    let ids = ArtifactIDTable(of: instructions)
    if let index = ids.firstDuplicate {
      throw PlanError(
        .meaning, "the artifact '\(instructions[index].id)' is written twice", at: "/instructions/\(index)/id"
      )
    }
    if let alias = aliases.keys.filter({ ids.index(of: $0, in: instructions) != nil }).min() {
      throw PlanError(.meaning, "the alias '\(alias)' is an artifact's id too", at: "/aliases")
    }
    if let alias = aliases.filter({ !instructions.indices.contains($0.value.value) }).keys.min() {
      throw PlanError(.meaning, "the alias '\(alias)' names no instruction", at: "/aliases")
    }
    return ids
  }
}

/// What is checked of an instruction: not what people call it, which many instructions share; to copy that is to count
/// references on which the threads that check would wait for one another.
struct InstructionBody {
  let operation: Operation
  let operands: [InstructionIndex]
  let schema: SchemaReference
  let key: ContentDigest

  init(_ instructions: [Instruction], _ index: Int) {
    operation = instructions[index].operation
    operands = instructions[index].operands
    schema = instructions[index].schema
    key = instructions[index].key
  }
}

/// Checks that what an instruction names by number is there; places are inside the instruction.
struct InstructionReferences {
  private let componentCount: Int
  private let rulesetCount: Int

  init(of plan: Plan) {
    componentCount = plan.components.count
    rulesetCount = plan.rulesets.count
  }

  /// Everything is there, and the operands are earlier instructions.
  func check(_ instruction: InstructionBody, at index: Int) throws(PlanError) {
    try checkOperands(instruction.operands.span, at: index)
    try check(instruction.operation)
  }

  /// The operands are earlier instructions.
  func checkOperands(_ operands: Span<InstructionIndex>, at index: Int) throws(PlanError) {
    for place in operands.indices where !(0..<index).contains(operands[place].value) {
      throw PlanError(
        .meaning, "the operand \(operands[place].value) is not an earlier instruction", at: "/inputs")
    }
  }

  /// The component and the rulesets are there.
  func check(_ operation: Operation) throws(PlanError) {
    guard let call = operation.call else { return }
    guard (0..<componentCount).contains(call.component.value) else {
      throw PlanError(.meaning, "no component \(call.component.value)", at: "/component")
    }
    if call.rulesets.isEmpty { return }
    let missing = call.rulesets.filter { !(0..<rulesetCount).contains($0.value.value) }
    guard let (uri, ruleset) = missing.min(by: { $0.key < $1.key }) else { return }
    throw PlanError(
      .meaning, "'\(uri)' names the ruleset \(ruleset.value), which is not there", at: "/rulesets")
  }
}

/// Checks one instruction after the other against the rest of their plan; places are inside the instruction.
struct InstructionConsistency {
  private let plan: Plan
  private var meanings: MeaningWriter

  init(_ plan: Plan) {
    self.plan = plan
    meanings = MeaningWriter(components: plan.components, rulesets: plan.rulesets)
  }

  /// A key that belongs to another meaning would let a machine take another artifact for this one.
  ///
  /// The operands' keys are taken as the plan says: each is checked where it stands.
  mutating func checkKey(of instruction: InstructionBody) throws(PlanError) {
    let instructions = plan.instructions
    guard meanings.key(of: instruction, in: instructions.span) == instruction.key else {
      throw PlanError(.altered, "the key does not match the instruction", at: "/key")
    }
  }
}
