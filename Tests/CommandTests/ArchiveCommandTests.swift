// `wct export-run` and `wct import-run`: a run as one file.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct ArchiveCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    #expect(try place.wct("export-run", "latest", "-o", "run.tar").code == 0)
  }

  private func importing(_ file: String = "run.tar", into store: String = "other") throws -> ProcessResult {
    try place.wct("import-run", file, "--store", store)
  }

  /// Everything but what stays in a store: why, and where it is.
  private func listing(_ store: String) throws -> JSONValue {
    try JSONReader.read(place.machine("inspect", "latest", "--store", store).standardOutput)
  }

  @Test func aRunGoesFromStoreToStore() throws {
    let result = try importing()
    #expect(result.code == 0 && result.output.hasPrefix("imported run "), "\(result)")
    #expect(try listing("other") == listing(".wct"))
    for artifact in ["files", "personal_data", "classified"] {
      let contents = try [".wct", "other"].map {
        try place.machine("inspect", "latest", artifact, "--store", $0).standardOutput
      }
      #expect(contents[0] == contents[1] && !contents[0].isEmpty, "\(artifact)")
    }
    #expect(try place.wct("resume", "latest", "--store", "other").output.contains("completed already"))
    #expect(try place.wct("logs", "latest", "--store", "other").output == place.wct("logs", "latest").output)
  }

  @Test func theArchiveIsTheSameEachTime() throws {
    #expect(try importing().code == 0)
    #expect(try place.wct("export-run", "latest", "-o", "again.tar", "--store", "other").code == 0)
    #expect(try place.bytes("run.tar") == place.bytes("again.tar"))
    #expect(try FileStatus.of("\(place.path)/run.tar").permissions == 0o600)
    // Any tar reads it.
    try place.run("/bin/tar", "-xf", "run.tar")
    #expect(place.exists("wct-run/run.json") && place.exists("wct-run/blobs"))
  }

  @Test func aSecondImportDoesNothing() throws {
    #expect(try importing().code == 0)
    let again = try importing()
    #expect(again.code == 0 && again.output.contains("in the store already"), "\(again)")
    #expect(try importing(into: ".wct").output.contains("in the store already"))
    #expect(try place.machine("runs", "--store", "other").output.split(separator: "\n").count == 2)
  }

  @Test func anImportedRunIsNeverReusedUnasked() throws {
    #expect(try importing().code == 0)
    #expect(try place.wct("run", "sample.yaml", "-q", "--store", "other", "--reuse", "auto").code == 0)
    let artifacts = try #require(listing("other")["artifacts"]?.arrayValue)
    #expect(artifacts.allSatisfy { ($0["reused_from"] ?? .null) == .null }, "\(artifacts)")
  }

  @Test func anyChangedByteIsRefused() throws {
    let bytes = try place.bytes("run.tar")
    // Every header in full, and samples of the rest.
    let places = Set(0..<512).union(stride(from: 0, to: bytes.count, by: bytes.count / 40))
    for offset in places.sorted().filter({ $0 % 7 == 0 || $0 > 512 }) {
      var changed = bytes
      changed[offset] ^= 1
      try writeFile("\(place.path)/bad.tar", changed)
      let result = try importing("bad.tar")
      #expect(result.code == 4 && result.error.contains("refused"), "\(offset): \(result)")
    }
    #expect(try place.machine("runs", "--store", "other", "--json").output == "[]\n")
    #expect(try listDirectory("\(place.path)/other/blobs").isEmpty, "nothing was written")
  }

  @Test(arguments: [0, 1, 511, 512, 2_000, -1, -512, -1_024])
  func aCutOffArchiveIsRefused(length: Int) throws {
    let bytes = try place.bytes("run.tar")
    try writeFile("\(place.path)/bad.tar", Array(bytes.prefix(length >= 0 ? length : bytes.count + length)))
    let result = try importing("bad.tar")
    #expect(result.code == 4 && result.error.contains("WCT5061"), "\(result)")
  }

  @Test(arguments: [["--transform", "s,wct-run/blobs,../../blobs,"], ["--mtime", "@0"]])
  func whatAnotherProgramPackedIsRefused(options: [String]) throws {
    try place.run("/bin/tar", "-xf", "run.tar")
    let arguments = ["-c", "tar --format=ustar -Pcf bad.tar \"$@\" wct-run", "tar"] + options
    let tar = try ChildProcess(
      "/bin/sh", arguments, directory: place.path, environment: ["PATH": "/usr/bin:/bin"])
    #expect(tar.result().code == 0)
    #expect(try importing("bad.tar").code == 4)
  }

  @Test func anotherRunOfThatIDIsNotReplaced() throws {
    try place.write("second.yaml", SampleRunbook.branches(left: "gone", right: "data"))
    #expect(try place.wct("run", "second.yaml", "-q").code == 1)
    #expect(try place.wct("export-run", "latest", "-o", "failed.tar").code == 0)
    #expect(try importing("failed.tar").code == 0)
    try place.write("gone/letter.txt", SampleRunbook.letter)
    #expect(try place.wct("resume", "latest", "-q", "--store", "other").code == 0)
    let result = try importing("failed.tar")
    #expect(result.code == 4 && result.error.contains("went on since"), "\(result)")
    #expect(try listing("other")["status"] == "completed")
  }

  @Test func aRunThatIsUnderWayIsNotExported() throws {
    try place.write("left/text.txt", Fillers.personalData(lines: 9_000))
    try place.write("slow.yaml", SampleRunbook.branches(left: "./left", right: "./data"))
    let run = try place.start(.wct, ["run", "slow.yaml", "-v"])
    #expect(run.wait { $0.standardError.contains("left_data: running") })
    let refused = try place.wct("export-run", "latest", "-o", "slow.tar")
    #expect(refused.code == 4 && !place.exists("slow.tar"), "\(refused)")
    run.send(SIGKILL)
    _ = run.result()
    // One that was killed is handed on as it is, and can be gone on with there.
    #expect(try place.wct("export-run", "latest", "-o", "slow.tar").code == 0)
    #expect(try importing("slow.tar").code == 0)
    #expect(try listing("other")["status"] == "interrupted")
    #expect(try place.wct("resume", "latest", "-q", "--store", "other").code == 0)
  }

  @Test func wrongPathsAreUsageErrors() throws {
    #expect(try importing("nothing.tar", into: "none").code == 2)
    #expect(!place.exists("none"))
    #expect(try importing("data").code == 2)
    #expect(try place.wct("export-run", "nothing", "-o", "x.tar").code == 2)
    #expect(try place.wct("export-run", "latest", "-o", "no/such/x.tar").code == 2)
  }
}
