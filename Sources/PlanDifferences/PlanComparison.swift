// Compares two plans: finds what stands for what, why it differs, and how far that reaches.
internal import CanonicalJSON
package import ComponentKit
internal import ExecutionPlan

/// A comparison of two plans, from which differences are made, of everything or of a part.
package struct PlanComparison {
  package let old: ComparablePlan
  package let new: ComparablePlan
  private let catalog: ComponentCatalog
  private let matching: InstructionMatching
  private let causes: CauseSet
  /// What the machine expects of the newer plan, and of the older one.
  private let forecast: RunForecast?
  private let effort: [(seconds: Double?, cost: Double?)]?

  /// - Parameters:
  ///   - catalog: The components and formats that are installed.
  ///   - forecast: What the machine expects of the newer plan; nil: nobody was asked.
  ///   - oldForecast: The same of the older plan. How long an artifact took before it changed stands for how
  ///     long it will take.
  package init(
    _ old: ComparablePlan, _ new: ComparablePlan, catalog: ComponentCatalog, forecast: RunForecast? = nil,
    oldForecast: RunForecast? = nil
  ) {
    (self.old, self.new, self.catalog, self.forecast) = (old, new, catalog, forecast)
    let defaults = PropertyDefaults(catalog, old.plan.components + new.plan.components)
    let matching = InstructionMatching(old, new, defaults: defaults)
    self.matching = matching
    causes = CauseSet(old, new, matching, defaults: defaults)
    effort =
      forecast == nil && oldForecast == nil
      ? nil
      : new.instructions.enumerated().map { index, instruction in
        let now = forecast?[instruction.id.text]
        let before = matching.oldIndex(ofNew: index).flatMap { oldForecast?[old.id(at: $0)] }
        return (now?.seconds ?? before?.seconds, now?.cost ?? before?.cost)
      }
  }

  /// The instructions of each plan that a difference is to speak of.
  package struct Part {
    package let old: [Bool]
    package let new: [Bool]

    package init(old: [Bool], new: [Bool]) {
      self.old = old
      self.new = new
    }
  }

  /// The difference, or what of it concerns a part: causes that touch or reach one of its artifacts.
  package func difference(of part: Part? = nil) -> PlanDifference {
    var difference = PlanDifference(old: Self.side(old), new: Self.side(new))
    difference.hasForecast = effort != nil
    let radius = BlastRadius(
      new, matching, causes.causes, effort: effort, isSelected: { part?.new[$0] ?? true })
    // Where each cause stands among those that are left.
    let places = fill(&difference, radius, part)
    difference.metadata = causes.metadata.filter { change in
      guard let part, let artifact = change.artifact else { return true }
      return ArtifactID(artifact).flatMap { new.index(of: $0) }.map { part.new[$0] } ?? true
    }
    difference.environment = Self.environmentChanges(old.plan.environment, new.plan.environment)
    difference.flows = flows(part)
    difference.outputs = outputs(radius, part)
    let census = ArtifactCensus(
      old: old, new: new, matching: matching, causes: causes, radius: radius, forecast: forecast,
      effort: effort)
    (difference.artifacts, difference.totals) = census.take(part, places)
    return difference
  }

  /// The instructions in each state, for selections: those of the newer plan, and those of the older one.
  package func states() -> (old: [String: [Int]], new: [String: [Int]]) {
    let difference = difference()
    var states: (old: [String: [Int]], new: [String: [Int]]) = ([:], [:])
    for state in ArtifactComparison.State.allCases {
      states.old[state.rawValue] = []
      states.new[state.rawValue] = []
    }
    states.old["unchanged"] = []
    states.new["unchanged"] = []
    var known: Set<Int> = []
    for artifact in difference.artifacts {
      let id = ArtifactID(artifact.id)
      if artifact.state != .removed, let index = id.flatMap({ new.index(of: $0) }) {
        known.insert(index)
        states.new[artifact.state.rawValue]?.append(index)
        if let other = matching.oldIndex(ofNew: index) { states.old[artifact.state.rawValue]?.append(other) }
      } else if let index = id.flatMap({ old.index(of: $0) }) {
        states.old[artifact.state.rawValue]?.append(index)
      }
    }
    for index in new.instructions.indices where !known.contains(index) {
      states.new["unchanged"]?.append(index)
      if let other = matching.oldIndex(ofNew: index) { states.old["unchanged"]?.append(other) }
    }
    return states
  }

  private static func side(_ plan: ComparablePlan) -> PlanDifference.Side {
    PlanDifference.Side(
      name: plan.name, runbook: plan.plan.runbook.name, planID: plan.id, digest: plan.digest,
      artifacts: plan.instructions.count)
  }

  // MARK: - Parts of a difference

  /// Takes over the causes that count, with their reach; gives the place of each.
  private func fill(
    _ difference: inout PlanDifference, _ radius: BlastRadius, _ part: Part?
  ) -> [Int?] {
    causes.causes.enumerated().map { index, entry in
      let reach = radius.reaches[index]
      guard isConcerned(entry, reach, part) else { return nil }
      var cause = entry.cause
      cause.reach = reach
      difference.causes.append(cause)
      return difference.causes.count - 1
    }
  }

  private func isConcerned(_ entry: TouchingCause, _ reach: Reach, _ part: Part?) -> Bool {
    guard let part else { return true }
    if entry.new.isEmpty, entry.removed.isEmpty { return true }
    if reach.downstream != 0 { return true }
    return entry.new.contains { part.new[$0] } || entry.removed.contains { part.old[$0] }
  }

  private func flows(_ part: Part?) -> FlowComparison {
    let capabilities = ComponentCapabilities(catalog, old.plan.components + new.plan.components)
    return FlowSearch(old, new, matching, capabilities) { id in
      guard let part, let id = ArtifactID(id) else { return true }
      return new.index(of: id).map { part.new[$0] } ?? old.index(of: id).map { part.old[$0] } ?? true
    }.comparison()
  }

  private func outputs(_ radius: BlastRadius, _ part: Part?) -> [OutputComparison] {
    let comparison = OutputsComparison(old: old, new: new, matching: matching, catalog: catalog) {
      radius.isTouched[$0] || radius.isDownstream[$0]
    }
    return comparison.outputs().filter { output in
      guard let part, let id = ArtifactID(output.id) else { return true }
      let isOld = output.state == .removed
      return (isOld ? old.index(of: id).map { part.old[$0] } : new.index(of: id).map { part.new[$0] }) ?? true
    }
  }

  private static func environmentChanges(_ old: [RequiredVariable], _ new: [RequiredVariable]) -> [Change] {
    guard old != new else { return [] }
    func fields(_ variables: [RequiredVariable]) -> JSONObject {
      JSONObject(
        variables.map {
          ($0.name, ["required": .bool($0.isRequired), "secret": .bool($0.isSecret)] as JSONValue)
        })
    }
    return ValueDifference.changes(fields(old), fields(new), .environment, at: "/environment")
  }
}
