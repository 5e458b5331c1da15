// Lint: `optional: true` where it changes nothing.
internal import Diagnostics
internal import RunbookSyntax

extension Compilation {
  /// Two cases: an artifact that hands on or joins what is stored already and has no timeout can't fail; and an
  /// artifact that a child exposes in every use is as optional as the parent's artifact is.
  mutating func lintIneffectiveOptionals() {
    let exposed = exposedNodes()
    var places: [SourceSpan: Place] = [:]
    for scope in scopes.indices {
      let syntax = scopes[scope].runbook.syntax
      guard syntax.mayHoldOptionals else { continue }
      let artifacts = syntax.artifacts.span
      for artifact in artifacts.indices {
        guard let optional = artifacts[artifact].optional, optional.asBoolean == true,
          case .node(let index)? = scopes[scope].names[artifacts[artifact].id.text]?.binding
        else { continue }
        let reason = reason(of: nodes[index.value], isExposed: scope > 0 && exposed.contains(index))
        let order = places.count
        places[optional.span, default: Place(value: optional, first: order)].add(reason)
      }
    }
    for place in places.values.sorted(by: { $0.first < $1.first }) { report(place) }
  }

  /// One `optional: true` of a file, which may be used several times.
  private struct Place {
    let value: ScalarSyntax
    let first: Int
    private(set) var reason: String?
    private(set) var matters = false

    init(value: ScalarSyntax, first: Int) {
      self.value = value
      self.first = first
    }

    mutating func add(_ reason: String?) {
      if reason == nil { matters = true } else { self.reason = reason }
    }
  }

  private func exposedNodes() -> Set<NodeIndex> {
    var found: Set<NodeIndex> = []
    for exposure in exposures {
      if case .node(let index) = resolve(exposure.name, in: exposure.scope) { found.insert(index) }
    }
    return found
  }

  private func reason(of node: Node, isExposed: Bool) -> String? {
    if isExposed { return "an artifact that is exposed is as optional as the parent's artifact" }
    switch node.production {
    case .pass where node.timeout == nil: return "to hand on an artifact can't fail"
    case .merge where node.timeout == nil: return "to join artifacts can't fail"
    default: return nil
    }
  }

  private mutating func report(_ place: Place) {
    guard let reason = place.reason, !place.matters else { return }
    report(
      Diagnostic(
        .ineffectiveOptional, "'optional' has no effect here", at: place.value.span, annotation: reason,
        notes: ["set it on the artifact that may fail"],
        fixes: place.value.origin == .written
          ? [FixIt("replace with 'false'", replacing: place.value.span, with: "false")] : []))
  }
}
