// The way of data from artifact to artifact as places in the runbooks, through mappings into children and back.
internal import ComponentKit
internal import Diagnostics
internal import ExecutionPlan
internal import FlowPolicies
internal import RunbookSyntax

extension Compilation {
  // MARK: - Where it begins

  /// The origin of a flow; where the rule speaks of something that is sensitive because of earlier artifacts,
  /// the way from the first of them.
  func originSteps(of origin: NodeIndex, _ rule: FlowRule) -> [DiagnosticLabel] {
    guard rule.followsTaint, !rule.from.isJustSensitive, !isTaintOrigin(origin) else {
      return [originLabel(of: origin)]
    }
    let search = FlowSearch(self, from: order.filter { isTaintOrigin($0) }, followsTaint: true)
    guard let end = search.end(at: origin, entering: true) else { return [originLabel(of: origin)] }
    return [originLabel(of: end.origin)] + search.steps(to: end, limit: 10).steps.flatMap { labels(of: $0) }
  }

  /// Why data is where it begins: who marks it, or which connector declares it.
  func originLabel(of index: NodeIndex) -> DiagnosticLabel {
    let id = self[index].id
    if let place = sensitiveMarks[index] { return DiagnosticLabel("'\(id)' is marked sensitive", at: place) }
    switch self[index].production {
    case .extract(let use):
      let type = uses[use].manifest?.type ?? ""
      let place = uses[use].syntax.type?.span ?? uses[use].syntax.keySpan
      let isSensitive = uses[use].manifest?.isSensitive ?? false
      return DiagnosticLabel(
        isSensitive ? "'\(id)' is sensitive: the connector '\(type)' declares it" : "'\(id)' begins here",
        at: place)
    case .reuse(let reuse):
      let isTainted = earlierArtifacts[index]?.isTainted ?? false
      return DiagnosticLabel(
        isTainted ? "'\(id)' was sensitive in the earlier run" : "'\(id)' begins here", at: reuse.keySpan)
    default: return DiagnosticLabel("'\(id)' begins here", at: self[index].place)
    }
  }

  // MARK: - The steps

  /// The places where an artifact takes data over: mappings on the way, then its own `inputs`.
  func labels(of step: FlowSearch.Step) -> [DiagnosticLabel] {
    var labels: [DiagnosticLabel] = []
    var (scope, name) = (self[step.consumer].scope, step.operand.name.text)
    for _ in 0...scopes.count * 2 {
      guard let bound = self[scope].names[name], case .alias(let other, let next) = bound.binding else {
        break
      }
      if let place = mappingPlaces[ScopedName(scope: scope, name: name)] {
        labels.append(DiagnosticLabel("handed to the child as '\(name)'", at: place))
      } else if let place = bound.place {
        labels.append(DiagnosticLabel("comes from the child as '\(name)'", at: place))
      }
      (scope, name) = (other, next)
    }
    return labels.reversed() + [DiagnosticLabel(takeover(step.consumer), at: step.operand.name.span)]
  }

  private func takeover(_ index: NodeIndex) -> String {
    let id = "'\(self[index].id)'"
    switch self[index].production {
    case .merge: return "\(id) merges it"
    case .pass: return "\(id) passes it on"
    case .execute: return "\(id) executes it"
    default: return "\(id) derives from it"
    }
  }

  // MARK: - Where it ends

  /// What the diagnostic points at: the component where the rule speaks of one, else the artifact.
  func sinkPlace(of index: NodeIndex, _ selector: PolicySelector) -> SourceSpan {
    if selector.speaksOfComponents { return makerPlace(index) }
    return (selector.isOutput == true ? outputMarks[index] : nil) ?? self[index].place
  }

  /// Where the component stands that makes an artifact, else the artifact.
  func makerPlace(_ index: NodeIndex) -> SourceSpan {
    switch self[index].production {
    case .extract(let use), .process(let use): uses[use].syntax.type?.span ?? uses[use].syntax.keySpan
    case .execute(_, let place): place
    default: self[index].place
    }
  }

  /// The component that makes an artifact, in words; nil when none does.
  func madeBy(_ index: NodeIndex) -> String? {
    switch self[index].production {
    case .extract(let use), .process(let use):
      uses[use].manifest.map { "the \($0.kind.rawValue) '\($0.type)'" }
    case .execute: "'execute'"
    default: nil
    }
  }
}
