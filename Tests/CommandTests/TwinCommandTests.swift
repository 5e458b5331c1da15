// Two artifacts that are made in the same way are made once, and shown so.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct TwinCommandTests {
  @Test func equalInstructionsAreCarriedOutOnceAndShown() throws {
    let place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("twins.yaml", SampleRunbook.branches(left: "data", right: "data"))
    let result = try place.wct("run", "twins.yaml")
    #expect(result.code == 0, "\(result)")
    #expect(result.error.contains("right: same as 'left', 1 item"), "\(result)")
    let artifacts = try place.artifacts()
    #expect(artifacts["right_data"]?["same_as"] == "left_data")
    #expect(artifacts["right_data"]?["digest"] == artifacts["left_data"]?["digest"])
    #expect(artifacts["left_data"]?["same_as"] == .null)
    #expect(result.output.contains("same as 'left_data'"), "\(result)")
    #expect(try place.wct("resume", "latest", "-q", "-o", "results.json").code == 0)
    let outputs = try JSONReader.read(place.bytes("outputs/results.json"))["outputs"]?.arrayValue
    #expect(outputs?.map { $0["same_as"] } == [nil, "left_data"])
    let shown = try place.machine("inspect", "latest", output: .terminal).output
    #expect(shown.contains("same as 'left_data'"), "\(shown)")
    let why = try JSONReader.read(place.wct("why", "latest", "right").standardOutput)
    #expect(why["artifacts"]?.arrayValue?.first?["reason"] == "same_instruction", "\(why)")
  }
}
