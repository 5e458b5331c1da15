// Attestations of runs: written, read, and compared with the store.
import CanonicalJSON
import SystemFiles
import TestSupport
import Testing

@Suite struct AttestationCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./letter.txt"))
    for name in ["team", "other"] { #expect(try place.wct("keygen", name).code == 0) }
  }

  private func attestedRun(_ runbook: String = "sample.yaml") throws -> ProcessResult {
    try place.wct("run", runbook, "--quiet", "--attest", "run.att", "--signing-key", "team")
  }

  private func verify(_ arguments: String...) throws -> ProcessResult {
    try place.start(.wct, ["verify-signature", "--key", "team.pub"] + arguments).result()
  }

  /// What the attestation says, read without the programs.
  private func statement(_ name: String = "run.att") throws -> JSONValue {
    let payload = try #require(JSONReader.read(place.bytes(name))["payload"]?.stringValue)
    try place.write("payload.b64", payload)
    let decoded = try ChildProcess(
      "/usr/bin/base64", ["-d", "payload.b64"], directory: place.path, environment: [:]
    ).result()
    return try JSONReader.read(decoded.standardOutput)
  }

  @Test func aRunSaysWhatItDid() throws {
    let run = try attestedRun()
    #expect(run.code == 0, "\(run)")
    let statement = try statement()
    #expect(statement["_type"] == "https://in-toto.io/Statement/v1")
    #expect(statement["predicateType"] == "urn:x-wct:run:v1")
    let artifacts = try place.artifacts()
    let digest = try #require(artifacts["classified"]?["digest"]?.stringValue)
    let subject = statement["subject"]?.arrayValue ?? []
    #expect(subject.map { $0["name"] } == ["classified"])
    #expect(subject.first?["digest"]?["sha256"]?.stringValue.map { "sha256:\($0)" } == digest)
    let predicate = try #require(statement["predicate"])
    let listed = try #require(place.runs().first)
    #expect(predicate["run"]?["id"] == listed["id"] && predicate["run"]?["result"] == "completed")
    #expect(predicate["run"]?["started_at"] == listed["started_at"])
    #expect(predicate["run"]?["finished_at"] == listed["finished_at"])
    #expect(predicate["plan"]?["id"] == listed["plan"])
    #expect(predicate["components"]?.arrayValue?.count == 3 && predicate["rulesets"]?.arrayValue?.count == 2)
    #expect(predicate["inputs"]?.arrayValue?.map { $0["digest"] } == [artifacts["files"]?["digest"]])
    let text = predicate.canonicalText
    #expect(!text.contains(place.path) && !text.contains("example.com"), "neither paths nor content: \(text)")
  }

  @Test func theStoreIsCheckedAgainstIt() throws {
    #expect(try attestedRun().code == 0)
    for arguments in [["--run", "latest"], ["run.att", "--run", "latest"], ["run.att"]] {
      let result = try place.start(.wct, ["verify-signature", "--key", "team.pub"] + arguments).result()
      #expect(result.code == 0 && result.output.contains("signed by sha256:"), "\(result)")
    }
    let strange = try place.wct("verify-signature", "--key", "other.pub", "--run", "latest")
    #expect(strange.code == 4 && strange.error.hasPrefix("error[WCT4022]: "), "\(strange)")
    #expect(try verify("--run", "nobody").code == 2)
    #expect(try verify("--run", "latest", "--store", "gone").code == 2)
  }

  @Test func anotherRunIsNotTheOneThatIsAttested() throws {
    #expect(try attestedRun().code == 0)
    try place.run("/bin/mv", "run.att", "first.att")
    try place.write("letter.txt", "nothing to see\n")
    #expect(try attestedRun().code == 0)
    let result = try verify("first.att", "--run", "latest")
    #expect(result.code == 4 && result.error.hasPrefix("error[WCT4028]: "), "\(result)")
    let unattested = try place.wct("run", "sample.yaml", "--quiet")
    #expect(unattested.code == 0)
    let missing = try verify("--run", "latest")
    #expect(missing.code == 4 && missing.error.hasPrefix("error[WCT4020]: "), "\(missing)")
  }

  @Test func contentThatWasChangedInTheStoreIsFound() throws {
    #expect(try attestedRun().code == 0)
    let digest = try #require(place.artifacts()["files"]?["digest"]?.stringValue).dropFirst("sha256:".count)
    let blobs = try ChildProcess(
      "/usr/bin/find", [".wct", "-name", "*\(digest.dropFirst(2))*", "-type", "f"], directory: place.path,
      environment: [:]
    ).result().output.split(separator: "\n")
    let blob = "\(place.path)/\(try #require(blobs.first))"
    let bytes = try readFile(blob)
    // The same length, another letter.
    let changed = String(decoding: bytes, as: UTF8.self).replacing("maria", with: "marie")
    #expect(changed.utf8.count == bytes.count && Array(changed.utf8) != bytes)
    try writeFile(blob, Array(changed.utf8))
    let result = try verify("--run", "latest")
    #expect(result.code == 4 && result.error.hasPrefix("error[WCT4028]: "), "\(result)")
    #expect(result.error.contains("'files'"), "\(result)")
  }

  @Test func aFlippedByteOfAnAttestationIsFound() throws {
    #expect(try attestedRun().code == 0)
    let bytes = try place.bytes("run.att")
    for index in stride(from: 0, to: bytes.count, by: bytes.count / 20) + [bytes.count - 1] {
      var changed = bytes
      changed[index] ^= 1
      try writeFile("\(place.path)/changed.att", changed)
      #expect(try verify("changed.att", "--run", "latest").code == 4, "byte \(index)")
    }
  }

  /// A run that fails is attested as one that failed.
  @Test func failuresAreAttestedToo() throws {
    try place.write("failing.yaml", SampleRunbook.branches(left: "./letter.txt", right: "./gone.txt"))
    let result = try attestedRun("failing.yaml")
    #expect(result.code == 1, "\(result)")
    let statement = try statement()
    #expect(statement["predicate"]?["run"]?["result"] == "failed")
    #expect(statement["subject"]?.arrayValue?.map { $0["name"] } == ["left_data"])
    #expect(try verify("--run", "latest").code == 0)
  }

  /// A run can be attested afterwards, by resuming it.
  @Test func aCompletedRunIsAttestedLater() throws {
    #expect(try place.wct("run", "sample.yaml", "--quiet").code == 0)
    let later = try place.wct("resume", "latest", "--attest", "run.att", "--signing-key", "team")
    #expect(later.code == 0, "\(later)")
    #expect(try verify("run.att", "--run", "latest").code == 0)
  }

  /// What can't work is said before a run begins, and a plan never gets at the key.
  @Test func whatCannotWorkIsSaidBeforeTheRun() throws {
    for (arguments, code, status) in [
      (["--attest", "run.att", "--signing-key", "gone"], "WCT1001", Int32(2)),
      (["--attest", "gone/run.att", "--signing-key", "team"], "WCT1026", 2),
      (["--attest", "run.att", "--signing-key", "team.pub"], "WCT402", 4),
      (["--attest", "run.att", "--signing-key", "env:NOBODY"], "WCT4026", 4),
    ] {
      let result = try place.start(.wct, ["run", "sample.yaml", "--quiet"] + arguments).result()
      #expect(result.code == status && result.error.hasPrefix("error[\(code)"), "\(result)")
    }
    var place = place
    place.environment["MYSQL_PASSWORD"] = String(decoding: try place.bytes("team"), as: UTF8.self)
    try place.write("database.yaml", SampleRunbook.database)
    let result = try place.wct(
      "run", "database.yaml", "--attest", "run.att", "--signing-key", "env:MYSQL_PASSWORD")
    #expect(result.code == 4 && result.error.hasPrefix("error[WCT4027]: "), "\(result)")
    #expect(try place.runs().isEmpty)
  }
}
