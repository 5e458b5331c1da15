// `resume`: what is completed is not run again, what failed is.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct ResumeTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("right/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.branches(left: "./left", right: "./right"))
  }

  @Test(arguments: [["resume", "latest"], ["run", "--resume", "latest"]])
  func aCompletedRunSaysSo(arguments: [String]) throws {
    try place.write("left/letter.txt", SampleRunbook.letter)
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let before = try place.runs()
    let result = try place.start(.wct, arguments).result()
    #expect(result.code == 0)
    #expect(result.output.contains("completed already"), "\(result)")
    #expect(try place.runs() == before)
  }

  @Test func aCompletedRunSaysSoInJSON() throws {
    try place.write("left/letter.txt", SampleRunbook.letter)
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let result = try place.wct("resume", "latest", "--json")
    #expect(result.code == 0)
    let outcome = try JSONReader.read(result.standardOutput)
    #expect(outcome["status"] == "completed")
    #expect(try outcome["run"] == place.runs().first?["id"])
  }

  @Test func aCompletedRunGivesItsResultsAgain() throws {
    try place.write("left/letter.txt", SampleRunbook.letter)
    #expect(try place.wct("run", "sample.yaml", "-q", "-o", "one.json").code == 0)
    #expect(try place.wct("resume", "latest", "-o", "two.json").code == 0)
    #expect(try place.bytes("outputs/one.json") == place.bytes("outputs/two.json"))
  }

  /// A run that is completed although something optional failed is left alone, unless that is asked for by name.
  @Test func somethingOptionalIsTriedAgainWhenItIsNamed() throws {
    try place.write(
      "sample.yaml", SampleRunbook.branches(left: "./left", right: "./right", leftFlags: "optional"))
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    #expect(try place.statuses()["left"] == "failed")
    let before = try place.artifacts()["right_data"]
    let alone = try place.wct("resume", "latest")
    #expect(alone.code == 0 && alone.output.contains("1 optional failed, 1 skipped"), "\(alone)")
    #expect(alone.output.contains("--only"), "\(alone)")
    #expect(try place.statuses()["left"] == "failed")
    // It fails again.
    #expect(try place.wct("resume", "latest", "-q", "--only", "left_data").code == 0)
    #expect(try place.runs().first?["status"] == "completed")
    try place.write("left/letter.txt", SampleRunbook.letter)
    #expect(try place.wct("resume", "latest", "-q", "--only", "left_data").code == 0)
    #expect(try Set(place.statuses().values) == ["completed"])
    #expect(try place.artifacts()["right_data"] == before, "what was completed is not made again")
    let again = try place.wct("resume", "latest", "--only", "left_data")
    #expect(again.output.contains("nothing to do"), "\(again)")
  }

  @Test(arguments: [["resume", "latest"], ["run", "--resume", "latest"]])
  func aFailedRunGoesOnWhereItStopped(arguments: [String]) throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 1)
    let before = try place.artifacts()
    let run = try #require(place.runs().first?["id"])

    // The cause is mended; what the other branch read is gone, so running it again would show.
    try place.write("left/letter.txt", SampleRunbook.letter)
    try place.run("/bin/rm", "-r", "right")
    let result = try place.start(.wct, arguments + ["-o", "results.json"]).result()
    #expect(result.code == 0, "\(result)")
    #expect(result.error.contains("2 done before"), "\(result)")
    #expect(!result.error.contains("right"), "\(result)")

    #expect(try Set(place.statuses().values) == ["completed"])
    #expect(try place.artifacts()["right_data"] == before["right_data"])
    #expect(try place.runs().map { $0["id"] } == [run], "it is the same run")
    let results = try JSONReader.read(place.bytes("outputs/results.json"))
    #expect(results["run"]?["status"] == "completed" && results["errors"] == [])
    #expect(results["outputs"]?.arrayValue?.map { $0["artifact_id"] } == ["left_data", "right_data"])
  }

  @Test func aRunThatFailsAgainStaysResumable() throws {
    for command in [["run", "sample.yaml"], ["resume", "latest"], ["resume", "latest"]] {
      let result = try place.start(.wct, command).result()
      #expect(result.code == 1, "\(result)")
      #expect(result.error.contains("error[WCT6001]: left (sample.yaml:"), "\(result)")
      #expect(result.output.contains("wct resume "), "\(result)")
    }
    #expect(try place.statuses()["left_data"] == "skipped")
  }

  @Test func thePlanIsTheOneThatTheRunBeganWith() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 1)
    try place.write("left/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", "name: another\n")
    let plans = try listDirectory("\(place.path)/.wct/plans").compactMap(\.text)
    for plan in plans { try removeFile("\(place.path)/.wct/plans/\(plan)") }
    #expect(try place.wct("resume", "sample.yaml").code == 0)
  }

  @Test func theDirectoryOfTheRunIsKept() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 1)
    try place.write("left/letter.txt", SampleRunbook.letter)
    let other = try Workplace()
    let result = try other.wct("resume", "latest", "--store", "\(place.path)/.wct")
    #expect(result.code == 0, "\(result)")
    #expect(try other.directory.names() == ["outputs"])
  }
}
