// Checks what each instruction of a decoded plan means. Whole-plan checks are PlanVerifier's.
internal import CanonicalJSON
internal import ComponentKit
internal import ParallelWork

/// A component with its property schema, compiled once for all its calls.
struct ComponentInterface {
  let manifest: ComponentManifest
  let properties: JSONSchema

  /// Whether the schema marks a property, or something that it lies in, as `writeOnly`.
  func isSecret(_ place: PropertyPointer) -> Bool {
    var schema = properties.source.objectValue
    for key in place.keys {
      // Beside a list's `items` there are no `properties`: each key is looked for where it can be.
      schema = (schema?["properties"]?.objectValue?[key] ?? schema?["items"])?.objectValue
      if schema?["writeOnly"] == true { return true }
    }
    return false
  }
}

/// What a call takes and gives.
private struct CallShape {
  let kind: OperationKind
  let output: SchemaReference
  let inputs: [SchemaReference]
}

/// Checks the instructions of one plan, in order; places are inside the instruction.
struct InstructionVerifier {
  private let plan: Plan
  private let interfaces: [ComponentInterface]
  private let catalog: ComponentCatalog
  /// The variables that the plan says it reads.
  private let variables: Set<String>
  private var consistency: InstructionConsistency
  private let references: InstructionReferences
  // What was found to be right lately: most instructions of a plan are alike.
  private var knownSchema: SchemaReference?
  private var knownShapes: [CallShape?]
  private var knownProperties: [JSONObject?]

  /// Fewer instructions than this are not worth a thread.
  private static let part = 4096

  /// Checks every instruction, on all processors where there are many: each is checked for itself, since the keys
  /// of the operands are what the plan says they are, or else are found to be wrong where they stand.
  ///
  /// - Throws: the first ``PlanError`` of the listing.
  static func verify(
    _ plan: Plan, _ interfaces: [ComponentInterface], _ catalog: ComponentCatalog
  ) throws(PlanError) {
    let count = plan.instructions.count
    let parts = (count + part - 1) / part
    var first: PlanError?
    WorkerThreads.forEachInOrder(parts, jobs: WorkerThreads.processorCount) { number in
      var verifier = InstructionVerifier(plan, interfaces, catalog)
      return verifier.firstError(
        in: number * part..<min(count, (number + 1) * part), of: plan.instructions)
    } deliver: { _, error in
      if first == nil { first = error }
    }
    if let first { throw first }
  }

  private mutating func firstError(in indexes: Range<Int>, of instructions: [Instruction]) -> PlanError? {
    for index in indexes {
      do throws(PlanError) {
        try check(InstructionBody(instructions, index), at: index)
      } catch {
        return error.under(String(index)).under(HeaderField.instructions.rawValue)
      }
    }
    return nil
  }

  private init(_ plan: Plan, _ interfaces: [ComponentInterface], _ catalog: ComponentCatalog) {
    self.plan = plan
    self.interfaces = interfaces
    self.catalog = catalog
    variables = Set(plan.environment.map(\.name))
    consistency = InstructionConsistency(plan)
    references = InstructionReferences(of: plan)
    knownShapes = Array(repeating: nil, count: interfaces.count)
    knownProperties = Array(repeating: nil, count: interfaces.count)
  }

  private mutating func check(_ instruction: InstructionBody, at index: Int) throws(PlanError) {
    try references.check(instruction, at: index)
    if knownSchema != instruction.schema {
      guard catalog.schemas[instruction.schema] != nil else {
        throw PlanError(.component, "unknown schema '\(instruction.schema)'", at: "/schema")
      }
      knownSchema = instruction.schema
    }
    switch instruction.operation {
    case .extract(let call), .process(let call): try checkCall(call, instruction)
    case .pass, .merge: try checkPassing(instruction)
    case .constant(let content): try checkConstant(content, instruction)
    case .reuse: try checkNoOperands(instruction, "a reused artifact")
    case .execute(let run): try checkNestedRun(run, instruction)
    }
    try consistency.checkKey(of: instruction)
  }

  private func schemas(of instruction: InstructionBody) -> [SchemaReference] {
    instruction.operands.map { plan.instructions[$0.value].schema }
  }

  private func checkNoOperands(_ instruction: InstructionBody, _ what: String) throws(PlanError) {
    guard instruction.operands.isEmpty else {
      throw PlanError(.meaning, "\(what) takes no inputs", at: "/inputs")
    }
  }

  private func checkPassing(_ instruction: InstructionBody) throws(PlanError) {
    let count = instruction.operands.count
    guard instruction.operation.kind == .pass ? count == 1 : count > 1 else {
      throw PlanError(
        .meaning, "'\(instruction.operation.name)' does not take \(count) inputs", at: "/inputs")
    }
    for operand in instruction.operands where plan.instructions[operand.value].schema != instruction.schema {
      throw PlanError(.meaning, "the inputs have another schema than the output", at: "/schema")
    }
  }

  private func checkConstant(_ content: JSONObject, _ instruction: InstructionBody) throws(PlanError) {
    try checkNoOperands(instruction, "a constant")
    let violations = catalog.schemas[instruction.schema]?.schema.violations(of: .object(content)) ?? []
    if let violation = violations.first {
      throw PlanError(.meaning, "\(violation.message)", at: "/content\(violation.pointer)")
    }
  }

  /// What is executed is one runbook, no deeper than the configuration allows.
  private func checkNestedRun(_ run: NestedRun, _ instruction: InstructionBody) throws(PlanError) {
    guard schemas(of: instruction) == [.runbook] else {
      throw PlanError(.meaning, "'execute' takes one '\(SchemaReference.runbook)'", at: "/inputs")
    }
    let limit = max(1, plan.configuration.maximumChildDepth)
    guard (0..<limit).contains(run.maximumDepth) else {
      throw PlanError(.meaning, "expected 0 to \(limit - 1)", at: "/execute/max_depth")
    }
  }
}

// MARK: - Calls of components

extension InstructionVerifier {
  private mutating func checkCall(_ call: ComponentCall, _ instruction: InstructionBody) throws(PlanError) {
    if !isKnownShape(of: instruction, call.component.value) {
      try checkShape(of: instruction, interfaces[call.component.value].manifest)
      knownShapes[call.component.value] = CallShape(
        kind: instruction.operation.kind, output: instruction.schema, inputs: schemas(of: instruction))
    }
    if call.bindings.isEmpty {
      // Equal properties have equal bytes, which can't be said of bindings: Swift's strings are equal in other forms.
      guard knownProperties[call.component.value] != call.properties else { return }
      try checkProperties(call)
      knownProperties[call.component.value] = call.properties
    } else {
      try checkProperties(call)
      try checkBindings(call)
    }
  }

  private func isKnownShape(of instruction: InstructionBody, _ component: Int) -> Bool {
    guard let known = knownShapes[component], known.kind == instruction.operation.kind,
      known.output == instruction.schema, known.inputs.count == instruction.operands.count
    else { return false }
    return known.inputs.indices.allSatisfy {
      known.inputs[$0] == plan.instructions[instruction.operands[$0].value].schema
    }
  }

  /// The component is of the operation's kind, and takes and gives what the instruction says.
  private func checkShape(
    of instruction: InstructionBody, _ manifest: ComponentManifest
  ) throws(PlanError) {
    let kind: ComponentKind = instruction.operation.kind == .extract ? .connector : .processor
    guard manifest.kind == kind else {
      throw PlanError(.meaning, "'\(manifest.type)' is not a \(kind.rawValue)", at: "/component")
    }
    guard manifest.outputs.contains(instruction.schema) else {
      throw PlanError(
        .meaning, "'\(manifest.type)' does not produce '\(instruction.schema)'", at: "/schema")
    }
    let inputs = Set(schemas(of: instruction))
    guard kind == .connector ? inputs.isEmpty : manifest.inputCombinations.contains(inputs) else {
      throw PlanError(.meaning, "'\(manifest.type)' does not take these inputs", at: "/inputs")
    }
  }

  /// Properties must fit the component's schema; what is bound later may be missing until then.
  private func checkProperties(_ call: ComponentCall) throws(PlanError) {
    let bound = Set(call.bindings.map(\.pointer))
    let schema = interfaces[call.component.value].properties
    for violation in schema.violations(of: .object(call.properties)) {
      // The place that a list keeps for an element.
      if case .index? = violation.path.last,
        call.bindings.contains(where: { !$0.isOverride && $0.pointer == violation.pointer })
      {
        continue
      }
      switch violation.reason {
      case .missing(let property) where bound.contains("\(violation.pointer)/\(property)"): continue
      case .unknown where violation.path.count > 1: continue
      default: throw PlanError(.meaning, violation.message, at: "/properties\(violation.pointer)")
      }
    }
    // Hardly any value is one: most properties need not be looked up again.
    if call.properties.holdsBigInteger,
      let place = schema.source.placeOfOversizedInteger(in: .object(call.properties))
    {
      throw PlanError(.meaning, "a whole number beyond 64 bits", at: "/properties\(place)")
    }
  }

  private func checkBindings(_ call: ComponentCall) throws(PlanError) {
    for binding in call.bindings {
      guard let place = PropertyPointer(binding.pointer) else {
        throw PlanError(.meaning, "not a property: '\(binding.pointer)'", at: "/bindings")
      }
      guard place.hasPlace(in: call.properties) else {
        throw PlanError(
          .meaning, "'\(binding.pointer)' is an element that the list does not have", at: "/bindings")
      }
      // Only what is marked is kept out of messages, so a plan may not leave the mark out.
      if !binding.isSecret, interfaces[call.component.value].isSecret(place) {
        throw PlanError(
          .meaning, "'\(binding.pointer)' is a secret and not marked as one", at: "/bindings")
      }
      try checkVariables(of: binding)
    }
  }

  /// Every variable that a binding reads is declared, so that a reviewer sees all of them in one place.
  private func checkVariables(of binding: LateBinding) throws(PlanError) {
    guard let template = SubstitutionTemplate(binding.template) else {
      throw PlanError(.meaning, "malformed substitution", at: "/bindings")
    }
    if let name = template.variables.first(where: { !variables.contains($0.name) })?.name {
      throw PlanError(.meaning, "the variable '\(name)' is not declared", at: "/bindings")
    }
  }
}

extension JSONObject {
  /// Whether a whole number beyond 64 bits stands in it.
  fileprivate var holdsBigInteger: Bool { members.contains { $0.value.holdsBigInteger } }
}

extension JSONValue {
  fileprivate var holdsBigInteger: Bool {
    switch self {
    case .bigInteger: true
    case .object(let object): object.holdsBigInteger
    case .array(let elements): elements.contains(where: \.holdsBigInteger)
    default: false
    }
  }

  /// The JSON Pointer of a whole number beyond 64 bits where this schema of properties asks for an integer: a
  /// component would read none there, and take its default.
  fileprivate func placeOfOversizedInteger(in value: JSONValue) -> String? {
    switch value {
    case .bigInteger: return objectValue?["type"] == "integer" ? "" : nil
    case .object(let object):
      guard let properties = objectValue?["properties"]?.objectValue else { return nil }
      for member in object.members {
        guard let place = properties[member.key]?.placeOfOversizedInteger(in: member.value) else { continue }
        return PropertyPointer(keys: [member.key]).text + place
      }
      return nil
    case .array(let elements):
      guard let items = objectValue?["items"] else { return nil }
      for (index, element) in elements.enumerated() {
        if let place = items.placeOfOversizedInteger(in: element) { return "/\(index)\(place)" }
      }
      return nil
    default: return nil
    }
  }
}
