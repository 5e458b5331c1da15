// `wct why`: every artifact has a reason from the closed list, with what changed.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct WhyCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  private func why(_ run: String = "latest") throws -> [String: JSONValue] {
    let result = try place.wct("why", run)
    #expect(result.code == 0, "\(result)")
    let document = try JSONReader.read(result.standardOutput)
    #expect(document["format"] == "wct-why" && document["version"] == 1)
    var artifacts: [String: JSONValue] = [:]
    for artifact in document["artifacts"]?.arrayValue ?? [] {
      artifacts[artifact["artifact"]?.stringValue ?? ""] = artifact
    }
    return artifacts
  }

  private func reasons(_ run: String = "latest") throws -> [String: String] {
    try why(run).compactMapValues { $0["reason"]?.stringValue }
  }

  @Test func theFirstRunIsTheFirstTime() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    #expect(
      try reasons() == [
        "files": "first_time", "personal_data": "first_time", "classified": "first_time",
      ])
  }

  @Test func aSecondRunWasMadeBecauseReuseWasOff() throws {
    for _ in 0..<2 { #expect(try place.wct("run", "sample.yaml", "-q").code == 0) }
    let reasons = try reasons()
    #expect(reasons["files"] == "reuse_off")
    #expect(reasons["personal_data"] == "reuse_off")
  }

  @Test func whatChangedIsNamed() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let first = try #require(place.runs().first?["id"])
    try place.write("data/letter.txt", "Write to john@example.org\n")
    #expect(try place.wct("run", "sample.yaml", "-q", "--reuse", "auto").code == 0)
    let artifacts = try why()
    #expect(artifacts["files"]?["reason"] == "source_changed")
    #expect(artifacts["files"]?["detail"] == "1 changed: letter.txt")
    #expect(artifacts["files"]?["compared_with"] == first)
    #expect(artifacts["personal_data"]?["reason"] == "input_changed")
    let change = artifacts["personal_data"]?["changes"]?.arrayValue?.first
    #expect(change?["name"] == "files" && change?["before"] != change?["after"])
  }

  @Test func whatWasReusedSaysFromWhere() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let first = try #require(place.runs().first?["id"])
    #expect(try place.wct("run", "sample.yaml", "-q", "--reuse", "auto").code == 0)
    for artifact in try why().values {
      #expect(artifact["reason"] == "unchanged" && artifact["from"] == first, "\(artifact)")
    }
  }

  @Test func aFailureAndWhatFollows() throws {
    try place.write("second.yaml", SampleRunbook.branches(left: "gone", right: "data"))
    #expect(try place.wct("run", "second.yaml", "-q").code == 1)
    #expect(try reasons()["left_data"] == "input_missing")
    #expect(try why()["left"]?["status"] == "failed")
    try place.write("gone/letter.txt", SampleRunbook.letter)
    #expect(try place.wct("run", "second.yaml", "-q", "--reuse", "auto").code == 0)
    #expect(try reasons()["left"] == "not_completed_before")
  }

  @Test func oneArtifactForPeople() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let shown = try place.machine("why", "latest", "files", output: .terminal).output
    #expect(shown.contains("files: ran: no earlier run of this runbook completed it"), "\(shown)")
    let unknown = try place.wct("why", "latest", "nothing")
    #expect(unknown.code == 2 && unknown.error.contains("it has: files"), "\(unknown)")
    #expect(try place.wct("why", "gone").code == 2)
  }
}
