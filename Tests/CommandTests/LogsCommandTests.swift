// `wct logs`: the journal of a run as lines.
internal import CanonicalJSON
internal import Glibc
internal import TestSupport
import Testing

@Suite struct LogsCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  private func records(_ arguments: String...) throws -> [JSONValue] {
    let result = try place.start(.wct, ["logs"] + arguments + ["--json"]).result()
    #expect(result.code == 0, "\(result)")
    return try result.output.split(separator: "\n").map { try JSONReader.read(text: String($0)) }
  }

  @Test func everyChangeIsALineInOrder() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let records = try records("latest")
    for artifact in ["files", "personal_data", "classified"] {
      let own = records.filter { $0["artifact"] == .string(artifact) }
      #expect(own.map { $0["status"] } == ["running", "completed"], "\(own)")
      #expect(own.last?["digest"]?.stringValue?.hasPrefix("sha256:") == true)
      #expect(own.last?["cause"] != nil && own.last?["duration_seconds"] != nil, "\(own)")
    }
    let times = records.compactMap { $0["time"]?.stringValue }
    #expect(times.count == 6 && times == times.sorted())
    let lines = try place.wct("logs", "latest").output.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[1].contains(" files: completed in ") && lines[1].hasSuffix(", 1 item"), "\(lines)")
  }

  @Test func oneArtifactAlone() throws {
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    #expect(try records("latest", "files").map { $0["status"] } == ["running", "completed"])
    let unknown = try place.wct("logs", "latest", "nothing")
    #expect(unknown.code == 2 && unknown.error.contains("personal_data"), "\(unknown)")
  }

  @Test func failuresSayWhy() throws {
    try place.write("second.yaml", SampleRunbook.branches(left: "gone", right: "data"))
    #expect(try place.wct("run", "second.yaml", "-q").code == 1)
    let failed = try #require(records("latest", "left").last)
    #expect(failed["status"] == "failed" && failed["code"] == "WCT6001", "\(failed)")
    #expect(failed["reason"]?.stringValue?.contains("gone") == true)
    let text = try place.wct("logs", "second.yaml", "left_data").output
    #expect(text.contains("left_data: skipped") && text.contains("'left'"), "\(text)")
  }

  @Test func followingEndsWithTheRun() throws {
    try place.write("slow.yaml", SampleRunbook.branches(left: "./left", right: "./data"))
    try place.write("left/text.txt", Fillers.personalData(lines: 9_000))
    let run = try place.start(.wct, ["run", "slow.yaml", "-v"])
    #expect(run.wait { $0.standardError.contains("left_data: running") })
    let logs = try place.start(.wct, ["logs", "latest", "-f"])
    #expect(logs.wait { $0.standardOutput.contains("left_data: running") })
    #expect(run.result().code == 0)
    let result = logs.result()
    #expect(result.code == 0 && result.output.contains("left_data: completed"), "\(result)")
    #expect(result.error.contains("is completed"), "\(result)")
    // Of a run that has ended it shows all, and ends too.
    #expect(try place.wct("logs", "latest", "-f").output == result.output)
  }
}
