// What differs between two instructions that stand for the same artifact, apart from what their operands
// became.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan

/// Compares pairs of instructions of two plans.
struct InstructionComparison {
  let old: ComparablePlan
  let new: ComparablePlan
  let matching: InstructionMatching
  let defaults: PropertyDefaults

  /// The changes of an artifact's own definition.
  ///
  /// An operand counts as the same when it stands for the same artifact, whatever became of it. That an
  /// artifact is tainted follows from its operands, and is no change of its own where one of them changed
  /// likewise.
  func changes(_ oldIndex: Int, _ newIndex: Int) -> [Change] {
    let (a, b) = (old.instructions[oldIndex], new.instructions[newIndex])
    var changes = operationChanges(a, b)
    if a.operands.count != b.operands.count || !areSameInputs(a, b) {
      changes.append(Change(.inputs, "/inputs", old: names(a, old), new: names(b, new)))
    }
    if a.schema != b.schema {
      changes += Change.between(.schema, "/schema", a.schema.description, b.schema.description)
    }
    if a.flags != b.flags { changes += flagChanges(a, b) }
    changes += Change.between(.timeout, "/timeout", a.timeout, b.timeout)
    if a.label != b.label { changes += Self.labelChanges(a.label, b.label) }
    return changes
  }

  private func areSameInputs(_ a: Instruction, _ b: Instruction) -> Bool {
    for (left, right) in zip(a.operands, b.operands)
    where matching.newIndex(ofOld: left.value) != right.value {
      return false
    }
    return true
  }

  private func names(_ instruction: Instruction, _ plan: ComparablePlan) -> JSONValue {
    .array(instruction.operands.map { .string(plan.id(at: $0.value)) })
  }

  private func flagChanges(_ a: Instruction, _ b: Instruction) -> [Change] {
    let changed = a.flags.symmetricDifference(b.flags)
    return changed.names.compactMap { name in
      let isSet = b.flags.names.contains(name)
      if name == "tainted", followsMark(a, b) || inheritsTaintChange(a, b) { return nil }
      return Change(.flag, "/flags/\(name)", old: .bool(!isSet), new: .bool(isSet))
    }
  }

  /// Whether the artifact was marked sensitive, or is so no longer, and is derived from something sensitive as it is.
  private func followsMark(_ a: Instruction, _ b: Instruction) -> Bool {
    a.flags.contains(.sensitive) == a.flags.contains(.tainted)
      && b.flags.contains(.sensitive) == b.flags.contains(.tainted)
  }

  private func inheritsTaintChange(_ a: Instruction, _ b: Instruction) -> Bool {
    let isTainted = b.flags.contains(.tainted)
    return (isTainted ? b.operands : a.operands).contains { operand in
      let other =
        isTainted ? matching.oldIndex(ofNew: operand.value) : matching.newIndex(ofOld: operand.value)
      let plan = isTainted ? new : old
      let counterpart = isTainted ? old : new
      guard plan.instructions[operand.value].flags.contains(.tainted) else { return false }
      return other.map { !counterpart.instructions[$0].flags.contains(.tainted) } ?? true
    }
  }

  static func labelChanges(_ a: ArtifactLabel, _ b: ArtifactLabel) -> [Change] {
    Change.between(.name, "/label/name", a.name, b.name)
      + Change.between(.description, "/label/description", a.description, b.description)
      + Change.between(.contact, "/label/contact", a.contact, b.contact)
  }

  // MARK: - Operations

  private func operationChanges(_ a: Instruction, _ b: Instruction) -> [Change] {
    var changes = Change.between(.operation, "/op", a.operation.name, b.operation.name)
    switch (a.operation, b.operation) {
    case (.extract(let left), .extract(let right)), (.process(let left), .process(let right)):
      changes += callChanges(left, right)
    case (.constant(let left), .constant(let right)):
      changes += ValueDifference.changes(left, right, .content, at: "/content")
    case (.reuse, .reuse):
      changes += ValueDifference.changes(
        Self.fields(a.operation), Self.fields(b.operation), .reuse, at: "/reuse")
    case (.execute, .execute):
      changes += ValueDifference.changes(
        Self.fields(a.operation), Self.fields(b.operation), .execute, at: "/execute")
    default:
      changes += Change.between(.component, "/component", componentName(a, old), componentName(b, new))
      changes += set(a, old).map { Change(.property, "/properties\($0)", old: $1, new: nil) }
      changes += set(b, new).map { Change(.property, "/properties\($0)", old: nil, new: $1) }
    }
    return changes
  }

  private func componentName(_ instruction: Instruction, _ plan: ComparablePlan) -> String? {
    plan.component(of: instruction).map { "\($0.kind.rawValue):\($0.type)" }
  }

  /// What somebody set of the properties of a call; nothing for other operations.
  private func set(_ instruction: Instruction, _ plan: ComparablePlan) -> [(String, JSONValue)] {
    guard let call = instruction.operation.call else { return [] }
    var values: [(String, JSONValue)] = []
    ValueDifference.leaves(call.properties) { pointer, value in
      guard !defaults.isDefault(value, at: pointer, of: plan.plan.components[call.component.value]) else {
        return
      }
      values.append((pointer, value))
    }
    return values
  }

  /// A component that takes the place of another brings its own defaults.
  private func isDefault(_ change: Change, _ left: ComponentImport, _ right: ComponentImport) -> Bool {
    let pointer = String(change.pointer.dropFirst("/properties".count))
    return (change.old.map { defaults.isDefault($0, at: pointer, of: left) } ?? true)
      && (change.new.map { defaults.isDefault($0, at: pointer, of: right) } ?? true)
  }

  private func callChanges(_ a: ComponentCall, _ b: ComponentCall) -> [Change] {
    let (left, right) = (old.plan.components[a.component.value], new.plan.components[b.component.value])
    var changes: [Change] = []
    if left.kind != right.kind || left.type != right.type {
      changes += Change.between(
        .component, "/component", "\(left.kind.rawValue):\(left.type)", "\(right.kind.rawValue):\(right.type)"
      )
    } else if left != right {
      changes += Change.between(.version, "/component/version", left.version, right.version)
      changes += Change.between(
        .interface, "/component/manifest", left.manifest.description, right.manifest.description)
    }
    if a.properties != b.properties {
      let properties = ValueDifference.changes(a.properties, b.properties, .property, at: "/properties")
      let isReplaced = changes.contains { $0.aspect == .component }
      changes += isReplaced ? properties.filter { !isDefault($0, left, right) } : properties
    }
    if a.bindings != b.bindings {
      changes += ValueDifference.changes(
        Self.fields(a.bindings), Self.fields(b.bindings), .binding, at: "/bindings")
    }
    return changes + rulesetChanges(a, b)
  }

  private func haveSameRulesets(_ a: ComponentCall, _ b: ComponentCall) -> Bool {
    a.rulesets.count == b.rulesets.count
      && a.rulesets.allSatisfy { uri, index in
        guard let other = b.rulesets[uri] else { return false }
        return old.plan.rulesets[index.value].digest == new.plan.rulesets[other.value].digest
      }
  }

  private func rulesetChanges(_ a: ComponentCall, _ b: ComponentCall) -> [Change] {
    guard !haveSameRulesets(a, b) else { return [] }
    let uris = Set(a.rulesets.keys).union(b.rulesets.keys).sorted()
    return uris.flatMap { uri -> [Change] in
      let left = a.rulesets[uri].map { old.plan.rulesets[$0.value].digest.description }
      let right = b.rulesets[uri].map { new.plan.rulesets[$0.value].digest.description }
      return Change.between(.ruleset, "/rulesets" + ValueDifference.step(uri), left, right)
    }
  }

  // MARK: - Values as JSON

  private static func fields(_ bindings: [LateBinding]) -> JSONObject {
    JSONObject(
      bindings.map { binding in
        let fields: JSONObject = [
          "template": .string(binding.template), "type": .string(binding.type.rawValue),
          "secret": .bool(binding.isSecret), "override": .bool(binding.isOverride),
        ]
        return (binding.pointer, JSONValue.object(fields))
      })
  }

  private static func fields(_ operation: Operation) -> JSONObject {
    switch operation {
    case .reuse(let run, let artifact, let digest):
      var fields: JSONObject = ["run": .string(run), "artifact": .string(artifact)]
      if let digest { fields["digest"] = .string(digest.description) }
      return fields
    case .execute(let run):
      var fields: JSONObject = ["max_depth": .integer(run.maximumDepth)]
      if let timeout = run.timeout { fields["timeout"] = .number(timeout) }
      if let cost = run.costLimit { fields["cost_limit"] = .number(cost) }
      return fields
    default: return JSONObject()
    }
  }
}
