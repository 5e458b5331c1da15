// `run --select` and `resume --only`: a part of a plan, and the rest later.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct SelectedRunTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("left/letter.txt", SampleRunbook.letter)
    try place.write("right/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.branches(left: "./left", right: "./right"))
  }

  @Test func aSelectionIsMadeWithWhatLeadsToItAndTheRestLater() throws {
    let result = try place.wct("run", "sample.yaml", "--select", "left_data", "-o", "part.json")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("made what was selected"), "\(result)")
    #expect(
      result.output.contains("2 artifacts left out") && result.output.contains("Make the rest with"),
      "\(result)")
    #expect(
      try place.statuses() == [
        "left": "completed", "left_data": "completed", "right": "not_started", "right_data": "not_started",
      ])
    #expect(try place.artifacts()["right"]?["cause"] == "not_selected")
    let run = try #require(place.runs().first)
    #expect(run["status"] == "interrupted" && run["selection"] == "left_data")
    let why = try JSONReader.read(place.machine("why", "latest", "right_data").standardOutput)
    #expect(why["artifacts"]?.arrayValue?.first?["reason"] == "not_selected")
    let results = try JSONReader.read(place.bytes("outputs/part.json"))
    #expect(results["outputs"]?.arrayValue?.count == 1)

    let resumed = try place.wct("resume", "latest", "-o", "whole.json")
    #expect(resumed.code == 0 && resumed.error.contains("2 done before"), "\(resumed)")
    #expect(try Set(place.statuses().values) == ["completed"])
    #expect(try place.runs().first?["status"] == "completed")
    #expect(try place.runs().first?["selection"] == nil)
  }

  @Test func aSelectionOfAllIsARun() throws {
    let result = try place.wct("run", "sample.yaml", "--select", "output:true", "-q")
    #expect(result.code == 0, "\(result)")
    #expect(try place.runs().first?["status"] == "completed")
  }

  @Test func severalSelectionsJoin() throws {
    let result = try place.wct("run", "sample.yaml", "--select", "left", "--select", "right", "--json")
    #expect(result.code == 0, "\(result)")
    let summary = try JSONReader.read(result.standardOutput)
    #expect(summary["selection"] == "(left) (right)" && summary["left_out"] == 2)
    #expect(try place.statuses()["right"] == "completed")
  }

  /// What nobody asked for needs nothing: not even its source has to be there.
  @Test func whatIsLeftOutIsNotLookedAt() throws {
    try place.run("/bin/rm", "-r", "right")
    #expect(try place.wct("run", "sample.yaml", "--select", "left_data", "-q").code == 0)
    let only = try place.wct("resume", "latest", "--only", "right_data")
    #expect(only.code == 1, "\(only)")
    #expect(try place.statuses()["right"] == "failed")
    #expect(try place.statuses()["left_data"] == "completed")
    // A failure outside of what is asked for now stays as it is.
    let other = try place.wct("resume", "latest", "--only", "left_data")
    #expect(other.code == 0, "\(other)")
    #expect(try place.statuses()["right"] == "failed" && place.statuses()["right_data"] == "skipped")
    try place.write("right/letter.txt", SampleRunbook.letter)
    #expect(try place.wct("resume", "latest").code == 0)
    #expect(try Set(place.statuses().values) == ["completed"])
  }

  @Test(arguments: [
    ["run", "sample.yaml", "--select", "lefft"], ["run", "sample.yaml", "--select", "left+("],
  ])
  func aSelectionThatIsWrongIsSaidBeforeAnythingRuns(arguments: [String]) throws {
    let result = try place.start(.wct, arguments).result()
    #expect(result.code == 2 && result.error.contains("--select:1:"), "\(result)")
    #expect(try place.runs().isEmpty)
  }

  @Test func onlyIsForSelectionsOfTheRun() throws {
    #expect(try place.wct("run", "sample.yaml", "--select", "left", "-q").code == 0)
    let result = try place.wct("resume", "latest", "--only", "nobody")
    #expect(result.code == 2 && result.error.contains("--only:1:1"), "\(result)")
    // A selection alone can't leave the run in another state.
    #expect(try place.runs().first?["selection"] == "left")
    let through = try place.wct("run", "--resume", "latest", "--select", "left_data")
    #expect(through.code == 0, "\(through)")
    #expect(try place.statuses()["left_data"] == "completed")
  }
}
