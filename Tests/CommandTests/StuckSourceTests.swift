// Sources that never come back, as from a file server that is gone: nothing else waits for them.
internal import CanonicalJSON
internal import Glibc
internal import TestSupport
import Testing

@Suite struct StuckSourceTests {
  private let place: Workplace
  /// The same, where reading anything in `left` never comes back.
  private let stuck: Workplace

  init() throws {
    let place = try Workplace()
    try place.write("left/letter.txt", SampleRunbook.letter)
    try place.write("right/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.branches(left: "./left", right: "./right"))
    var stuck = place
    stuck.environment = try FaultLibrary.environment(hangingBelow: "\(place.path)/left")
    (self.place, self.stuck) = (place, stuck)
  }

  private func startUntilNothingElseMoves(_ arguments: String...) throws -> ChildProcess {
    let run = try stuck.start(.wct, ["run", "sample.yaml", "-v"] + arguments)
    let isStuck = run.wait {
      $0.standardError.contains("right_data: completed") && $0.standardError.contains("left: running")
    }
    #expect(isStuck, "\(run.standardError)")
    return run
  }

  private func expectResumable(_ statuses: [String: String]) throws {
    #expect(try place.statuses() == statuses)
    let resumed = try place.wct("resume", "latest", "-q")
    #expect(resumed.code == 0, "\(resumed)")
    #expect(try place.runs().first?["status"] == "completed")
  }

  private static let interrupted = [
    "left": "not_started", "left_data": "not_started", "right": "completed", "right_data": "completed",
  ]

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aSignalEndsTheRunAfterTheGrace(signal: Int32, code: Int32) throws {
    let run = try startUntilNothingElseMoves()
    run.send(signal)
    let result = run.result()
    #expect(result.code == code, "\(result)")
    #expect(result.output.contains("wct resume "), "\(result)")
    #expect(try place.runs().first?["status"] == "interrupted")
    try expectResumable(Self.interrupted)
  }

  /// Without the grace: nothing is said any more, and the store says the truth all the same.
  @Test func aSecondSignalLeavesAtOnce() throws {
    let run = try startUntilNothingElseMoves()
    run.send(SIGINT)
    #expect(run.wait { $0.standardError.contains("SIGINT: stopping") })
    run.send(SIGINT)
    let result = run.result()
    #expect(result.code == 130 && result.output.isEmpty, "\(result)")
    #expect(try place.runs().first?["status"] == "interrupted")
    try expectResumable(Self.interrupted)
  }

  @Test func aCancelledRunEndsTheSameWay() throws {
    let run = try startUntilNothingElseMoves()
    let result = try place.wct("cancel", "latest")
    #expect(result.code == 0 && result.output.contains("has stopped: it is interrupted"), "\(result)")
    #expect(run.result().code == 130)
    try expectResumable(Self.interrupted)
  }

  @Test func theTimeLimitOfTheArtifactHolds() throws {
    try place.write(
      "sample.yaml",
      SampleRunbook.branches(left: "./left", right: "./right")
        .split(separator: "    optional: false").joined(separator: "    timeout: 1"))
    let result = try stuck.wct("run", "sample.yaml")
    #expect(result.code == 1 && "\(result)".contains("timed out after 1 s"), "\(result)")
    #expect(try place.artifacts()["left"]?["code"] == "WCT5021")
    try expectResumable([
      "left": "failed", "left_data": "skipped", "right": "completed", "right_data": "completed",
    ])
  }

  @Test func theTimeLimitOfTheRunHolds() throws {
    try place.write("sample.yaml", "config: {timeout: 5}\n" + SampleRunbook.extraction(of: "./left"))
    let result = try stuck.wct("run", "sample.yaml")
    #expect(result.code == 1 && "\(result)".contains("time limit of 5 s has passed"), "\(result)")
    try expectResumable(["files": "skipped"])
  }
}
