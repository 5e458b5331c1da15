// A run dies, or its disk fails, at one of its file operations: nothing is lost, nothing runs twice, nothing is half.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct CrashTests {
  /// The part of all operations that a test disturbs; `RUNBOOK_CRASH_TESTS=all` disturbs each.
  private static func share(_ parts: Int) -> [Int] {
    let isWhole = unsafe getenv("RUNBOOK_CRASH_TESTS").map { unsafe String(cString: $0) } == "all"
    return Array(0..<(isWhole ? 1_000 : parts))
  }

  /// The operation that stands for a part; nil beyond the last.
  private func operation(_ part: Int, of parts: Int) throws -> Int? {
    let count = try UndisturbedRun.shared.get().operationCount
    if parts >= 1_000 { return part < count + 3 ? part + 1 : nil }
    return 1 + part * count / parts
  }

  @Test(arguments: share(10)) func aKilledRunGoesOn(part: Int) throws {
    try expectDeath(.kill, part, of: Self.share(10).count)
  }

  @Test(arguments: share(4)) func aRunThatIsKilledInTheMiddleOfAWriteGoesOn(part: Int) throws {
    try expectDeath(.tear, part, of: Self.share(4).count)
  }

  private func expectDeath(_ kind: Fault.Kind, _ part: Int, of parts: Int) throws {
    guard let operation = try operation(part, of: parts) else { return }
    let fault = Fault(kind: kind, operation: operation)
    let run = try DisturbedRun()
    let result = try run.run(fault)
    // How the threads interleave decides how often the journal is written.
    #expect(result.ending == .signalled(SIGKILL) || result.code == 0, "\(fault): \(result)")
    try run.expectRecovery("\(fault)")
  }

  @Test(arguments: share(6)) func aFullDiskIsSaidAndNothingIsLost(part: Int) throws {
    try expectFailure(.full, part, of: Self.share(6).count) { result in
      // SQLite has one word for all failures to make its shared memory larger.
      result.error.contains("No space left on device") || result.error.contains("no space is left")
        || result.error.contains("disk is full")
        || result.error.contains("disk I/O error")
    }
  }

  @Test(arguments: share(6)) func aFailingDiskIsSaidAndNothingIsLost(part: Int) throws {
    try expectFailure(.error, part, of: Self.share(6).count) { result in
      result.error.contains("Input/output error") || result.error.contains("disk I/O error")
    }
  }

  private func expectFailure(
    _ kind: Fault.Kind, _ part: Int, of parts: Int, saying isSaid: (ProcessResult) -> Bool
  ) throws {
    guard let operation = try operation(part, of: parts) else { return }
    let fault = Fault(kind: kind, operation: operation)
    let run = try DisturbedRun()
    let result = try run.run(fault)
    // Some failures harm nothing: that of the truncation of a log, of a sync of a directory.
    #expect(result.code == 0 || result.code == 1 && isSaid(result), "\(fault): \(result)")
    try run.expectRecovery("\(fault)")
  }

  @Test(arguments: share(8)) func aRunThatLosesItsPowerGoesOn(part: Int) throws {
    guard let operation = try operation(part, of: Self.share(8).count) else { return }
    let fault = Fault(kind: .power, operation: operation)
    let run = try DisturbedRun()
    let result = try run.run(fault)
    #expect(result.ending == .signalled(SIGKILL) || result.code == 0, "\(fault): \(result)")
    try run.losePower()
    try run.expectRecovery("\(fault)")
  }

  @Test func whatWasReportedDoneSurvivesTheLossOfPower() throws {
    let run = try DisturbedRun()
    #expect(try run.run(Fault(kind: .power, operation: 0)).code == 0)
    try run.losePower()
    #expect(try run.results() == UndisturbedRun.shared.get().results)
    #expect(try run.runs("after the end").first?["status"] == "completed")
    #expect(try run.completed().count == 22)
    let content = try run.machine("inspect", "latest", "classified")
    #expect(content.code == 0, "\(content)")
  }
}
