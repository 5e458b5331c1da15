// `wct cancel`: stops a run from outside.
internal import CanonicalJSON
internal import Glibc
internal import TestSupport
import Testing

@Suite struct CancelCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("left/text.txt", Fillers.personalData(lines: 9_000))
    try place.write("right/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.branches(left: "./left", right: "./right"))
  }

  private func startUntilTheMiddle() throws -> ChildProcess {
    let run = try place.start(.wct, ["run", "sample.yaml", "-v"])
    #expect(run.wait { $0.standardError.contains("left_data: running") }, "\(run.standardError)")
    return run
  }

  @Test func aRunIsStoppedAndCanBeResumed() throws {
    let run = try startUntilTheMiddle()
    let result = try place.wct("cancel", "latest")
    #expect(result.code == 0 && result.output.contains("has stopped: it is interrupted"), "\(result)")
    #expect(run.result().code == 130)
    #expect(try place.runs().first?["status"] == "interrupted")
    #expect(try place.wct("resume", "latest", "-q").code == 0)
  }

  @Test func aRunThatIsNotRunningIsSaidToBeSo() throws {
    let run = try startUntilTheMiddle()
    run.send(SIGKILL)
    _ = run.result()
    let killed = try JSONReader.read(place.wct("cancel", "latest", "--json").standardOutput)
    #expect(killed["was_running"] == false && killed["status"] == "interrupted", "\(killed)")
    #expect(try place.wct("resume", "latest", "-q").code == 0)
    let ended = try place.wct("cancel", "latest")
    #expect(ended.code == 0 && ended.output.contains("is not running: it is completed"), "\(ended)")
    #expect(try place.wct("cancel", "nothing").code == 2)
  }

  /// A number that stands in the lock file, but of a process that does not have the lock, gets no signal.
  @Test func onlyTheHolderOfTheLockIsStopped() throws {
    let run = try startUntilTheMiddle()
    let bystander = try ChildProcess("/bin/sleep", ["1000"], directory: place.path, environment: [:])
    let id = try #require(place.runs().first?["id"]?.stringValue)
    try place.run("/bin/sh", "-c", "echo \(bystander.pid) > .wct/runs/\(id).lock")
    let result = try place.wct("cancel", "latest")
    #expect(result.code == 4 && result.error.contains("WCT5060"), "\(result)")
    #expect(kill(bystander.pid, 0) == 0)
    bystander.send(SIGKILL)
    #expect(bystander.result().ending == .signalled(SIGKILL))
    #expect(run.result().code == 0)
  }
}
