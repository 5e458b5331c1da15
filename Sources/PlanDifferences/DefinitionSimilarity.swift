// How alike two instructions of different ids are, and which of them are taken for the same artifact.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan

/// Pairs instructions by what they are made of.
///
/// Only instructions of one operation and one component type are compared, and only those that share
/// something: an input, a consumer, a property that somebody set, a name. The likeness is a weighted mean: 4
/// parts the properties that are not defaults and the rulesets, 3 parts the inputs, 2 parts the consumers, 1
/// part the name; of each part the share that both have in common. From one half on two instructions are a
/// pair, best pairs first. What only properties have in common must be sources.
///
/// - Complexity: linear but for sorting. What more than 16 × 16 instructions share says nothing about any of
///   them.
struct DefinitionSimilarity {
  private struct Candidate: Hashable {
    let old: Int32
    let new: Int32
  }

  /// One side: what each unpaired instruction is made of. Pairs have one number on both sides.
  private struct Traits {
    var definition: Set<UInt64> = []
    var inputs: [Int32] = []
    var consumers: [Int32] = []
    var names: [Substring] = []
    var isSource = false
    /// By which it is found: hashes within one process.
    var features: Set<UInt64> = []
  }

  private static let commonBound = 16
  private static let threshold = 0.5

  private let old: ComparablePlan
  private let new: ComparablePlan
  private let matching: InstructionMatching
  private let defaults: PropertyDefaults

  init(
    _ old: ComparablePlan, _ new: ComparablePlan, _ matching: InstructionMatching,
    _ defaults: PropertyDefaults
  ) {
    (self.old, self.new, self.matching, self.defaults) = (old, new, matching, defaults)
  }

  /// The pairs, each instruction in one at most.
  func pairs() -> [(old: Int, new: Int)] {
    // Pairs are numbered as in the newer plan.
    let left = traits(matching.oldLeftovers, old) { matching.newIndex(ofOld: $0) }
    let right = traits(matching.newLeftovers, new) { matching.oldIndex(ofNew: $0) == nil ? nil : $0 }
    let scored = candidates(left, right).compactMap { candidate -> (Candidate, Double)? in
      guard let a = left[candidate.old], let b = right[candidate.new], let score = Self.score(a, b) else {
        return nil
      }
      return (candidate, score)
    }
    let sorted = scored.sorted { first, second in
      first.1 != second.1 ? first.1 > second.1 : isEarlier(first.0, second.0)
    }
    var used: (old: Set<Int32>, new: Set<Int32>) = ([], [])
    return sorted.compactMap { candidate, _ in
      guard !used.old.contains(candidate.old), !used.new.contains(candidate.new) else { return nil }
      used.old.insert(candidate.old)
      used.new.insert(candidate.new)
      return (Int(candidate.old), Int(candidate.new))
    }
  }

  /// By the two ids, whichever plan they are of: the pairs are the same when the plans change sides.
  private func isEarlier(_ first: Candidate, _ second: Candidate) -> Bool {
    func ids(_ candidate: Candidate) -> (String, String) {
      let (a, b) = (old.id(at: Int(candidate.old)), new.id(at: Int(candidate.new)))
      return a < b ? (a, b) : (b, a)
    }
    return ids(first) < ids(second)
  }

  private func candidates(_ left: [Int32: Traits], _ right: [Int32: Traits]) -> Set<Candidate> {
    var byFeature: [UInt64: (old: [Int32], new: [Int32])] = [:]
    for (index, traits) in left {
      for feature in traits.features { byFeature[feature, default: ([], [])].old.append(index) }
    }
    for (index, traits) in right {
      for feature in traits.features { byFeature[feature]?.new.append(index) }
    }
    var found: Set<Candidate> = []
    for (old, new) in byFeature.values
    where old.count <= Self.commonBound && new.count <= Self.commonBound {
      for a in old { for b in new { found.insert(Candidate(old: a, new: b)) } }
    }
    return found
  }

  // MARK: - Traits

  private func traits(
    _ indices: [Int], _ plan: ComparablePlan, _ number: (Int) -> Int?
  ) -> [Int32: Traits] {
    guard !indices.isEmpty else { return [:] }
    let consumers = Consumers(plan.instructions)
    var result: [Int32: Traits] = [:]
    for index in indices {
      let instruction = plan.instructions[index]
      var traits = Traits(isSource: instruction.operands.isEmpty)
      let kind = hash(instruction, plan)
      traits.definition = definition(instruction, plan)
      // An unpaired neighbour is like no other.
      traits.inputs = instruction.operands.map { Int32(truncatingIfNeeded: number($0.value) ?? -1) }
      traits.consumers = consumers[index].prefix(Self.commonBound).map {
        Int32(truncatingIfNeeded: number(Int($0)) ?? -1)
      }
      traits.names = [instruction.id.lastSegment] + [instruction.label.name].compactMap { $0.map { $0[...] } }
      traits.features = Self.features(traits, kind)
      result[Int32(truncatingIfNeeded: index)] = traits
    }
    return result
  }

  private static func features(_ traits: Traits, _ kind: UInt64) -> Set<UInt64> {
    var features: Set<UInt64> = []
    for input in traits.inputs where input >= 0 { features.insert(combine(kind, 1, input)) }
    for consumer in traits.consumers where consumer >= 0 { features.insert(combine(kind, 2, consumer)) }
    for name in traits.names { features.insert(combine(kind, 3, name)) }
    if traits.isSource { for value in traits.definition { features.insert(combine(kind, 4, value)) } }
    return features
  }

  /// The operation and the type of its component.
  private func hash(_ instruction: Instruction, _ plan: ComparablePlan) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(instruction.operation.name)
    if let component = plan.component(of: instruction) {
      hasher.combine(component.kind)
      hasher.combine(component.type)
    }
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }

  /// What somebody set: properties that are no defaults, bindings, rulesets, content.
  private func definition(_ instruction: Instruction, _ plan: ComparablePlan) -> Set<UInt64> {
    var values: Set<UInt64> = []
    switch instruction.operation {
    case .extract(let call), .process(let call):
      let component = plan.plan.components[call.component.value]
      ValueDifference.leaves(call.properties) { pointer, value in
        guard !defaults.isDefault(value, at: pointer, of: component) else { return }
        values.insert(Self.combine(5, 0, HashedPair(first: pointer, second: value)))
      }
      for binding in call.bindings where !binding.isOverride {
        values.insert(
          Self.combine(5, 1, HashedPair(first: binding.pointer, second: .string(binding.template))))
      }
    case .constant(let content): values.insert(Self.combine(5, 2, content))
    case .reuse(_, let artifact, _): values.insert(Self.combine(5, 3, artifact))
    case .execute, .merge, .pass: break
    }
    return values
  }

  private struct HashedPair: Hashable {
    let first: String
    let second: JSONValue
  }

  private static func combine(_ a: UInt64, _ b: UInt64, _ value: some Hashable) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(a)
    hasher.combine(b)
    hasher.combine(value)
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }

  // MARK: - Scores

  /// From 0 to 1; nil when they are no pair.
  private static func score(_ a: Traits, _ b: Traits) -> Double? {
    let (inputs, consumers) = (common(a.inputs, b.inputs), common(a.consumers, b.consumers))
    let isNamesake = a.names.contains { b.names.contains($0) }
    let definition =
      a.definition.isEmpty && b.definition.isEmpty ? nil : share(a.definition, b.definition)
    let isAnchored = inputs.shared > 0 || consumers.shared > 0 || isNamesake
    guard isAnchored || (a.isSource && b.isSource && (definition ?? 0) >= threshold) else { return nil }
    var (sum, weight) = (4 * (definition ?? 1), 4.0)
    if inputs.all > 0 { (sum, weight) = (sum + 3 * inputs.share, weight + 3) }
    if consumers.all > 0 { (sum, weight) = (sum + 2 * consumers.share, weight + 2) }
    (sum, weight) = (sum + (isNamesake ? 1 : 0), weight + 1)
    return sum / weight >= threshold ? sum / weight : nil
  }

  private static func share(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Double {
    let shared = a.intersection(b).count
    return Double(shared) / Double(max(1, a.count + b.count - shared))
  }

  private struct Common {
    var shared = 0
    var all = 0
    var share: Double { Double(shared) / Double(max(1, all)) }
  }

  private static func common(_ a: [Int32], _ b: [Int32]) -> Common {
    let known = Set(b.filter { $0 >= 0 })
    let shared = Set(a.filter { $0 >= 0 }).intersection(known).count
    return Common(shared: shared, all: a.count + b.count - shared)
  }
}
