// The log of a run: what is in it, in both forms, and what is not.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct LogFileTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try writeFile("\(place.path)/data/broken.txt", [0xFF, 0xFE, 0x00])
    try place.write("sample.yaml", SampleRunbook.branches(left: "./gone", right: "./data"))
  }

  private func lines(_ name: String) throws -> [JSONValue] {
    try place.bytes(name).split(separator: 0x0A).map { try JSONReader.read(Array($0)) }
  }

  @Test func everyChangeIsALine() throws {
    #expect(
      try place.wct("run", "sample.yaml", "-q", "--log-file", "run.log", "--log-format", "json").code == 1)
    let lines = try lines("run.log")
    let run = try #require(place.runs().first?["id"])
    #expect(lines.allSatisfy { $0["run"] == run && $0["time"]?.stringValue?.hasSuffix("+00:00") == true })
    #expect(lines.first?["message"] == "run started" && lines.last?["message"] == "run finished")
    #expect(lines.last?["status"] == "failed")
    let failed = try #require(lines.first { $0["message"] == "artifact failed" })
    #expect(failed["level"] == "error" && failed["artifact"] == "left" && failed["code"] == "WCT6001")
    #expect(lines.contains { $0["message"] == "artifact skipped" && $0["level"] == "warning" })
    let done = try #require(
      lines.first { $0["artifact"] == "right" && $0["message"] == "artifact completed" })
    #expect(done["items"] == 1 && done["bytes"]?.integerValue != nil)
    let warning = try #require(lines.first { $0["message"] == "artifact warning" })
    #expect(warning["text"]?.stringValue?.contains("broken.txt") == true)
    #expect(!lines.contains { $0["message"] == "artifact running" })
    #expect(try FileStatus.of("\(place.path)/run.log").permissions & 0o777 == 0o600)
  }

  @Test func aLogGrowsAndHasLevels() throws {
    _ = try place.wct("run", "sample.yaml", "-q", "--log-file", "run.log", "--log-level", "error")
    let first = try place.bytes("run.log")
    let text = String(decoding: first, as: UTF8.self)
    #expect(text.split(separator: "\n").count == 1, "\(text)")
    #expect(text.contains(" error artifact failed artifact=left ") && text.contains(#" reason=""#), "\(text)")
    _ = try place.wct("run", "sample.yaml", "-q", "--log-file", "run.log", "--log-level", "debug")
    let second = try place.bytes("run.log")
    #expect(second.starts(with: first))
    #expect(String(decoding: second, as: UTF8.self).contains(" debug artifact running artifact=right "))
  }

  @Test func withoutAFileItTakesThePlaceOfProgress() throws {
    let result = try place.wct("run", "sample.yaml", "--log-format", "json")
    let events = result.error.split(separator: "\n").filter { $0.hasPrefix("{") }
    #expect(try JSONReader.read(text: String(events[0]))["message"] == "run started", "\(result)")
    #expect(!result.error.contains("left: failed"), "\(result)")
  }

  @Test func whatCannotBeWrittenIsSaidBeforeAnythingRuns() throws {
    let result = try place.wct("run", "sample.yaml", "--log-file", "no/such/run.log")
    #expect(result.code == 2 && result.error.contains("no/such/run.log"), "\(result)")
    #expect(try place.wct("run", "sample.yaml", "--log-format", "xml").code == 2)
  }
}
