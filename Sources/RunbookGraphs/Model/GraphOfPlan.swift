// The graph of a plan. Does not know runbooks.
internal import ComponentKit
package import ExecutionPlan

extension RunbookGraph {
  /// The graph of a plan that was verified: every operand is earlier.
  package init(_ plan: Plan) {
    var aliases: [Int: [String]] = [:]
    for (alias, target) in plan.aliases { aliases[target.value, default: []].append(alias.text) }
    let nodes = plan.instructions.enumerated().map { index, instruction in
      var node = GraphNode(instruction, plan.components)
      node.aliases = (aliases[index] ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return node
    }
    self.init(title: plan.runbook.name, description: plan.runbook.description, nodes: nodes)
  }
}

extension GraphNode {
  fileprivate init(_ instruction: Instruction, _ components: [ComponentImport]) {
    self.init(id: instruction.id.text, kind: Kind(instruction.operation))
    switch instruction.operation {
    case .extract(let call), .process(let call):
      if components.indices.contains(call.component.value) {
        component = components[call.component.value].type
        version = components[call.component.value].version
      }
      rulesets = call.rulesets.keys.sorted()
      variables = Self.variables(of: call.bindings)
    case .reuse(let run, let artifact, _): component = "reuse of \(artifact) from \(run)"
    case .merge, .pass, .constant, .execute: break
    }
    name = instruction.label.name
    description = instruction.label.description
    schema = instruction.schema.description
    marks = Marks(instruction.flags)
    operands = instruction.operands.map(\.value)
  }

  /// The variables that some bindings read, sorted, each once.
  package static func variables(of bindings: [LateBinding]) -> [String] {
    let names = bindings.flatMap { SubstitutionTemplate($0.template)?.variables.map(\.name) ?? [] }
    return Set(names).sorted()
  }
}

extension GraphNode.Kind {
  fileprivate init(_ operation: ExecutionPlan.Operation) {
    switch operation {
    case .extract: self = .source
    case .process: self = .process
    case .merge: self = .merge
    case .pass: self = .pass
    case .reuse: self = .reuse
    case .constant: self = .constant
    case .execute: self = .execute
    }
  }
}

extension GraphNode.Marks {
  package init(_ flags: Instruction.Flags) {
    self = []
    if flags.contains(.output) { insert(.output) }
    if flags.contains(.optional) { insert(.optional) }
    if flags.contains(.sensitive) { insert(.redacted) }
    if flags.contains(.tainted) { insert(.tainted) }
  }
}
