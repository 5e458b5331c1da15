// What became of every artifact, and the counts of all of them.
internal import ComponentKit
internal import ExecutionPlan

/// Takes stock of the artifacts of two plans, each once.
struct ArtifactCensus {
  private let old: ComparablePlan
  private let new: ComparablePlan
  private let matching: InstructionMatching
  private let radius: BlastRadius
  private let forecast: RunForecast?
  private let effort: [(seconds: Double?, cost: Double?)]?
  /// What was done to each instruction of the newer plan itself, and to each that is gone.
  private var states: [Int: ArtifactComparison.State] = [:]
  private var renamedInMetadata: Set<Int> = []
  private var quietCauses: [Int: [Int]] = [:]
  private var removals: [Int: Int] = [:]

  init(
    old: ComparablePlan, new: ComparablePlan, matching: InstructionMatching, causes: CauseSet,
    radius: BlastRadius, forecast: RunForecast?, effort: [(seconds: Double?, cost: Double?)]?
  ) {
    (self.old, self.new, self.matching, self.radius) = (old, new, matching, radius)
    (self.forecast, self.effort) = (forecast, effort)
    for (place, entry) in causes.causes.enumerated() { note(entry, place) }
    for change in causes.metadata {
      guard let id = change.artifact.flatMap({ ArtifactID($0) }), let index = new.index(of: id) else {
        continue
      }
      renamedInMetadata.insert(index)
    }
  }

  private mutating func note(_ entry: TouchingCause, _ place: Int) {
    for index in entry.new {
      switch entry.cause.kind {
      case .added: states[index] = .added
      case .renamed: states[index] = .renamed
      default: if states[index] != .renamed { states[index] = .modified }
      }
      if !entry.changesMeaning { quietCauses[index, default: []].append(place) }
    }
    for index in entry.removed { removals[index] = place }
  }

  /// - Parameter places: Where each cause stands in the difference; nil: it is left out.
  func take(
    _ part: PlanComparison.Part?, _ places: [Int?]
  ) -> (artifacts: [ArtifactComparison], totals: Totals) {
    var artifacts: [ArtifactComparison] = []
    var totals = Totals()
    let known = Set(old.instructions.map(\.key))
    for index in new.instructions.indices where part?.new[index] ?? true {
      count(index, known, &totals)
      guard let state = state(of: index) else { continue }
      totals.count(state)
      let all = (quietCauses[index] ?? []) + radius.causes[index].map { Int($0) }
      artifacts.append(
        ArtifactComparison(
          id: new.id(at: index),
          previous: state == .renamed ? matching.oldIndex(ofNew: index).map(old.id(at:)) : nil, state: state,
          causes: all.compactMap { places[$0] }, forecast: forecast?[new.id(at: index)]))
    }
    for index in matching.oldLeftovers where part?.old[index] ?? true {
      totals.count(.removed)
      artifacts.append(
        ArtifactComparison(
          id: old.id(at: index), previous: nil, state: .removed,
          causes: removals[index].flatMap { places[$0] }.map { [$0] } ?? [], forecast: nil))
    }
    return (artifacts, totals)
  }

  private func state(of index: Int) -> ArtifactComparison.State? {
    if let state = states[index] { return state }
    if radius.isDownstream[index] { return .affected }
    return renamedInMetadata.contains(index) ? .metadata : nil
  }

  private func count(_ index: Int, _ known: Set<ContentDigest>, _ totals: inout Totals) {
    let instruction = new.instructions[index]
    if known.contains(instruction.key) { totals.reusable += 1 }
    guard radius.isTouched[index] || radius.isDownstream[index] else { return }
    totals.madeAnew += 1
    if instruction.flags.contains(.output) { totals.outputs += 1 }
    if let effort { totals.effort.add(seconds: effort[index].seconds, cost: effort[index].cost) }
  }
}

extension Totals {
  fileprivate mutating func count(_ state: ArtifactComparison.State) {
    switch state {
    case .added: added += 1
    case .removed: removed += 1
    case .modified: modified += 1
    case .renamed: renamed += 1
    case .affected: affected += 1
    case .metadata: break
    }
  }
}
