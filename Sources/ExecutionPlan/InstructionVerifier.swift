// Checks each instruction of a decoded plan against the components that are here. What the plan's header means is
// PlanVerifier's to say; what an instruction means without its operands, FormVerifier's.
internal import CanonicalJSON
internal import ComponentKit
internal import ParallelWork

/// A form that was found to be right.
private struct KnownForm {
  /// -1 for none.
  var number = -1
  var frame: MeaningFrame
  /// The numbers of the schemas of inputs that were found to be right.
  var inputs: [Int]?
}

/// Checks the instructions of one plan, in order; places are inside the instruction.
struct InstructionVerifier {
  private let interfaces: [ComponentInterface]
  private let forms: InstructionForms
  private var verifier: FormVerifier
  private var meanings: MeaningWriter
  private let references: InstructionReferences
  private var known: [KnownForm]

  /// Fewer instructions than this are not worth a thread.
  private static let part = 4096

  /// Checks every instruction, on all processors where there are many: each is checked for itself, since the keys
  /// of the operands are what the plan says they are, or else are found to be wrong where they stand.
  ///
  /// - Throws: the first ``PlanError`` of the listing.
  static func verify(
    _ decoded: DecodedPlan, _ interfaces: [ComponentInterface], _ catalog: ComponentCatalog
  ) throws(PlanError) {
    let count = decoded.plan.instructions.count
    let parts = (count + part - 1) / part
    var first: PlanError?
    WorkerThreads.forEachInOrder(parts, jobs: WorkerThreads.processorCount) { number in
      var verifier = InstructionVerifier(decoded, interfaces, catalog)
      return verifier.firstError(
        in: number * part..<min(count, (number + 1) * part), of: decoded.plan.instructions.span)
    } deliver: { _, error in
      if first == nil { first = error }
    }
    if let first { throw first }
  }

  private init(_ decoded: DecodedPlan, _ interfaces: [ComponentInterface], _ catalog: ComponentCatalog) {
    let plan = decoded.plan
    self.interfaces = interfaces
    forms = decoded.forms
    verifier = FormVerifier(plan, interfaces, catalog)
    meanings = MeaningWriter(components: plan.components, rulesets: plan.rulesets)
    references = InstructionReferences(of: plan)
    known = Array(repeating: KnownForm(frame: MeaningFrame()), count: 64)
  }

  private mutating func firstError(
    in indexes: Range<Int>, of instructions: Span<Instruction>
  ) -> PlanError? {
    for index in indexes {
      do throws(PlanError) {
        try check(index, instructions)
      } catch {
        return error.under(String(index)).under(HeaderField.instructions.rawValue)
      }
    }
    return nil
  }

  private mutating func check(_ index: Int, _ instructions: Span<Instruction>) throws(PlanError) {
    let operands = instructions[index].operands
    try references.checkOperands(operands.span, at: index)
    let place = try placeOfForm(of: index, instructions)
    if !haveKnownSchemas(operands, place) {
      try checkInputs(operands, instructions, index)
      known[place].inputs = operands.map { forms.schema(of: $0.value) }
    }
    guard meanings.key(in: known[place].frame, of: operands.span, instructions) == instructions[index].key
    else { throw PlanError(.altered, "the key does not match the instruction", at: "/key") }
  }

  /// The place of an instruction's form among the known ones; it is checked where it is not known.
  private mutating func placeOfForm(
    of index: Int, _ instructions: Span<Instruction>
  ) throws(PlanError) -> Int {
    let form = forms.form(of: index)
    let place = form & (known.count - 1)
    if known[place].number == form { return place }
    let (operation, schema) = (instructions[index].operation, instructions[index].schema)
    try verifier.check(operation, schema)
    known[place] = KnownForm(number: form, frame: meanings.frame(of: operation, schema: schema))
    return place
  }

  private func haveKnownSchemas(_ operands: [InstructionIndex], _ place: Int) -> Bool {
    guard let schemas = known[place].inputs, schemas.count == operands.count else { return false }
    for place in operands.indices where forms.schema(of: operands[place].value) != schemas[place] {
      return false
    }
    return true
  }
}

// MARK: - What an operation takes

extension InstructionVerifier {
  private func checkInputs(
    _ operands: [InstructionIndex], _ instructions: Span<Instruction>, _ index: Int
  ) throws(PlanError) {
    let schemas = operands.map { instructions[$0.value].schema }
    switch instructions[index].operation {
    case .extract(let call), .process(let call): try checkCombination(schemas, of: call)
    case .pass, .merge: try checkPassing(schemas, instructions[index])
    case .constant: try checkNone(schemas, "a constant")
    case .reuse: try checkNone(schemas, "a reused artifact")
    case .execute:
      guard schemas == [.runbook] else {
        throw PlanError(.meaning, "'execute' takes one '\(SchemaReference.runbook)'", at: "/inputs")
      }
    }
  }

  private func checkNone(_ schemas: [SchemaReference], _ what: String) throws(PlanError) {
    guard schemas.isEmpty else { throw PlanError(.meaning, "\(what) takes no inputs", at: "/inputs") }
  }

  private func checkPassing(
    _ schemas: [SchemaReference], _ instruction: Instruction
  ) throws(PlanError) {
    let kind = instruction.operation.kind
    guard kind == .pass ? schemas.count == 1 : schemas.count > 1 else {
      throw PlanError(.meaning, "'\(kind.rawValue)' does not take \(schemas.count) inputs", at: "/inputs")
    }
    guard schemas.allSatisfy({ $0 == instruction.schema }) else {
      throw PlanError(.meaning, "the inputs have another schema than the output", at: "/schema")
    }
  }

  private func checkCombination(_ schemas: [SchemaReference], of call: ComponentCall) throws(PlanError) {
    let (manifest, inputs) = (interfaces[call.component.value].manifest, Set(schemas))
    guard manifest.kind == .connector ? inputs.isEmpty : manifest.inputCombinations.contains(inputs) else {
      throw PlanError(.meaning, "'\(manifest.type)' does not take these inputs", at: "/inputs")
    }
  }
}
