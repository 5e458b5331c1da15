// Work on several threads: every piece once, results in order.
import Testing

@testable import ParallelWork

@Suite struct WorkerThreadsTests {
  @Test(arguments: [(0, 4), (1, 4), (100, 1), (1_000, 3), (5, 1_000)])
  func resultsComeInOrder(count: Int, jobs: Int) {
    var delivered: [Int] = []
    WorkerThreads.forEachInOrder(count, jobs: jobs) { index in
      // Later pieces are done sooner.
      (0..<(count - index)).reduce(index) { $0 &+ $1 } &- (0..<(count - index)).reduce(0, &+)
    } deliver: { index, output in
      #expect(index == output)
      delivered.append(index)
    }
    #expect(delivered == Array(0..<count))
  }
}
