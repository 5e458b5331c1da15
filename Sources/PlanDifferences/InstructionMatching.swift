// Which instruction of one plan stands for the same artifact as which of the other.
internal import ComponentKit
internal import ExecutionPlan

/// Pairs of instructions of two plans; each belongs to one pair at most.
struct InstructionMatching {
  /// Why two instructions are taken for the same artifact.
  enum Reason: Sendable {
    case sameID
    /// The ids differ and the keys agree.
    case sameKey
    /// The ids differ, the definitions agree, and so do the inputs as far as they were found again.
    case sameDefinition
    /// The ids differ and the definitions are alike.
    case similar
  }

  private(set) var oldToNew: [Int32]
  private(set) var newToOld: [Int32]
  private var renamed: [Int: Reason] = [:]

  /// Finds the pairs.
  ///
  /// - Complexity: near-linear in the size of both plans; only instructions whose ids are in one plan alone
  ///   are looked at more than once.
  init(_ old: ComparablePlan, _ new: ComparablePlan, defaults: PropertyDefaults) {
    oldToNew = Array(repeating: -1, count: old.instructions.count)
    newToOld = Array(repeating: -1, count: new.instructions.count)
    for (index, instruction) in new.instructions.enumerated() {
      if let other = old.index(of: instruction.id) { pair(other, index) }
    }
    guard hasLeftovers else { return }
    pairByKey(old, new)
    // What was found again helps to find what depends on it.
    for _ in 0..<3 where hasLeftovers {
      let before = renamed.count
      pairByDefinition(old, new)
      if hasLeftovers {
        for (a, b) in DefinitionSimilarity(old, new, self, defaults).pairs() { pair(a, b, .similar) }
      }
      if renamed.count == before { break }
    }
  }

  func newIndex(ofOld index: Int) -> Int? { oldToNew[index] < 0 ? nil : Int(oldToNew[index]) }
  func oldIndex(ofNew index: Int) -> Int? { newToOld[index] < 0 ? nil : Int(newToOld[index]) }

  /// Why the pair of a new instruction is one; nil when it is in none.
  func reason(ofNew index: Int) -> Reason? {
    newToOld[index] < 0 ? nil : renamed[index] ?? .sameID
  }

  var oldLeftovers: [Int] { oldToNew.indices.filter { oldToNew[$0] < 0 } }
  var newLeftovers: [Int] { newToOld.indices.filter { newToOld[$0] < 0 } }

  private var hasLeftovers: Bool { oldToNew.contains(-1) && newToOld.contains(-1) }

  private mutating func pair(_ old: Int, _ new: Int, _ reason: Reason = .sameID) {
    oldToNew[old] = Int32(truncatingIfNeeded: new)
    newToOld[new] = Int32(truncatingIfNeeded: old)
    if reason != .sameID { renamed[new] = reason }
  }

  /// Equal keys are equal meanings; of several, those that share the last part of their ids go together, then
  /// the first with the first.
  private mutating func pairByKey(_ old: ComparablePlan, _ new: ComparablePlan) {
    for isNamed in [true, false] {
      var open: [KeyAndName: [Int]] = [:]
      for index in oldLeftovers.reversed() {
        open[KeyAndName(old.instructions[index], isNamed: isNamed), default: []].append(index)
      }
      for index in newLeftovers {
        if let other = open[KeyAndName(new.instructions[index], isNamed: isNamed)]?.popLast() {
          pair(other, index, .sameKey)
        }
      }
    }
  }

  /// In topological order, so that what the operands became is known.
  private mutating func pairByDefinition(_ old: ComparablePlan, _ new: ComparablePlan) {
    var open: [Definition: [Int]] = [:]
    for index in oldLeftovers.reversed() {
      let instruction = old.instructions[index]
      let operands = instruction.operands.map { Int32(truncatingIfNeeded: $0.value) }
      open[Definition(instruction, operands, old), default: []].append(index)
    }
    for index in newLeftovers {
      let instruction = new.instructions[index]
      let operands = instruction.operands.map { newToOld[$0.value] }
      guard !operands.contains(-1), !operands.isEmpty else { continue }
      if let other = open[Definition(instruction, operands, new)]?.popLast() {
        pair(other, index, .sameDefinition)
      }
    }
  }
}

/// The meaning of an instruction, and the last part of its id where that counts.
private struct KeyAndName: Hashable {
  private let key: ContentDigest
  private let name: Substring

  init(_ instruction: Instruction, isNamed: Bool) {
    key = instruction.key
    name = isNamed ? instruction.id.lastSegment : ""
  }
}

/// What an instruction does and to what, in terms of the older plan.
private struct Definition: Hashable {
  private let key: ContentDigest
  private let operands: [Int32]

  init(_ instruction: Instruction, _ operands: [Int32], _ plan: ComparablePlan) {
    key = plan.definitionKey(of: instruction)
    self.operands = operands
  }
}

extension ComparablePlan {
  /// The digest of what an instruction does, whatever its inputs are.
  func definitionKey(of instruction: Instruction) -> ContentDigest {
    InstructionMeaning.key(
      of: instruction.operation, schema: instruction.schema, operandKeys: [], components: plan.components,
      rulesets: plan.rulesets)
  }
}

extension ArtifactID {
  /// What stands after the last slash.
  var lastSegment: Substring {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text[...] }
    return text[text.utf8.index(after: slash)...]
  }
}
