// Compares the ways of sensitive data in two plans.
internal import ComponentKit
internal import ExecutionPlan

/// Follows what is sensitive by itself to outputs, and to components that hand data on, in two plans at once.
///
/// What is sensitive is what the plans say (`sensitive`, `tainted`), so a component that declassifies ends a way.
/// 64 origins go along in one walk; beyond ``exactOrigins`` the rest counts as one.
struct FlowSearch {
  static let exactOrigins = 4096

  private let old: ComparablePlan
  private let new: ComparablePlan
  private let matching: InstructionMatching
  private let oldEnds: [Int: Set<SensitiveFlow.End>]
  private let newEnds: [Int: Set<SensitiveFlow.End>]
  private let isSelected: (String) -> Bool

  init(
    _ old: ComparablePlan, _ new: ComparablePlan, _ matching: InstructionMatching,
    _ capabilities: ComponentCapabilities, isSelected: @escaping (String) -> Bool
  ) {
    (self.old, self.new, self.matching, self.isSelected) = (old, new, matching, isSelected)
    let isAnythingSensitive = Self.holdsSensitiveData(old) || Self.holdsSensitiveData(new)
    oldEnds = isAnythingSensitive ? Self.ends(old, capabilities) : [:]
    newEnds = isAnythingSensitive ? Self.ends(new, capabilities) : [:]
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
      if before == nil, other != nil, instruction(index, new).flags.contains(.sensitive) { continue }
      origins.append(Origin(old: before, new: index))
    }
    for index in old.instructions.indices where Self.isOrigin(index, old) && !known.contains(index) {
      if matching.newIndex(ofOld: index) != nil, instruction(index, old).flags.contains(.sensitive) {
        continue
      }
      origins.append(Origin(old: index, new: nil))
    }
    return origins
  }

  private func instruction(_ index: Int, _ plan: ComparablePlan) -> Instruction { plan.instructions[index] }

  /// Marked, or tainted without having it from anything.
  private static func isOrigin(_ index: Int, _ plan: ComparablePlan) -> Bool {
    let instruction = plan.instructions[index]
    if instruction.flags.contains(.sensitive) { return true }
    guard instruction.flags.contains(.tainted) else { return false }
    return !instruction.operands.contains { plan.instructions[$0.value].flags.contains(.tainted) }
  }

  private static func ends(
    _ plan: ComparablePlan, _ capabilities: ComponentCapabilities
  ) -> [Int: Set<SensitiveFlow.End>] {
    var ends: [Int: Set<SensitiveFlow.End>] = [:]
    for (index, instruction) in plan.instructions.enumerated() {
      var own: Set<SensitiveFlow.End> = instruction.flags.contains(.output) ? [.output] : []
      if !instruction.operands.isEmpty {
        for capability in capabilities.capabilities(of: instruction, in: plan) {
          switch capability {
          case .network: own.insert(.network)
          case .llm: own.insert(.llm)
          case .subprocess: own.insert(.subprocess)
          case .filesystem: break
          }
        }
      }
      if !own.isEmpty { ends[index] = own }
    }
    return ends
  }

  // MARK: - Ways

  private func compare(_ groups: [[Origin]], _ comparison: inout FlowComparison) {
    let before = Reached(old, groups.map { $0.compactMap(\.old) })
    let now = Reached(new, groups.map { $0.compactMap(\.new) })
    for (index, ends) in newEnds.sorted(by: { $0.key < $1.key }) {
      let other = matching.oldIndex(ofNew: index)
      let added = difference(
        now, index, ends, before, other, other.flatMap { oldEnds[$0] } ?? [])
      record(added, now, index, new, &comparison.opened, &comparison.openedCount)
    }
    for (index, ends) in oldEnds.sorted(by: { $0.key < $1.key }) {
      let other = matching.newIndex(ofOld: index)
      let gone = difference(before, index, ends, now, other, other.flatMap { newEnds[$0] } ?? [])
      record(gone, before, index, old, &comparison.closed, &comparison.closedCount)
    }
  }

  /// For each origin that gets to an end here and not there, those ends.
  private func difference(
    _ here: Reached, _ index: Int, _ ends: Set<SensitiveFlow.End>, _ there: Reached, _ other: Int?,
    _ otherEnds: Set<SensitiveFlow.End>
  ) -> [(bit: Int, ends: [SensitiveFlow.End])] {
    var found: [Int: [SensitiveFlow.End]] = [:]
    for end in ends {
      let mine = here.word(at: index, end)
      let theirs = otherEnds.contains(end) ? other.map { there.word(at: $0, end) } ?? 0 : 0
      for bit in BlastRadius.BitPlaces(word: mine & ~theirs) { found[bit, default: []].append(end) }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  private func record(
    _ found: [(bit: Int, ends: [SensitiveFlow.End])], _ reached: Reached, _ sink: Int, _ plan: ComparablePlan,
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

/// Which of up to 64 groups of origins each instruction of one plan holds data of.
private struct Reached {
  private let plan: ComparablePlan
  private let origins: [[Int]]
  /// What each instruction is handed.
  private var entering: [UInt64]
  /// What its own value holds.
  private var holding: [UInt64]

  init(_ plan: ComparablePlan, _ origins: [[Int]]) {
    self.plan = plan
    self.origins = origins
    let count = plan.instructions.count
    entering = Array(repeating: 0, count: count)
    holding = entering
    var seeds: [Int: UInt64] = [:]
    for (bit, group) in origins.enumerated() {
      for index in group { seeds[index, default: 0] |= 1 << UInt64(bit) }
    }
    guard !seeds.isEmpty else { return }
    for index in plan.instructions.indices {
      let instruction = plan.instructions[index]
      var word: UInt64 = 0
      for operand in instruction.operands { word |= holding[operand.value] }
      entering[index] = word
      holding[index] =
        (instruction.flags.contains(.tainted) ? word : 0)
        | (instruction.flags.contains(.tainted) || instruction.flags.contains(.sensitive)
          ? seeds[index] ?? 0 : 0)
    }
  }

  /// The origins whose data gets to an end of an instruction.
  func word(at index: Int, _ end: SensitiveFlow.End) -> UInt64 {
    end == .output ? holding[index] : entering[index]
  }

  func origin(_ bit: Int) -> Int { origins[bit].first ?? 0 }

  /// A way from an origin to an instruction, first things first.
  func way(_ bit: Int, to sink: Int) -> [Int] {
    let mask: UInt64 = 1 << UInt64(bit)
    let own = Set(origins[bit])
    var way = [sink]
    var current = sink
    while !own.contains(current),
      let next = plan.instructions[current].operands.first(where: { holding[$0.value] & mask != 0 })
    {
      current = next.value
      way.append(current)
    }
    return way.reversed()
  }
}
