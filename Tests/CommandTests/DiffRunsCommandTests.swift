// `wct diff-runs`: what differs between the results of two runs.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct DiffRunsCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  private func run(_ letters: [String: String]) throws -> String {
    try place.run("/bin/rm", "-rf", "data")
    for (name, text) in letters { try place.write("data/\(name).txt", text) }
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    return try #require(place.runs().first?["id"]?.stringValue)
  }

  private func difference(_ before: String, _ after: String) throws -> JSONValue {
    let result = try place.wct("diff-runs", before, after, "--json")
    #expect(result.code == 0, "\(result)")
    return try JSONReader.read(result.standardOutput)
  }

  @Test func equalResultsDoNotDiffer() throws {
    let runs = try (0..<2).map { _ in try run(["a": SampleRunbook.letter]) }
    let difference = try difference(runs[0], runs[1])
    #expect(difference["changed"] == false)
    let output = try #require(difference["outputs"]?.arrayValue?.first)
    #expect(output["artifact"] == "classified")
    #expect(output["counts"]?["new"] == 0 && output["counts"]?["gone"] == 0, "\(output)")
    #expect((output["counts"]?["unchanged"]?.integerValue ?? 0) > 0, "\(output)")
    #expect(try place.wct("diff-runs", runs[0], runs[1], "--exit-code").code == 0)
  }

  @Test func findingsAreNewOrGone() throws {
    let kept = SampleRunbook.letter
    let first = try run(["kept": kept, "old": "Call +44 20 7946 0123, or write to otto@example.com\n"])
    let second = try run(["kept": kept, "new": "Write to nina@example.com\n"])
    let output = try #require(difference(first, second)["outputs"]?.arrayValue?.first)
    let (new, gone) = (output["new"]?.arrayValue ?? [], output["gone"]?.arrayValue ?? [])
    #expect(!new.isEmpty && !gone.isEmpty, "\(output)")
    #expect(new.allSatisfy { $0["source"]?.stringValue?.contains("new.txt") == true }, "\(new)")
    #expect(gone.allSatisfy { $0["source"]?.stringValue?.contains("old.txt") == true }, "\(output)")
    #expect((output["counts"]?["unchanged"]?.integerValue ?? 0) > 0, "\(output)")
    // The other way round, they change places.
    let reversed = try #require(difference(second, first)["outputs"]?.arrayValue?.first)
    #expect(
      reversed["new"]?.arrayValue?.count == gone.count && reversed["gone"]?.arrayValue?.count == new.count)

    let text = try place.wct("diff-runs", first, second, "--exit-code")
    #expect(text.code == 3, "\(text)")
    #expect(text.output.contains("  + ") && text.output.contains("new.txt"), "\(text)")
    #expect(text.output.contains("  - ") && text.output.contains("old.txt"), "\(text)")
    #expect(!text.output.contains("nina"), "what was found is not quoted")
  }

  /// Lines that move, texts around a value and rows of a table that come before it make no difference.
  @Test func whatMovedIsUnchanged() throws {
    let first = try run(["a": "Intro.\n\nPlease write to maria.example@example.com before Friday.\n"])
    let text = "A longer introduction.\nOf two lines.\n\nDo write to maria.example@example.com on Monday.\n"
    let second = try run(["a": text])
    let output = try #require(difference(first, second)["outputs"]?.arrayValue?.first)
    #expect(output["counts"]?["new"] == 0 && output["counts"]?["gone"] == 0, "\(output)")
    #expect(output["change"] == "same" && (output["counts"]?["unchanged"]?.integerValue ?? 0) > 0)
    let other = try run(["a": "Please write to marta.example@example.com before Friday.\n"])
    let third = try #require(difference(second, other)["outputs"]?.arrayValue?.first)
    #expect(third["counts"]?["new"] != 0 && third["counts"]?["gone"] != 0, "another value is another finding")
  }

  @Test func onlyNewFindingsLeaveWithThree() throws {
    let first = try run(["a": SampleRunbook.letter, "b": "Write to otto@example.com\n"])
    let second = try run(["a": SampleRunbook.letter])
    #expect(try place.wct("diff-runs", first, second, "--exit-code").code == 0, "less is no reason to stop")
    #expect(try place.wct("diff-runs", second, first, "--exit-code").code == 3)
    #expect(
      try place.wct("findings", "accept", first, "--source", "**b.txt", "--reason", "Ours", "-q").code == 0)
    let accepted = try place.wct("diff-runs", second, first, "--exit-code")
    #expect(accepted.code == 0 && accepted.output.contains("accepted"), "\(accepted)")
  }

  @Test func timesStandBesideEachOther() throws {
    let first = try run(["a": SampleRunbook.letter])
    #expect(try place.wct("run", "sample.yaml", "-q", "--reuse", "auto").code == 0)
    let artifacts = try difference(first, "latest")["artifacts"]?.arrayValue ?? []
    #expect(artifacts.map { $0["artifact"] } == ["files", "personal_data", "classified"])
    #expect(artifacts.allSatisfy { $0["before"]?["taken"] == false && $0["after"]?["taken"] == true })
    #expect(artifacts.allSatisfy { $0["before"]?["duration_seconds"]?.doubleValue != nil }, "\(artifacts)")
  }

  @Test func anOutputThatFailedIsADifference() throws {
    try place.write("right/letter.txt", SampleRunbook.letter)
    try place.write("two.yaml", SampleRunbook.branches(left: "left", right: "right"))
    #expect(try place.wct("run", "two.yaml", "-q").code == 1)
    let first = try #require(place.runs().first?["id"]?.stringValue)
    try place.write("left/letter.txt", SampleRunbook.letter)
    #expect(try place.wct("run", "two.yaml", "-q").code == 0)
    let outputs = try difference(first, "latest")["outputs"]?.arrayValue ?? []
    #expect(outputs.map { $0["change"] } == ["appeared", "same"], "\(outputs)")
    let text = try place.wct("diff-runs", first, "latest", "--exit-code")
    #expect(text.code == 3 && text.output.contains("failed -> completed"), "\(text)")
    #expect(try place.wct("diff-runs", first, "nothing").code == 2)
  }
}
