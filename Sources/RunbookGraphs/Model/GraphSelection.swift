// Which part of a graph is shown. What selections mean is PlanSelection's to say.
internal import ComponentKit
internal import ExecutionPlan
package import PlanSelection

extension RunbookGraph {
  /// The artifacts as selections see them.
  package var selectable: SelectableGraph { SelectableGraph(nodes.map(SelectableArtifact.init)) }

  /// The part with these artifacts and the edges between them.
  package func restricted(to chosen: SelectedArtifacts) -> RunbookGraph {
    restricted(to: Set(chosen.indices))
  }
}

extension SelectableArtifact {
  fileprivate init(_ node: GraphNode) {
    self.init(id: node.id, operation: node.kind == .source ? "extract" : node.kind.rawValue)
    aliases = node.aliases
    schema = node.schema.flatMap { SchemaReference(parsing: $0) }
    flags = Instruction.Flags(node.marks)
    rulesets = node.rulesets
    variables = node.variables
    operands = node.operands
    if let type = node.component, node.kind == .source || node.kind == .process {
      component = Component(
        node.kind == .source ? .connector : .processor, type, version: node.version)
    }
  }
}

extension Instruction.Flags {
  fileprivate init(_ marks: GraphNode.Marks) {
    self = []
    if marks.contains(.output) { insert(.output) }
    if marks.contains(.optional) { insert(.optional) }
    if marks.contains(.redacted) { insert(.sensitive) }
    if marks.contains(.tainted) { insert(.tainted) }
  }
}
