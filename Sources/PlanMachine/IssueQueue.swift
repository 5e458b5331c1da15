// The instructions that are ready, most urgent first. Knows nothing of what they do.

/// A binary heap of instructions: the longest remaining path first, of equal ones the earlier in the plan.
struct IssueQueue: Sendable {
  private var heap: [Int32] = []

  var isEmpty: Bool { heap.isEmpty }
  var count: Int { heap.count }

  /// O(log n).
  mutating func insert(_ index: Int32, _ urgency: [Int64]) {
    heap.append(index)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.precedes(heap[child], heap[parent], urgency) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes out the most urgent one; O(log n).
  mutating func removeFirst(_ urgency: [Int64]) -> Int32? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if heap.isEmpty { return first }
    heap[0] = last
    sink(urgency)
    return first
  }

  mutating func removeAll() { heap = [] }

  private mutating func sink(_ urgency: [Int64]) {
    var parent = 0
    while true {
      var best = parent
      for child in (2 * parent + 1)...(2 * parent + 2) where child < heap.count {
        if Self.precedes(heap[child], heap[best], urgency) { best = child }
      }
      if best == parent { return }
      heap.swapAt(parent, best)
      parent = best
    }
  }

  private static func precedes(_ left: Int32, _ right: Int32, _ urgency: [Int64]) -> Bool {
    let (a, b) = (urgency[Int(left)], urgency[Int(right)])
    return a == b ? left < right : a > b
  }
}
