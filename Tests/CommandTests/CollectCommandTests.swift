// `wct gc`: what goes, what stays, and what must not be touched.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct CollectCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  private func collect(_ arguments: String...) throws -> JSONValue {
    let result = try place.start(.wct, ["gc", "--json"] + arguments).result()
    #expect(result.code == 0, "\(result)")
    return try JSONReader.read(result.standardOutput)
  }

  private func run(_ letter: String) throws -> String {
    try place.write("data/letter.txt", letter)
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    return try #require(place.runs().first?["id"]?.stringValue)
  }

  private func blobs() throws -> Set<String> {
    var names: Set<String> = []
    let shards = try listDirectory("\(place.path)/.wct/blobs").filter { $0.kind == .directory }
    for shard in shards.compactMap(\.text) {
      for name in try listDirectory("\(place.path)/.wct/blobs/\(shard)").compactMap(\.text) {
        names.insert("\(shard)/\(name)")
      }
    }
    return names
  }

  @Test func nothingThatARunNeedsGoes() throws {
    _ = try run(SampleRunbook.letter)
    let before = try blobs()
    let collected = try collect()
    #expect(collected["blobs"] == ["bytes": 0, "count": 0] && collected["runs"] == [], "\(collected)")
    #expect(collected["kept_blobs"]?["count"] == .integer(before.count))
    #expect(try blobs() == before)
    #expect(try place.content("personal_data")?["findings"]?.arrayValue?.isEmpty == false)
    // The listing of what was read is still there to be compared with.
    try place.write("data/second.txt", "nothing\n")
    #expect(try place.wct("run", "sample.yaml", "-q", "--reuse", "auto").code == 0)
    #expect(try place.wct("why", "latest", "files").output.contains("second.txt"))
  }

  @Test func whatNothingRefersToGoes() throws {
    _ = try run(SampleRunbook.letter)
    let before = try blobs()
    let orphan = "00/" + String(repeating: "1", count: 62)
    try place.write(".wct/blobs/\(orphan)", "12345")
    try place.write(".wct/blobs/README", "not a blob")
    try place.write(".wct/tmp/4000000.77.partial", "123")
    let trial = try place.wct("gc", "--dry-run")
    #expect(
      trial.output.hasPrefix("would remove 0 runs, 1 blob and 1 unfinished file: 8 bytes; "), "\(trial)")
    #expect(try blobs() == before.union([orphan]))
    let collected = try collect()
    #expect(collected["blobs"] == ["bytes": 5, "count": 1], "\(collected)")
    #expect(collected["unfinished_files"] == ["bytes": 3, "count": 1], "\(collected)")
    #expect(try blobs() == before && place.exists(".wct/blobs/README"))
    #expect(!place.exists(".wct/tmp/4000000.77.partial"))
  }

  @Test func plansThatNoRunBeganWithGo() throws {
    _ = try run(SampleRunbook.letter)
    let plans = try Set(listDirectory("\(place.path)/.wct/plans").compactMap(\.text))
    #expect(plans.count == 2, "a plan and its source map: \(plans)")
    let orphan = String(repeating: "a", count: 64) + ".json"
    try place.write(".wct/plans/\(orphan)", "{}")
    try place.write(".wct/plans/notes.txt", "mine")
    #expect(try collect()["plans"]?["count"] == 0, "one that is new may be about to be run")
    for name in plans.union([orphan, "notes.txt"]) {
      try place.run("/usr/bin/touch", "-d", "2020-01-01", ".wct/plans/\(name)")
    }
    #expect(try collect("--dry-run")["plans"] == ["bytes": 2, "count": 1])
    #expect(try collect()["plans"] == ["bytes": 2, "count": 1])
    #expect(
      try Set(listDirectory("\(place.path)/.wct/plans").compactMap(\.text)) == plans.union(["notes.txt"]))
    #expect(try collect("--keep", "0")["plans"]?["count"] == 2)
  }

  @Test func theDatabaseGivesRoomBack() throws {
    // A long list of warnings in the journal of each run.
    for number in 0..<200 {
      try writeFile("\(place.path)/data/\(number)-\(String(repeating: "x", count: 180))", [0xFF])
    }
    for _ in 0..<12 { #expect(try place.wct("run", "sample.yaml", "-q").code == 0) }
    let database = "\(place.path)/.wct/store.db"
    let before = try FileStatus.of(database).size
    let freed = try #require(try collect("--keep", "1")["database_bytes"]?.integerValue)
    let after = try FileStatus.of(database).size
    #expect(freed > 100_000 && after <= before - freed + 8192, "\(before) -> \(after), said \(freed)")
    #expect(try place.runs().count == 1 && place.wct("run", "sample.yaml", "-q").code == 0)
  }

  @Test func oldRunsGoOnlyWhenAsked() throws {
    let ids = try (0..<3).map { try run("Write to maria.\($0)@example.com\n") }
    #expect(try collect("--older-than", "1d")["runs"] == [])
    let collected = try collect("--keep", "1")
    #expect(collected["runs"] == [.string(ids[1]), .string(ids[0])], "\(collected)")
    #expect(try place.runs().map { $0["id"] } == [.string(ids[2])])
    #expect(!place.exists(".wct/runs/\(ids[0]).lock"))
    for artifact in ["files", "personal_data", "classified"] {
      #expect(try place.content(artifact) != nil, "\(artifact)")
    }
    #expect(try place.wct("inspect", ids[0]).code == 2)
    #expect(try collect("--older-than", "0s")["runs"] == [.string(ids[2])])
    #expect(try blobs().isEmpty)
    #expect(try place.runs().isEmpty)
    _ = try run(SampleRunbook.letter)
  }

  @Test func anAttestedRunStays() throws {
    #expect(try place.wct("keygen", "key").code == 0)
    let result = try place.wct("run", "sample.yaml", "-q", "--attest", "run.json", "--signing-key", "key")
    #expect(result.code == 0, "\(result)")
    let before = try blobs()
    #expect(try collect("--keep", "0")["runs"] == [])
    #expect(try blobs() == before)
    #expect(try place.machine("verify-attestation", "latest", "--key", "key.pub").code == 0)
    let id = try #require(place.runs().first?["id"]?.stringValue)
    try place.write(".wct/attestations/\(id).json", "broken")
    let broken = try place.wct("gc", "--keep", "0")
    #expect(broken.code == 1 && broken.error.contains("WCT5003"), "\(broken)")
    #expect(try blobs() == before)
  }

  @Test func nothingGoesWhileARunIsUnderWay() throws {
    try place.write("left/text.txt", Fillers.personalData(lines: 9_000))
    try place.write("slow.yaml", SampleRunbook.branches(left: "./left", right: "./data"))
    let run = try place.start(.wct, ["run", "slow.yaml", "-v"])
    #expect(run.wait { $0.standardError.contains("left_data: running") })
    let refused = try place.wct("gc", "--keep", "0")
    #expect(refused.code == 4 && refused.error.contains("is under way"), "\(refused)")
    run.send(SIGKILL)
    _ = run.result()
    // The lock died with the run, which is kept: it can be resumed.
    #expect(try collect()["runs"] == [])
    #expect(try place.wct("resume", "latest", "-q").code == 0)
  }

  @Test func severalAtOnceBesideRuns() throws {
    _ = try run(SampleRunbook.letter)
    let programs = try (0..<4).flatMap { number in
      [
        try place.start(.wct, ["gc"]),
        try place.start(.wct, ["run", "sample.yaml", "-q", "--reuse", "auto", "-o", "\(number).json"]),
      ]
    }
    for (place, program) in programs.enumerated() {
      let result = program.result()
      #expect(result.code == 0 || (place % 2 == 0 && result.code == 4), "\(result)")
    }
    for run in try place.runs() {
      let id = try #require(run["id"]?.stringValue)
      for artifact in ["files", "personal_data", "classified"] {
        #expect(try place.content(artifact, of: id) != nil)
      }
    }
  }

  @Test(arguments: [["--keep", "-1"], ["--older-than", "soon"], ["--keep", "1", "--older-than", "1d"]])
  func wrongUsageIsRefused(arguments: [String]) throws {
    _ = try run(SampleRunbook.letter)
    #expect(try place.start(.wct, ["gc"] + arguments).result().code == 2)
    #expect(try place.runs().count == 1)
  }

  @Test func noStoreIsNothingToCollect() throws {
    #expect(try collect()["kept_blobs"] == ["bytes": 0, "count": 0])
    #expect(!place.exists(".wct"))
  }
}
