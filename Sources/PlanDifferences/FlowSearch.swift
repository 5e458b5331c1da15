// Compares the ways of sensitive data in two plans.
internal import ComponentKit
internal import ExecutionPlan

/// Follows what is sensitive by itself to outputs, and to components that hand data on, in two plans at once.
///
/// What is sensitive is what the plans say (`sensitive`, `tainted`), so a component that declassifies ends a
/// way. 64 origins go along in one walk; beyond ``exactOrigins`` the rest counts as one.
struct FlowSearch {
  static let exactOrigins = 4096

  private let old: ComparablePlan
  private let new: ComparablePlan
  private let matching: InstructionMatching
  /// For each instruction where its data gets to; empty where nothing is sensitive.
  private let oldEnds: [FlowEnds]
  private let newEnds: [FlowEnds]
  private let isSelected: (String) -> Bool

  init(
    _ old: ComparablePlan, _ new: ComparablePlan, _ matching: InstructionMatching,
    _ capabilities: ComponentCapabilities, isSelected: @escaping (String) -> Bool
  ) {
    (self.old, self.new, self.matching, self.isSelected) = (old, new, matching, isSelected)
    let isAnythingSensitive = Self.holdsSensitiveData(old) || Self.holdsSensitiveData(new)
    oldEnds = isAnythingSensitive ? Self.ends(old, capabilities) : []
    newEnds = isAnythingSensitive ? Self.ends(new, capabilities) : []
  }

  private static func holdsSensitiveData(_ plan: ComparablePlan) -> Bool {
    plan.instructions.contains { !$0.flags.isDisjoint(with: [.sensitive, .tainted]) }
  }

  func comparison() -> FlowComparison {
    var comparison = FlowComparison()
    compareMarks(&comparison)
    let origins = self.origins()
    for start in stride(from: 0, to: min(origins.count, Self.exactOrigins), by: 64) {
      let end = min(start + 64, origins.count)
      compare(Array(origins[start..<end]).map { [$0] }, &comparison)
    }
    if origins.count > Self.exactOrigins { compare([Array(origins[Self.exactOrigins...])], &comparison) }
    return comparison
  }

  // MARK: - Marks

  private func compareMarks(_ comparison: inout FlowComparison) {
    for (index, instruction) in new.instructions.enumerated() {
      guard let other = matching.oldIndex(ofNew: index), isSelected(instruction.id.text) else { continue }
      let (before, now) = (old.instructions[other].flags, instruction.flags)
      if before.contains(.sensitive) != now.contains(.sensitive) {
        comparison.marks.append(
          MarkChange(artifact: instruction.id.text, isSet: now.contains(.sensitive)))
      }
      switch (before.contains(.tainted), now.contains(.tainted)) {
      case (false, true): comparison.newlyTainted += 1
      case (true, false): comparison.noLongerTainted += 1
      default: break
      }
    }
  }

  // MARK: - Origins and ends

  /// An artifact that is sensitive by itself in one of the plans, or in both.
  private struct Origin {
    var old: Int?
    var new: Int?
  }

  private func origins() -> [Origin] {
    var origins: [Origin] = []
    var known: Set<Int> = []
    for index in new.instructions.indices where Self.isOrigin(index, new) {
      let other = matching.oldIndex(ofNew: index)
      if let other { known.insert(other) }
      let before = other.flatMap { Self.isOrigin($0, old) ? $0 : nil }
      // A mark makes known what flowed before.
      if before == nil, let other, isJustMarked(other, index) { continue }
      origins.append(Origin(old: before, new: index))
    }
    for index in old.instructions.indices where Self.isOrigin(index, old) && !known.contains(index) {
      if let other = matching.newIndex(ofOld: index), isJustMarked(index, other) { continue }
      origins.append(Origin(old: index, new: nil))
    }
    return origins
  }

  /// Whether a mark was set or taken away, and the artifact is made as it was.
  private func isJustMarked(_ oldIndex: Int, _ newIndex: Int) -> Bool {
    let (before, now) = (old.instructions[oldIndex], new.instructions[newIndex])
    return before.flags.contains(.sensitive) != now.flags.contains(.sensitive)
      && before.operation.name == now.operation.name
      && old.component(of: before)?.type == new.component(of: now)?.type
  }

  /// Marked, or tainted without having it from anything.
  private static func isOrigin(_ index: Int, _ plan: ComparablePlan) -> Bool {
    let instruction = plan.instructions[index]
    if instruction.flags.contains(.sensitive) { return true }
    guard instruction.flags.contains(.tainted) else { return false }
    return !instruction.operands.contains { plan.instructions[$0.value].flags.contains(.tainted) }
  }

  private static func ends(_ plan: ComparablePlan, _ capabilities: ComponentCapabilities) -> [FlowEnds] {
    plan.instructions.map { instruction in
      var own: FlowEnds = instruction.flags.contains(.output) ? .output : []
      if !instruction.operands.isEmpty {
        own.formUnion(FlowEnds(capabilities.capabilities(of: instruction, in: plan)))
      }
      return own
    }
  }

  // MARK: - Ways

  private func compare(_ groups: [[Origin]], _ comparison: inout FlowComparison) {
    let before = SensitiveReach(old, groups.map { $0.compactMap(\.old) })
    let now = SensitiveReach(new, groups.map { $0.compactMap(\.new) })
    for index in newEnds.indices where !newEnds[index].isEmpty {
      let other = matching.oldIndex(ofNew: index)
      let added = difference(now, index, newEnds[index], before, other, other.map { oldEnds[$0] } ?? [])
      record(added, now, index, new, &comparison.opened, &comparison.openedCount)
    }
    for index in oldEnds.indices where !oldEnds[index].isEmpty {
      let other = matching.newIndex(ofOld: index)
      let gone = difference(before, index, oldEnds[index], now, other, other.map { newEnds[$0] } ?? [])
      record(gone, before, index, old, &comparison.closed, &comparison.closedCount)
    }
  }

  /// For each origin that gets to an end here and not there, those ends.
  private func difference(
    _ here: SensitiveReach, _ index: Int, _ ends: FlowEnds, _ there: SensitiveReach, _ other: Int?,
    _ otherEnds: FlowEnds
  ) -> [(bit: Int, ends: [SensitiveFlow.End])] {
    func only(_ end: FlowEnds) -> UInt64 {
      guard ends.contains(end) else { return 0 }
      let theirs = otherEnds.contains(end) ? other.map { there.word(at: $0, end) } ?? 0 : 0
      return here.word(at: index, end) & ~theirs
    }
    let words = FlowEnds.named.map { only($0.end) }
    let all = words.reduce(0, |)
    guard all != 0 else { return [] }
    return BlastRadius.BitPlaces(word: all).map { bit in
      (bit, zip(FlowEnds.named, words).filter { $0.1 & (1 << UInt64(bit)) != 0 }.map(\.0.name))
    }
  }

  private func record(
    _ found: [(bit: Int, ends: [SensitiveFlow.End])], _ reached: SensitiveReach, _ sink: Int,
    _ plan: ComparablePlan,
    _ flows: inout [SensitiveFlow], _ count: inout Int
  ) {
    for (bit, ends) in found {
      let origin = plan.id(at: reached.origin(bit))
      guard isSelected(plan.id(at: sink)) || isSelected(origin) else { continue }
      count += 1
      guard flows.count < FlowComparison.listed else { continue }
      let way = flows.count < FlowComparison.shownPaths ? reached.way(bit, to: sink) : []
      let shown = way.count > 12 ? Array(way.prefix(6) + way.suffix(6)) : way
      flows.append(
        SensitiveFlow(
          origin: origin, sink: plan.id(at: sink), ends: ends, path: shown.map(plan.id(at:)),
          omitted: way.count - shown.count))
    }
  }
}
