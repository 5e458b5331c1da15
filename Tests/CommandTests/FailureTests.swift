// What a failing artifact does to the rest of the run, and what is said of it.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct FailureTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("right/letter.txt", SampleRunbook.letter)
  }

  @Test func whatIsDownstreamIsSkippedAndNothingElse() throws {
    try place.write("sample.yaml", SampleRunbook.branches(left: "./gone", right: "./right"))
    let result = try place.wct("run", "sample.yaml")
    #expect(result.code == 1)
    #expect(
      try place.statuses() == [
        "left": "failed", "left_data": "skipped", "right": "completed", "right_data": "completed",
      ])
    #expect(result.error.contains("error[WCT6001]: left (sample.yaml:6:3): "), "\(result)")
    #expect(result.error.contains("gone"), "\(result)")
    #expect(result.output.contains("left_data   skipped"), "\(result)")
    #expect(
      result.output.contains("failed in") && result.output.contains("Resume with: wct resume "), "\(result)")
  }

  @Test func anOptionalFailureDoesNotFailTheRun() throws {
    try place.write(
      "sample.yaml", SampleRunbook.branches(left: "gone", right: "right", leftFlags: "optional"))
    let result = try place.wct("run", "sample.yaml")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("completed (partial)"), "\(result)")
    #expect((result.output + result.error).contains("gone"), "it is a warning, not silence: \(result)")
    #expect(!result.error.contains("error:"), "\(result)")
    #expect(try place.statuses()["left_data"] == "skipped")
  }

  @Test func quietStillShowsErrors() throws {
    try place.write("sample.yaml", SampleRunbook.branches(left: "gone", right: "right"))
    let result = try place.wct("run", "sample.yaml", "-q")
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("error[WCT6001]: left (sample.yaml:"), "\(result)")
  }

  @Test func severalFailuresAreAllShown() throws {
    try place.write("sample.yaml", SampleRunbook.branches(left: "gone", right: "lost"))
    let result = try place.wct("run", "sample.yaml", "-q")
    #expect(
      result.error.contains("error[WCT6001]: left (") && result.error.contains("error[WCT6001]: right ("),
      "\(result)")
  }

  @Test func aRunbookWithErrorsDoesNotBegin() throws {
    try place.write("sample.yaml", "name: x\nartifacts: {}\n")
    let result = try place.wct("run", "sample.yaml")
    #expect(result.code == 1)
    #expect(result.error.contains("sample.yaml:"))
    #expect(try place.directory.names() == ["right", "sample.yaml"])
  }

  @Test func aTimeoutStopsTheRunAndItCanBeResumed() throws {
    try place.write("big/text.txt", Fillers.personalData(lines: 12_000))
    let text = SampleRunbook.detection(of: "./big")
    try place.write("sample.yaml", "config: {timeout: 1}\n" + text)
    let result = try place.wct("run", "sample.yaml")
    #expect(result.code == 1, "\(result)")
    #expect(result.error.contains("error[WCT5022]: the run's time limit of 1 s has passed"), "\(result)")
    #expect(try place.runs().first?["status"] == "failed")
    #expect(try place.statuses()["files"] == "completed")
  }
}
