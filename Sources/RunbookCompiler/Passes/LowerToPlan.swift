// The last step: writes the checked model as a plan. Runs only when nothing is wrong.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import RunbookSyntax

extension Compilation {
  /// The plan of a runbook without errors.
  func lowerToPlan() -> Plan? {
    guard let root = scopes.first?.runbook.syntax else { return nil }
    let lowering = Lowering(self)
    return Plan(
      runbook: RunbookLabel(
        name: root.name?.text ?? "", description: root.description?.text ?? "", contact: root.contact?.text),
      framework: root.framework?.text, configuration: configuration, components: lowering.components,
      rulesets: lowering.rulesets, instructions: lowering.instructions, aliases: lowering.aliases,
      environment: lowering.environment)
  }

  /// Where each instruction stands, for the file beside the plan.
  func sourceMap() -> SourceMap {
    var map = SourceMap(sources: [])
    var numbers: [SourceID: Int] = [:]
    for index in order {
      var chain = [self[index].place]
      var origin = self[self[index].scope].origin
      while let step = origin {
        chain.append(step.place)
        origin = self[step.scope].origin
      }
      map.places[self[index].id] = chain.map { span in
        let number = numbers[span.source] ?? map.sources.count
        if numbers[span.source] == nil {
          numbers[span.source] = number
          map.sources.append(sources[span.source].name)
        }
        let place = sources.location(of: span)
        return SourceMap.Place(source: number, line: place.line, column: place.column)
      }
    }
    return map
  }
}

/// The tables of a plan, each in an order that the runbook's layout does not change.
private struct Lowering {
  private(set) var components: [ComponentImport] = []
  private(set) var rulesets: [RulesetConstant] = []
  private(set) var instructions: [Instruction] = []
  private(set) var aliases: [ArtifactID: InstructionIndex] = [:]
  private(set) var environment: [RequiredVariable] = []

  private let model: Compilation
  private var componentIndex: [ComponentImport: ComponentIndex] = [:]
  private var useComponents: [ComponentImport?] = []
  private var rulesetIndex: [ContentDigest: RulesetIndex] = [:]
  private var constants: [String: RulesetConstant] = [:]

  init(_ model: Compilation) {
    self.model = model
    collectComponents()
    collectRulesets()
    collectInstructions()
    collectEnvironment()
  }

  private mutating func collectComponents() {
    var imports: [String: ComponentImport] = [:]
    for use in model.uses {
      guard let manifest = use.manifest else {
        useComponents.append(nil)
        continue
      }
      let name = "\(manifest.kind.rawValue):\(manifest.type)"
      let component = imports[name] ?? ComponentImport(manifest)
      imports[name] = component
      useComponents.append(component)
    }
    components = imports.sorted { $0.key < $1.key }.map(\.value)
    for (index, component) in components.enumerated() {
      componentIndex[component] = ComponentIndex(index)
    }
  }

  private mutating func collectRulesets() {
    for use in model.uses {
      for (uri, value) in use.rulesets where constants[uri] == nil { constants[uri] = RulesetConstant(value) }
    }
    var byDigest: [ContentDigest: RulesetConstant] = [:]
    for constant in constants.values { byDigest[constant.digest] = constant }
    rulesets = byDigest.values.sorted { $0.digest < $1.digest }
    for (index, ruleset) in rulesets.enumerated() { rulesetIndex[ruleset.digest] = RulesetIndex(index) }
  }

  private mutating func collectInstructions() {
    var numbers = [InstructionIndex?](repeating: nil, count: model.nodes.count)
    instructions.reserveCapacity(model.order.count)
    for index in model.order {
      let node = model[index]
      guard let operation = operation(of: index, node), let schema = node.schema else { continue }
      let operands = node.operands.compactMap { $0.target.flatMap { numbers[$0.value] } }
      let key = InstructionMeaning.key(
        of: operation, schema: schema, operandKeys: operands.map { instructions[$0.value].key },
        components: components, rulesets: rulesets)
      numbers[index.value] = InstructionIndex(instructions.count)
      instructions.append(
        Instruction(
          id: node.id, operation: operation, operands: operands, schema: schema, flags: node.flags,
          timeout: node.timeout, label: node.label, key: key))
    }
    for (alias, target) in model.aliases { aliases[alias] = numbers[target.value] }
  }

  private func operation(of index: NodeIndex, _ node: Node) -> ExecutionPlan.Operation? {
    switch node.production {
    case .extract(let use): call(use).map { .extract($0) }
    case .process(let use): call(use).map { .process($0) }
    case .merge: .merge
    case .pass: .pass
    case .reuse(let reuse): self.reuse(reuse, model.earlierArtifacts[index])
    case .execute(let run, _): .execute(run)
    case .constant(let value): .constant(content(value, node.schema))
    case .input, .broken: nil
    }
  }

  private func content(_ value: ValueSyntax, _ schema: SchemaReference?) -> JSONObject {
    let format = schema.flatMap { model.options.catalog.schemas[$0] }
    return format.map { Compilation.content(value, $0) }?.objectValue ?? JSONObject()
  }

  /// What the store said is written down, so that the run takes just that.
  private func reuse(_ syntax: ReuseSyntax, _ earlier: EarlierArtifact?) -> ExecutionPlan.Operation {
    .reuse(
      run: earlier?.run ?? syntax.fromRun?.text ?? "",
      artifact: earlier?.artifact ?? syntax.artifact?.text ?? "", digest: earlier?.digest)
  }

  private func call(_ index: Int) -> ComponentCall? {
    let use = model.uses[index]
    guard let component = useComponents[index].flatMap({ componentIndex[$0] }) else { return nil }
    var uses: [String: RulesetIndex] = [:]
    for uri in use.rulesets.keys { uses[uri] = constants[uri].flatMap { rulesetIndex[$0.digest] } }
    return ComponentCall(
      component: component, properties: use.properties, bindings: use.bindings, rulesets: uses)
  }

  private mutating func collectEnvironment() {
    var variables: [String: RequiredVariable] = [:]
    for instruction in instructions {
      for binding in instruction.operation.call?.bindings ?? [] {
        for variable in SubstitutionTemplate(binding.template)?.variables ?? [] {
          let isRequired = !binding.isOverride && !variable.hasDefault
          var entry =
            variables[variable.name]
            ?? RequiredVariable(name: variable.name, isRequired: false, isSecret: false)
          entry.isRequired = entry.isRequired || isRequired
          entry.isSecret = entry.isSecret || binding.isSecret
          variables[variable.name] = entry
        }
      }
    }
    environment = variables.values.sorted { $0.name < $1.name }
  }
}

extension SubstitutionTemplate.Variable {
  fileprivate var hasDefault: Bool {
    if case .value = fallback { true } else { false }
  }
}
