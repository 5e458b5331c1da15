// Checks what a decoded plan means, against the components that are here. The machine runs only what passed.
internal import CanonicalJSON
package import ComponentKit

/// A plan that may run: every operand is earlier, every schema lines up, every component is here.
///
/// Only ``PlanVerifier`` makes one.
package struct VerifiedPlan: Sendable {
  package let plan: Plan
  package let id: ContentDigest

  fileprivate init(plan: Plan, id: ContentDigest) {
    self.plan = plan
    self.id = id
  }
}

/// Checks the meaning of plans.
package struct PlanVerifier {
  private let plan: Plan
  private let catalog: ComponentCatalog

  /// The plan, if it can run with the components of `catalog`.
  ///
  /// - Throws: the first ``PlanError`` found.
  package static func verify(
    _ decoded: DecodedPlan, catalog: ComponentCatalog
  ) throws(PlanError) -> VerifiedPlan {
    let verifier = PlanVerifier(plan: decoded.plan, catalog: catalog)
    try verifier.checkConfiguration()
    let interfaces = try verifier.checkComponents()
    try verifier.checkUniqueIDs()
    for index in decoded.plan.instructions.indices {
      try verifier.checkInstruction(index, interfaces)
    }
    try verifier.checkAliases()
    try verifier.checkEnvironment()
    return VerifiedPlan(plan: decoded.plan, id: decoded.id)
  }

  private func checkConfiguration() throws(PlanError) {
    guard (1...100_000).contains(plan.configuration.maximumConcurrency) else {
      throw PlanError(.meaning, "expected 1 to 100000", at: "/config/max_concurrency")
    }
    guard (0...1_000).contains(plan.configuration.maximumChildDepth) else {
      throw PlanError(.meaning, "expected 0 to 1000", at: "/config/max_child_depth")
    }
  }

  /// A component with its property schema, compiled once for all its calls.
  private struct Interface {
    let manifest: ComponentManifest
    let properties: JSONSchema

    /// Whether the schema marks a property, or something that it lies in, as `writeOnly`.
    func isSecret(_ place: PropertyPointer) -> Bool {
      var schema = properties.source.objectValue
      for key in place.keys {
        schema = schema?["properties"]?.objectValue?[key]?.objectValue
        if schema?["writeOnly"] == true { return true }
      }
      return false
    }
  }

  private func checkComponents() throws(PlanError) -> [Interface] {
    var interfaces: [Interface] = []
    for (index, component) in plan.components.enumerated() {
      let pointer = "/components/\(index)"
      let name = "\(component.kind.rawValue) '\(component.type)'"
      guard let manifest = catalog.manifest(component.kind, component.type) else {
        throw PlanError(.component, "this machine has no \(name)", at: pointer)
      }
      guard manifest.version == component.version, manifest.digest == component.manifest else {
        throw PlanError(
          .component,
          "the plan was compiled for \(name) \(component.version), this machine has \(manifest.version)",
          at: pointer, hint: "compile the runbook again")
      }
      do {
        interfaces.append(
          Interface(manifest: manifest, properties: try JSONSchema(manifest.propertySchema)))
      } catch {
        throw PlanError(.component, "the property schema of \(name) is broken: \(error)", at: pointer)
      }
    }
    return interfaces
  }

  private func checkUniqueIDs() throws(PlanError) {
    var seen: Set<ArtifactID> = []
    for (index, instruction) in plan.instructions.enumerated()
    where !seen.insert(instruction.id).inserted {
      throw PlanError(
        .meaning, "the artifact '\(instruction.id)' is written twice", at: "/instructions/\(index)/id")
    }
    for alias in plan.aliases.keys where !seen.insert(alias).inserted {
      throw PlanError(.meaning, "the alias '\(alias)' is an artifact's id too", at: "/aliases")
    }
  }

  private func checkInstruction(_ index: Int, _ interfaces: [Interface]) throws(PlanError) {
    let instruction = plan.instructions[index]
    let pointer = "/instructions/\(index)"
    for operand in instruction.operands where !(0..<index).contains(operand.value) {
      throw PlanError(
        .meaning, "the operand \(operand.value) is not an earlier instruction", at: "\(pointer)/inputs")
    }
    guard catalog.schemas[instruction.schema] != nil else {
      throw PlanError(.component, "unknown schema '\(instruction.schema)'", at: "\(pointer)/schema")
    }
    if let call = instruction.operation.call {
      try checkCall(call, instruction, interfaces, pointer)
    } else {
      try checkPlainOperation(instruction, pointer)
    }
    try checkKey(instruction, pointer)
  }

  private func checkKey(_ instruction: Instruction, _ pointer: String) throws(PlanError) {
    let key = InstructionMeaning.key(
      of: instruction.operation, schema: instruction.schema,
      operandKeys: instruction.operands.map { plan.instructions[$0.value].key },
      components: plan.components, rulesets: plan.rulesets)
    guard key == instruction.key else {
      throw PlanError(.altered, "the key does not match the instruction", at: "\(pointer)/key")
    }
  }

  private func schemas(of instruction: Instruction) -> [SchemaReference] {
    instruction.operands.map { plan.instructions[$0.value].schema }
  }

  private func checkPlainOperation(_ instruction: Instruction, _ pointer: String) throws(PlanError) {
    let inputs = schemas(of: instruction)
    switch instruction.operation {
    case .pass, .merge:
      let isCountRight = instruction.operation == .pass ? inputs.count == 1 : inputs.count > 1
      guard isCountRight else {
        throw PlanError(
          .meaning, "'\(instruction.operation.name)' does not take \(inputs.count) inputs",
          at: "\(pointer)/inputs")
      }
      guard inputs.allSatisfy({ $0 == instruction.schema }) else {
        throw PlanError(.meaning, "the inputs have another schema than the output", at: "\(pointer)/schema")
      }
    case .constant(let content):
      guard inputs.isEmpty else {
        throw PlanError(.meaning, "a constant takes no inputs", at: "\(pointer)/inputs")
      }
      let violations = catalog.schemas[instruction.schema]?.schema.violations(of: .object(content)) ?? []
      if let violation = violations.first {
        throw PlanError(.meaning, "\(violation.message)", at: "\(pointer)/content\(violation.pointer)")
      }
    case .reuse:
      guard inputs.isEmpty else {
        throw PlanError(.meaning, "a reused artifact takes no inputs", at: "\(pointer)/inputs")
      }
    case .execute(let run): try checkNestedRun(run, inputs, pointer)
    case .extract, .process: break
    }
  }

  /// What is executed is one runbook, no deeper than the configuration allows.
  private func checkNestedRun(
    _ run: NestedRun, _ inputs: [SchemaReference], _ pointer: String
  ) throws(PlanError) {
    guard inputs == [.runbook] else {
      throw PlanError(.meaning, "'execute' takes one '\(SchemaReference.runbook)'", at: "\(pointer)/inputs")
    }
    guard (0..<max(1, plan.configuration.maximumChildDepth)).contains(run.maximumDepth) else {
      throw PlanError(
        .meaning, "expected 0 to \(max(0, plan.configuration.maximumChildDepth - 1))",
        at: "\(pointer)/execute/max_depth")
    }
  }

  private func checkCall(
    _ call: ComponentCall, _ instruction: Instruction, _ interfaces: [Interface], _ pointer: String
  ) throws(PlanError) {
    guard interfaces.indices.contains(call.component.value) else {
      throw PlanError(.meaning, "no component \(call.component.value)", at: "\(pointer)/component")
    }
    let interface = interfaces[call.component.value]
    let manifest = interface.manifest
    let kind: ComponentKind = instruction.operation.name == "extract" ? .connector : .processor
    guard manifest.kind == kind else {
      throw PlanError(.meaning, "'\(manifest.type)' is not a \(kind.rawValue)", at: "\(pointer)/component")
    }
    guard manifest.outputs.contains(instruction.schema) else {
      throw PlanError(
        .meaning, "'\(manifest.type)' does not produce '\(instruction.schema)'", at: "\(pointer)/schema")
    }
    let inputs = Set(schemas(of: instruction))
    guard kind == .connector ? inputs.isEmpty : manifest.inputCombinations.contains(inputs) else {
      throw PlanError(.meaning, "'\(manifest.type)' does not take these inputs", at: "\(pointer)/inputs")
    }
    for (uri, ruleset) in call.rulesets where !plan.rulesets.indices.contains(ruleset.value) {
      throw PlanError(
        .meaning, "'\(uri)' names the ruleset \(ruleset.value), which is not there", at: "\(pointer)/rulesets"
      )
    }
    try checkProperties(call, interface, pointer)
  }

  /// Properties must fit the component's schema; what is bound later may be missing until then.
  private func checkProperties(
    _ call: ComponentCall, _ interface: Interface, _ pointer: String
  ) throws(PlanError) {
    let bound = Set(call.bindings.map(\.pointer))
    for violation in interface.properties.violations(of: .object(call.properties)) {
      switch violation.reason {
      case .missing(let property) where bound.contains("\(violation.pointer)/\(property)"): continue
      case .unknown where violation.path.count > 1: continue
      default:
        throw PlanError(.meaning, violation.message, at: "\(pointer)/properties\(violation.pointer)")
      }
    }
    for binding in call.bindings {
      guard let place = PropertyPointer(binding.pointer) else {
        throw PlanError(.meaning, "not a property: '\(binding.pointer)'", at: "\(pointer)/bindings")
      }
      // Only what is marked is kept out of messages, so a plan may not leave the mark out.
      if !binding.isSecret, interface.isSecret(place) {
        throw PlanError(
          .meaning, "'\(binding.pointer)' is a secret and not marked as one", at: "\(pointer)/bindings")
      }
    }
  }

  private func checkAliases() throws(PlanError) {
    for (alias, target) in plan.aliases where !plan.instructions.indices.contains(target.value) {
      throw PlanError(.meaning, "the alias '\(alias)' names no instruction", at: "/aliases")
    }
  }

  /// Every variable that a binding reads is declared, so that a reviewer sees all of them in one place.
  private func checkEnvironment() throws(PlanError) {
    let declared = Set(plan.environment.map(\.name))
    for (index, instruction) in plan.instructions.enumerated() {
      for binding in instruction.operation.call?.bindings ?? [] {
        guard let template = SubstitutionTemplate(binding.template) else {
          throw PlanError(.meaning, "malformed substitution", at: "/instructions/\(index)/bindings")
        }
        if let name = template.variables.first(where: { !declared.contains($0.name) })?.name {
          throw PlanError(
            .meaning, "the variable '\(name)' is not declared", at: "/instructions/\(index)/bindings")
        }
      }
    }
  }
}
