// The nesting of boxes: which lies in which, how deep, and over which ranks each goes.

struct BoxTree {
  let parents: [Int?]
  private(set) var depths: [Int]
  /// The first and the last rank of what is in each box.
  private(set) var first: [Int]
  private(set) var last: [Int]
  /// How many boxes, itself included, begin at a box's first rank along one line into it; likewise for the end.
  private(set) var startLevels: [Int]
  private(set) var endLevels: [Int]

  init(_ problem: LayoutProblem, ranks: [Int]) {
    parents = problem.boxes.map(\.parent)
    depths = problem.boxes.map { _ in 0 }
    first = problem.boxes.map { _ in Int.max }
    last = problem.boxes.map { _ in Int.min }
    startLevels = problem.boxes.map { _ in 1 }
    endLevels = startLevels
    for (index, parent) in parents.enumerated() { parent.map { depths[index] = depths[$0] + 1 } }
    for (index, item) in problem.items.enumerated() {
      guard let box = item.box else { continue }
      first[box] = min(first[box], ranks[index])
      last[box] = max(last[box], ranks[index])
    }
    // Parents stand before their children.
    for index in parents.indices.reversed() {
      guard let parent = parents[index] else { continue }
      first[parent] = min(first[parent], first[index])
      last[parent] = max(last[parent], last[index])
    }
    for index in parents.indices.reversed() {
      guard let parent = parents[index] else { continue }
      if first[parent] == first[index] {
        startLevels[parent] = max(startLevels[parent], startLevels[index] + 1)
      }
      if last[parent] == last[index] { endLevels[parent] = max(endLevels[parent], endLevels[index] + 1) }
    }
  }

  /// The innermost box that holds both.
  func common(_ left: Int?, _ right: Int?) -> Int? {
    var (left, right) = (left, right)
    while let one = left, let other = right {
      if one == other { return one }
      if depths[one] >= depths[other] { left = parents[one] }
      if depths[other] >= depths[one] { right = parents[other] }
    }
    return nil
  }

  /// The box around `box` that lies directly in `outer`; `box` itself when it does.
  func child(of outer: Int?, around box: Int) -> Int {
    var box = box
    while let parent = parents[box], parent != outer { box = parent }
    return box
  }

  /// The boxes around something, outermost first.
  func path(to box: Int?) -> [Int] {
    var path: [Int] = []
    var current = box
    while let box = current {
      path.append(box)
      current = parents[box]
    }
    return path.reversed()
  }
}
