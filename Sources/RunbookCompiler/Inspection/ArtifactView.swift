// The artifacts of a checked runbook as other tools look at them. Knows nothing of those tools.
internal import ComponentKit
package import ExecutionPlan
internal import RunbookSyntax

/// One artifact, also where no plan can be made of it yet: inputs without a value are there too.
package struct ArtifactView: Sendable {
  package enum Way: Sendable, Hashable {
    /// By a component of this type.
    case extract(String)
    case process(String)
    case merge
    case pass
    case reuse(run: String, artifact: String)
    case constant
    /// A run within the run.
    case execute
    /// A parent hands it in.
    case input
  }

  package let id: ArtifactID
  package let way: Way
  /// The places of its operands in the list.
  package let operands: [Int]
  /// `name/version`; nil where it is not known.
  package let schema: String?
  package let flags: Instruction.Flags
  package let label: ArtifactLabel
  /// Other names, sorted.
  package let aliases: [ArtifactID]
  /// What is filled in when the plan runs.
  package let bindings: [LateBinding]
  /// The version of the component that makes it.
  package let version: String?
  /// The URIs of the rulesets that are used, sorted.
  package let rulesets: [String]
}

extension CompilationResult {
  /// The artifacts in an order in which every operand stands before its use; complete when there are no errors.
  package var artifacts: [ArtifactView] {
    let model = model
    var aliases: [NodeIndex: [ArtifactID]] = [:]
    for (alias, target) in model.aliases { aliases[target, default: []].append(alias) }
    var places: [NodeIndex: Int] = [:]
    var views: [ArtifactView] = []
    views.reserveCapacity(model.order.count)
    for index in model.order {
      let node = model[index]
      guard let way = model.way(of: node) else { continue }
      places[index] = views.count
      let use = node.production.use.map { model.uses[$0] }
      views.append(
        ArtifactView(
          id: node.id, way: way, operands: node.operands.compactMap { $0.target.flatMap { places[$0] } },
          schema: node.schema?.description, flags: node.flags, label: node.label,
          aliases: (aliases[index] ?? []).sorted(),
          bindings: use?.bindings ?? [], version: use?.manifest?.version,
          rulesets: (use?.rulesets.keys).map { $0.sorted() } ?? []))
    }
    return views
  }

  /// What the runbook says it is.
  package var runbookDescription: String? { model.scopes.first?.runbook.syntax.description?.text }
}

extension Compilation {
  fileprivate func way(of node: Node) -> ArtifactView.Way? {
    switch node.production {
    case .extract(let use): .extract(uses[use].syntax.type?.text ?? "")
    case .process(let use): .process(uses[use].syntax.type?.text ?? "")
    case .merge: .merge
    case .pass: .pass
    case .reuse(let reuse): .reuse(run: reuse.fromRun?.text ?? "", artifact: reuse.artifact?.text ?? "")
    case .execute: .execute
    case .constant: .constant
    case .input: .input
    case .broken: nil
    }
  }
}
