// Runs that are killed at any instant, with ten branches and other runs beside them, and logs that were torn.
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct RandomKillTests {
  /// How many runs are killed; `RUNBOOK_CRASH_TESTS=all` kills hundreds.
  private static let seeds: [UInt64] = {
    let isWhole = unsafe getenv("RUNBOOK_CRASH_TESTS").map { unsafe String(cString: $0) } == "all"
    return Array(1...(isWhole ? 300 : 5))
  }()

  @Test(arguments: seeds) func aRunThatIsKilledAtAnyInstantGoesOn(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let run = try DisturbedRun(reuses: seed % 3 == 0)
    // Others take processors and disk meanwhile.
    let neighbours = try (0..<Int.random(in: 0...2, using: &random)).map { _ in try DisturbedRun() }
    let load = try neighbours.map { try $0.begin() }
    let process = try run.begin("--progress", "json")
    let eventCount = Int.random(in: 0...70, using: &random)
    _ = process.wait { $0.standardOutput.utf8.count { $0 == 0x0A } >= eventCount }
    var work = Int.random(in: 0...3_000_000, using: &random)
    while work > 0 { work -= 1 }
    process.send(SIGKILL)
    _ = process.result()
    for neighbour in load { _ = neighbour.result() }
    try run.expectRecovery("seed \(seed), after \(eventCount) events")
  }

  /// The system had written a part of the log's last page when the power went.
  @Test(arguments: [1, 100, 2_048, 4_095, 4_119, 9_000]) func aTornLastPageIsNoDamage(missing: Int) throws {
    let run = try DisturbedRun()
    let process = try run.begin("--progress", "json")
    _ = process.wait { $0.standardOutput.contains(#""status":"completed""#) }
    process.send(SIGKILL)
    _ = process.result()
    let log = "\(run.site)/.wct/store.db-wal"
    var bytes = try readFile(log)
    let end = max(0, bytes.count - missing)
    // Sectors that never came hold whatever was there before.
    for index in end..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: index &* 131) }
    if missing % 2 == 0 { bytes.removeSubrange(end...) }
    try writeFile(log, bytes, permissions: 0o600)
    // The index of the log is built anew by whoever opens the database first.
    try? removeFile("\(run.site)/.wct/store.db-shm")
    try run.expectRecovery("\(missing) bytes torn")
  }

  /// What was taken from an earlier run must be whole, however the run that took it ends.
  @Test(arguments: [0, 1, 2, 3]) func aKilledRunThatReusesGoesOn(part: Int) throws {
    let count = try UndisturbedRun.reusing.get().operationCount
    for kind in [Fault.Kind.kill, .tear] {
      let fault = Fault(kind: kind, operation: 1 + part * count / 4)
      let run = try DisturbedRun(reuses: true)
      let result = try run.run(fault)
      #expect(result.ending == .signalled(SIGKILL) || result.code == 0, "\(fault): \(result)")
      try run.expectRecovery("\(fault), reusing")
    }
  }
}
