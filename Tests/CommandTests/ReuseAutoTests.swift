// `--reuse`: what is taken from earlier runs, what is read again, and how it is shown.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct ReuseAutoTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  /// Artifact to the run that it was taken from; nil in place of a run for what was made.
  private func origins() throws -> [String: String?] {
    try place.artifacts().mapValues { $0["reused_from"]?.stringValue }
  }

  private func run(_ arguments: String...) throws -> String {
    let result = try place.start(.wct, ["run", "sample.yaml", "-q"] + arguments).result()
    #expect(result.code == 0, "\(result)")
    return try #require(place.runs().first?["id"]?.stringValue)
  }

  @Test func nothingIsTakenUnlessAsked() throws {
    _ = try run()
    _ = try run()
    #expect(try origins() == ["files": nil, "personal_data": nil, "classified": nil])
    _ = try run("--reuse", "off")
    #expect(try origins() == ["files": nil, "personal_data": nil, "classified": nil])
  }

  @Test func whatIsUnchangedIsTakenAndShown() throws {
    let first = try run()
    let result = try place.wct("run", "sample.yaml", "--reuse", "auto")
    #expect(result.error.contains("personal_data: reused from \(first)"), "\(result)")
    #expect(try origins() == ["files": first, "personal_data": first, "classified": first])
    let shown = try place.machine("inspect", "latest", output: .terminal).output
    #expect(shown.contains("reused from \(first)"), "\(shown)")
    let (old, new) = (try place.content("classified", of: first), try place.content("classified"))
    #expect(old == new && old != nil, "to the byte, times and all")
  }

  @Test func aChangedFileIsReadAndWhatFollowsIsMade() throws {
    _ = try run()
    try place.write("data/letter.txt", "Call maria.example@example.org.\n")
    _ = try run("--reuse", "auto")
    #expect(try origins() == ["files": nil, "personal_data": nil, "classified": nil])
  }

  @Test func aFileThatIsNotReadDoesNotMatter() throws {
    try place.write(
      "sample.yaml", SampleRunbook.detection(of: "./data\n        include_patterns: ['*.txt']"))
    let first = try run()
    try place.write("data/picture.bin", "not read")
    try place.run("/usr/bin/touch", "data/letter.txt")
    _ = try run("--reuse", "auto")
    #expect(try origins() == ["files": first, "personal_data": first, "classified": first])
  }

  /// Line ends become LF, so the items are as before and the rest is taken.
  @Test func anEqualOutputStopsTheWave() throws {
    let first = try run()
    try place.write("data/letter.txt", SampleRunbook.letter.replacingLineEnds())
    _ = try run("--reuse", "auto")
    let size = try #require(place.artifacts()["files"]?["digest"])
    #expect(try place.artifacts(first)["files"]?["digest"] != size, "the head counts bytes")
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write(
      "sample.yaml", SampleRunbook.detection(of: "./data").replacingMaximum())
    _ = try run("--reuse", "auto")
    #expect(try origins() == ["files": nil, "personal_data": first, "classified": first])
  }

  /// The findings are made anew, at another time, and say the same.
  @Test func findingsThatDifferInTheirTimesAloneStopTheWave() throws {
    let first = try run()
    try place.write("data/more.txt", "Nothing of interest stands on this line.\n")
    let second = try run("--reuse", "auto")
    #expect(try origins() == ["files": nil, "personal_data": nil, "classified": first])
    let digests = try [first, second].map { try place.artifacts($0)["personal_data"]?["digest"] }
    #expect(digests[0] != digests[1], "the times differ")
    let why = try place.wct("why", "latest", "--json").output
    #expect(why.contains("\"detail\":\"1 added: more.txt\""), "\(why)")
    #expect(why.contains("; the result is the same\""), "\(why)")
    #expect(
      why.contains(
        "key and inputs are those of the run \(first), but for the times in 'personal_data'"), "\(why)")
    // The next run compares with what was made last, and takes all of it.
    _ = try run("--reuse", "auto")
    #expect(try origins() == ["files": second, "personal_data": second, "classified": first])
  }

  /// What `reuse` copies is known by what it says too.
  @Test func copiedFindingsAreKnownByWhatTheySay() throws {
    let first = try run()
    let follow = """
      name: Follow-up
      description: Classifies what a run found
      contact: Tests <tests@example.com>
      artifacts:
        found:
          reuse: {from_run: RUN, artifact: personal_data}
          output_schema: personal_data_indicator/1.0.0
        classified:
          inputs: found
          process: {type: gdpr_personal_data_classifier}
          output: true

      """
    let second = try run()
    try place.write("follow.yaml", follow.split(separator: "RUN").joined(separator: second))
    #expect(try place.wct("run", "follow.yaml", "-q", "--reuse", "auto").code == 0)
    let newest = try place.artifacts()["classified"]?["reused_from"]?.stringValue
    #expect(newest == second, "the newest with this key")
    #expect(first != second)
  }

  @Test func aStoreOfVersion3GoesOn() throws {
    let fixture = "\(Repository.path)/Fixtures/store/version-3"
    try place.run("/bin/cp", "-r", "\(fixture)/store", ".wct")
    try place.run("/bin/cp", "-r", "\(fixture)/data", "\(fixture)/sample.yaml", ".")
    let old = try #require(place.runs().last?["id"]?.stringValue)
    _ = try run("--reuse", "auto")
    // The built-in rules may have changed since; what was read has not.
    #expect(try origins()["files"] == old)
  }

  @Test func oneRunCanBeNamed() throws {
    let first = try run()
    try place.write("data/letter.txt", "Nobody.\n")
    let second = try run()
    try place.write("data/letter.txt", SampleRunbook.letter)
    _ = try run("--reuse", second)
    #expect(try origins() == ["files": nil, "personal_data": nil, "classified": nil])
    _ = try run("--reuse", String(first.prefix(8)))
    #expect(try origins()["classified"] == first)
    let unknown = try place.wct("run", "sample.yaml", "--reuse", "nothing")
    #expect(unknown.code == 2 && unknown.error.contains("WCT5004"), "\(unknown)")
    #expect(try place.wct("run", "sample.yaml", "--reuse", "").code == 2)
    #expect(try place.wct("run", "--resume", "latest", "--reuse", "auto").code == 2)
  }

  @Test func warningsAreSaidAgain() throws {
    try place.write("data/legacy.txt", "caf\u{e9}")
    try place.run("/bin/sh", "-c", "printf 'caf\\351' > data/legacy.txt")
    let first = try place.wct("run", "sample.yaml")
    let again = try place.wct("run", "sample.yaml", "--reuse", "auto")
    #expect(first.output.contains("skipped 'data/legacy.txt'"), "\(first)")
    #expect(again.output.contains("skipped 'data/legacy.txt'"), "\(again)")
  }

  @Test func aStoreOfVersion1GoesOn() throws {
    try place.run("/bin/cp", "-r", "\(Repository.path)/Fixtures/store/version-1/store", ".wct")
    #expect(try place.runs().map { $0["status"] } == ["failed", "completed"])
    #expect(try place.statuses("sample.yaml")["classified"] == "completed")
    let first = try run("--reuse", "auto")
    #expect(try origins() == ["files": nil, "personal_data": nil, "classified": nil])
    _ = try run("--reuse", "auto")
    #expect(try origins()["files"] == first)
  }
}

extension String {
  fileprivate func replacingLineEnds() -> String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }

  fileprivate func replacingMaximum() -> String {
    split(separator: "max_files: 100000").joined(separator: "max_files: 999")
  }
}
