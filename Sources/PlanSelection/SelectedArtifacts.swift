// What a selection comes to: a set of artifacts.
package import ExecutionPlan

/// A set of the artifacts of one plan, or of one graph, by their numbers.
package struct SelectedArtifacts: Sendable, Hashable {
  /// For each artifact whether it belongs to the set.
  package private(set) var isMember: [Bool]
  package private(set) var count: Int

  /// None or all of some artifacts.
  package init(repeating isMember: Bool, count: Int) {
    self.isMember = Array(repeating: isMember, count: max(0, count))
    self.count = isMember ? max(0, count) : 0
  }

  /// The artifacts of this many that a condition holds for.
  init(count: Int, where condition: (Int) -> Bool) {
    isMember = (0..<max(0, count)).map(condition)
    self.count = isMember.count { $0 }
  }

  package var isEmpty: Bool { count == 0 }

  /// Whether everything there is belongs to it.
  package var isComplete: Bool { count == isMember.count }

  /// The numbers, ascending.
  package var indices: [Int] { isMember.indices.filter { isMember[$0] } }

  /// Whether an artifact belongs to the set; false for a number that is none.
  package func contains(_ index: Int) -> Bool { isMember.indices.contains(index) && isMember[index] }

  /// Whether an instruction belongs to the set.
  package func contains(_ index: InstructionIndex) -> Bool { contains(index.value) }

  package mutating func insert(_ index: Int) {
    guard isMember.indices.contains(index), !isMember[index] else { return }
    isMember[index] = true
    count += 1
  }

  /// Joins with another set of the same artifacts.
  package mutating func formUnion(_ other: SelectedArtifacts) { combine(other) { $0 || $1 } }
  /// Keeps what another set of the same artifacts holds too.
  package mutating func formIntersection(_ other: SelectedArtifacts) { combine(other) { $0 && $1 } }
  /// Takes out what another set of the same artifacts holds.
  package mutating func subtract(_ other: SelectedArtifacts) { combine(other) { $0 && !$1 } }

  private mutating func combine(_ other: SelectedArtifacts, _ operation: (Bool, Bool) -> Bool) {
    count = 0
    for index in isMember.indices {
      isMember[index] = operation(isMember[index], other.contains(index))
      if isMember[index] { count += 1 }
    }
  }
}
