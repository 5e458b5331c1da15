// Runs that are killed or asked to stop in the middle, and two programs at one store.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct StoppedRunTests {
  private let place: Workplace

  /// `right_data` is done at once, `left_data` takes seconds.
  init() throws {
    place = try Workplace()
    try place.write("left/text.txt", Fillers.personalData(lines: 9_000))
    try place.write("right/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.branches(left: "./left", right: "./right"))
  }

  private func startUntilTheMiddle() throws -> ChildProcess {
    let run = try place.start(.wct, ["run", "sample.yaml", "-v", "-o", "stopped.json"])
    let isInTheMiddle = run.wait {
      $0.standardError.contains("right_data: completed") && $0.standardError.contains("left_data: running")
    }
    #expect(isInTheMiddle, "\(run.standardError)")
    #expect(!run.standardError.contains("left_data: completed"))
    return run
  }

  @Test func aKilledRunIsInterruptedReadableAndResumable() throws {
    let run = try startUntilTheMiddle()
    run.send(SIGKILL)
    #expect(run.result().ending == .signalled(SIGKILL))
    #expect(!place.exists("outputs"))

    let listed = try #require(place.runs().first)
    #expect(listed["status"] == "interrupted")
    #expect(listed["finished_at"] == .null || listed["finished_at"]?.stringValue != nil)
    let statuses = try place.statuses()
    for artifact in ["left", "right", "right_data"] {
      #expect(statuses[artifact] == "completed", "\(statuses)")
      #expect(try place.content(artifact) != nil, "\(artifact)")
    }
    #expect(statuses["left_data"] != "completed" && statuses["left_data"] != "running", "\(statuses)")

    // What was completed is not read again.
    try place.run("/bin/rm", "-r", "right", "left")
    let resumed = try place.wct("resume", "latest", "-o", "resumed.json")
    #expect(resumed.code == 0, "\(resumed)")
    #expect(resumed.error.contains("3 done before"), "\(resumed)")

    try place.write("left/text.txt", Fillers.personalData(lines: 9_000))
    try place.write("right/letter.txt", SampleRunbook.letter)
    #expect(try place.wct("run", "sample.yaml", "-q", "-o", "undisturbed.json").code == 0)
    let results = try ["resumed", "undisturbed"].map {
      try JSONReader.read(place.bytes("outputs/\($0).json")).withoutRunDetails
    }
    #expect(results[0] == results[1])
    #expect(results[0]["summary"]?["succeeded"] == 4)
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aStopSignalLeavesAnInterruptedRun(signal: Int32, code: Int32) throws {
    let run = try startUntilTheMiddle()
    run.send(signal)
    let result = run.result()
    #expect(result.code == code, "\(result)")
    #expect(result.output.contains("interrupted") && result.output.contains("wct resume "), "\(result)")
    #expect(!place.exists("outputs/stopped.json"))
    #expect(try place.runs().first?["status"] == "interrupted")
    #expect(try place.statuses()["right_data"] == "completed")
    let resumed = try place.wct("resume", "latest", "-q", "-o", "resumed.json")
    #expect(resumed.code == 0, "\(resumed)")
    #expect(try JSONReader.read(place.bytes("outputs/resumed.json"))["run"]?["status"] == "completed")
  }

  @Test func aKeystrokeStopsARunOnATerminalAndLeavesItClean() throws {
    let run = try place.start(.wct, ["run", "sample.yaml"], output: .terminal)
    #expect(run.wait { $0.standardOutput.contains("3 of 4 done") })
    run.type([0x03])
    let result = run.result()
    #expect(result.code == 130, "\(result)")
    let screen = Screen(showing: result.output).lines
    #expect(!screen.contains { $0.contains("of 4 done") }, "\(screen)")
    #expect(try place.runs().first?["status"] == "interrupted")
  }

  @Test func aSecondSignalLeavesAtOnce() throws {
    let run = try startUntilTheMiddle()
    run.send(SIGTERM)
    #expect(run.wait { $0.standardError.contains("SIGTERM: stopping") })
    run.send(SIGTERM)
    #expect(run.result().code == 143)
    #expect(try place.runs().first?["status"] == "interrupted")
  }

  // MARK: - Two at a time

  @Test func twoRunsAtOnceOnOneStoreBothSucceed() throws {
    try place.write("small.yaml", SampleRunbook.detection(of: "./right"))
    let runs = try (0..<3).map { try place.start(.wct, ["run", "small.yaml", "-o", "\($0).json"]) }
    for run in runs {
      let result = run.result()
      #expect(result.code == 0, "\(result)")
    }
    #expect(try place.runs().map { $0["status"] } == ["completed", "completed", "completed"])
    #expect(try listDirectory("\(place.path)/outputs").count == 3)
  }

  @Test func aRunThatIsHeldIsRefusedWithItsHolder() throws {
    let run = try startUntilTheMiddle()
    // Running, not interrupted: its process lives.
    #expect(try place.runs().first?["status"] == "running")
    let second = try place.wct("resume", "latest")
    #expect(second.code == 4, "\(second)")
    #expect(second.error.contains("\(run.pid)"), "\(second)")
    run.send(SIGKILL)
    _ = run.result()

    let resumed = try place.start(.wct, ["resume", "latest", "-v"])
    #expect(resumed.wait { $0.standardError.contains("left_data: running") }, "\(resumed.standardError)")
    let other = try place.wct("resume", "latest")
    #expect(other.code == 4, "\(other)")
    #expect(other.error.contains("\(resumed.pid)"), "\(other)")
    #expect(resumed.result().code == 0)
  }

  /// Somebody removed its lock while it slept: whoever took the run over meanwhile is not disturbed.
  @Test func aStaleHolderThatWakesUpWritesNothing() throws {
    let stale = try startUntilTheMiddle()
    stale.send(SIGSTOP)
    let run = try #require(place.runs().first?["id"]?.stringValue)
    try place.run("/bin/rm", ".wct/runs/\(run).lock")
    let taken = try place.wct("resume", run, "-q", "-o", "taken.json")
    #expect(taken.code == 0, "\(taken)")
    let (journal, results) = (
      try place.machine("logs", run, "--json").output, try place.bytes("outputs/taken.json")
    )
    stale.send(SIGCONT)
    let woken = stale.result()
    #expect(woken.code == 4 && woken.error.contains("has taken over the run \(run)"), "\(woken)")
    #expect(!place.exists("outputs/stopped.json"))
    #expect(try place.machine("logs", run, "--json").output == journal)
    #expect(try place.bytes("outputs/taken.json") == results)
    #expect(try place.runs().first?["status"] == "completed")
  }
}
