// A plan with everything that it needs from outside found: nothing of this kind can fail once it runs.
internal import CanonicalJSON
internal import ComponentKit
internal import EnvironmentFiles
package import ExecutionPlan
internal import RunHistory

/// A verified plan whose variables, components and reused artifacts are all there.
///
/// Only ``Machine/prepare(_:resuming:)`` makes one.
package final class PreparedRun: Sendable {
  package let verified: VerifiedPlan
  let components: ComponentRegistry
  let catalog: ComponentCatalog
  let resolver: BindingResolver
  /// The records of `reuse` instructions.
  let reused: [InstructionIndex: EarlierArtifactRecord]
  /// What is to be made, by place in the plan; nil: everything.
  private let selection: [Bool]?

  var plan: Plan { verified.plan }

  init(
    _ verified: VerifiedPlan, components: ComponentRegistry, catalog: ComponentCatalog,
    resolver: BindingResolver, reused: [InstructionIndex: EarlierArtifactRecord], selection: [Bool]? = nil
  ) {
    self.verified = verified
    self.components = components
    self.catalog = catalog
    self.resolver = resolver
    self.reused = reused
    self.selection = selection
  }

  /// Whether an artifact is to be made in this run.
  func isSelected(_ index: InstructionIndex) -> Bool {
    selection.map { $0.indices.contains(index.value) && $0[index.value] } ?? true
  }

  func format(of index: InstructionIndex) throws(ComponentFailure) -> WireFormat {
    let schema = plan.instructions[index.value].schema
    guard let format = catalog.schemas[schema] else {
      throw ComponentFailure("the schema '\(schema)' is not installed")
    }
    return format
  }
}

/// Looks for everything that a plan needs before anything starts, and reports all that is missing at once.
struct RunPreparation {
  let verified: VerifiedPlan
  let components: ComponentRegistry
  let catalog: ComponentCatalog
  let resolver: BindingResolver
  let artifacts: any ArtifactStore
  /// The run that goes on, where it is not a new one.
  let resumedRun: RunID?
  let selection: [Bool]?
  /// Instructions that are completed already need nothing any more.
  let isNeeded: (InstructionIndex) -> Bool

  func prepare() throws(MachineError) -> PreparedRun {
    try checkBindings()
    try checkComponents()
    return PreparedRun(
      verified, components: components, catalog: catalog, resolver: resolver, reused: try findReused(),
      selection: selection)
  }

  /// The component calls that will be made, each with its instruction.
  private var neededCalls: [(Instruction, ComponentCall)] {
    var calls: [(Instruction, ComponentCall)] = []
    for (index, instruction) in verified.plan.instructions.enumerated() {
      guard let call = instruction.operation.call, isNeeded(InstructionIndex(index)) else { continue }
      calls.append((instruction, call))
    }
    return calls
  }

  private func checkComponents() throws(MachineError) {
    var missing: [String] = []
    var seen: Set<ComponentIndex> = []
    for (instruction, call) in neededCalls where seen.insert(call.component).inserted {
      let component = verified.plan.components[call.component.value]
      if !isLinked(component) { missing.append("'\(component.type)', which '\(instruction.id)' needs,") }
    }
    guard let first = missing.first else { return }
    throw MachineError(
      .missingComponent, "the component \(first) is known, but not part of this wct-exec",
      hint: "run the plan with a wct-exec that has it",
      details: missing.dropFirst().map { "\($0) is not part of it either" })
  }

  private func isLinked(_ component: ComponentImport) -> Bool {
    switch component.kind {
    case .connector: components.connectors[component.type] != nil
    case .processor: components.processors[component.type] != nil
    case .exporter: false
    }
  }

  private func checkBindings() throws(MachineError) {
    var unset: [String] = []
    var unfit: [String] = []
    var schemas: [ComponentIndex: JSONSchema] = [:]
    for (instruction, call) in neededCalls where !call.bindings.isEmpty {
      do {
        let resolved = try resolver.resolve(call)
        let schema = try schemas[call.component] ?? propertySchema(of: call)
        schemas[call.component] = schema
        unfit += Self.violations(of: resolved.properties, schema, instruction)
      } catch let fault as BindingResolver.Fault {
        if case .unset = fault {
          unset.append(fault.description(artifact: instruction.id))
        } else {
          unfit.append(fault.description(artifact: instruction.id))
        }
      } catch {
        unfit.append("'\(instruction.id)': \(error)")
      }
    }
    if let first = unset.first {
      throw MachineError(
        .missingVariable, "a variable is not set: \(first)",
        hint: "set it, or name a file that does with --env-file FILE", details: Array(unset.dropFirst()))
    }
    if let first = unfit.first {
      throw MachineError(
        .unfitVariable, "a variable does not fit: \(first)", details: Array(unfit.dropFirst()))
    }
  }

  private func propertySchema(of call: ComponentCall) throws -> JSONSchema {
    let component = verified.plan.components[call.component.value]
    guard let manifest = catalog.manifest(component.kind, component.type) else {
      throw ComponentFailure("the component '\(component.type)' has no manifest")
    }
    return try JSONSchema(manifest.propertySchema)
  }

  /// How the properties violate their schema now that they are complete.
  private static func violations(
    of properties: JSONObject, _ schema: JSONSchema, _ instruction: Instruction
  ) -> [String] {
    schema.violations(of: .object(properties)).filter {
      if case .unknown = $0.reason { return $0.path.count <= 1 }
      return true
    }.map { "'\($0.pointer.dropFirst())' of '\(instruction.id)': \($0.message)" }
  }

  private func findReused() throws(MachineError) -> [InstructionIndex: EarlierArtifactRecord] {
    var reused: [InstructionIndex: EarlierArtifactRecord] = [:]
    for (position, instruction) in verified.plan.instructions.enumerated() {
      let index = InstructionIndex(position)
      guard case .reuse(let run, let artifact, let digest) = instruction.operation, isNeeded(index) else {
        continue
      }
      let found: EarlierArtifactRecord
      do {
        found = try artifacts.artifact(artifact, ofRun: run, askedBy: resumedRun)
      } catch {
        throw MachineError(
          .unfitReuse, "'\(instruction.id)' reuses '\(artifact)' of the run '\(run)': \(error.message)",
          hint: error.hint, storeError: error)
      }
      let record = found.record
      guard record.schema == instruction.schema else {
        throw MachineError(
          .unfitReuse,
          "'\(instruction.id)' reuses '\(artifact)' of the run '\(run)', which is '\(record.schema)',"
            + " not '\(instruction.schema)'")
      }
      guard digest == nil || digest == record.digest else {
        throw MachineError(
          .unfitReuse,
          "'\(instruction.id)' reuses '\(artifact)' of the run '\(run)', which is not what it was when the"
            + " plan was compiled",
          hint: "compile the runbook again")
      }
      reused[index] = found
    }
    return reused
  }
}
