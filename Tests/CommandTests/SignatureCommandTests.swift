// Signing, and running only what was signed, through the programs; openssl as a second opinion.
import CanonicalJSON
import SystemFiles
import TestSupport
import Testing

@Suite struct SignatureCommandTests {
  private var place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./letter.txt"))
    for arguments in [["compile", "sample.yaml"], ["keygen", "team"], ["keygen", "other"]] {
      #expect(try place.start(.wct, arguments).result().code == 0)
    }
    #expect(try place.wct("sign", "sample.plan.json", "--key", "team").code == 0)
  }

  private func run(_ arguments: String...) throws -> ProcessResult {
    try place.start(.machine, ["run", "sample.plan.json", "--quiet"] + arguments).result()
  }

  private func shell(_ command: String) throws -> ProcessResult {
    try ChildProcess(
      "/bin/sh", ["-c", command], directory: place.path, environment: ["PATH": "/usr/bin:/bin"]
    ).result()
  }

  private func text(_ name: String) throws -> String {
    try String(decoding: place.bytes(name), as: UTF8.self)
  }

  // MARK: - Keys

  @Test func keysAreForTheirOwnerAndNeverReplaced() throws {
    #expect(try FileStatus.of("\(place.path)/team").permissions == 0o600)
    #expect(try FileStatus.of("\(place.path)/team.pub").permissions == 0o644)
    let before = try place.bytes("team")
    let again = try place.wct("keygen", "team")
    #expect(again.code == 2 && again.error.hasPrefix("error[WCT1029]: team exists already"), "\(again)")
    #expect(try place.bytes("team") == before)
    try place.write("half.pub", "mine")
    #expect(try place.wct("keygen", "half").code == 2)
    #expect(!place.exists("half"))
    #expect(try text("half.pub") == "mine")
    try place.link("dangling", to: "nowhere")
    #expect(try place.wct("keygen", "dangling").code == 2 && !place.exists("nowhere"))
    let made = try place.wct("keygen", "new")
    #expect(made.output.wholeMatch(of: /sha256:[0-9a-f]{64}\n/) != nil, "\(made)")
    #expect(!(made.output + made.error).contains("PRIVATE"))
    #expect(try place.directory.names().allSatisfy { !$0.hasSuffix(".partial") })
  }

  @Test(arguments: ["640", "604", "660", "622"]) func aKeyThatOthersMayUseIsRefused(_ mode: String) throws {
    try place.run("/bin/chmod", mode, "team")
    let result = try place.wct("sign", "sample.plan.json", "--key", "team")
    #expect(result.code == 4 && result.error.hasPrefix("error[WCT4027]: "), "\(result)")
    #expect(result.error.contains("chmod 600"))
  }

  @Test func aPublicKeySignsNothing() throws {
    let result = try place.wct("sign", "sample.plan.json", "--key", "team.pub")
    #expect(result.code == 4 && result.error.contains("team.pub holds a public key"), "\(result)")
    #expect(!result.error.contains("chmod"))
  }

  @Test func keysComeFromVariablesToo() throws {
    var place = place
    place.environment["SIGNER"] = try text("other")
    place.environment["TRUSTED"] = try text("other.pub")
    #expect(try place.wct("sign", "sample.plan.json", "--key", "env:SIGNER", "-o", "o.sig").code == 0)
    let right = try place.wct(
      "verify-signature", "sample.plan.json", "--signature", "o.sig", "--key", "env:TRUSTED")
    #expect(right.code == 0, "\(right)")
    let unset = try place.wct("sign", "sample.plan.json", "--key", "env:NOBODY")
    #expect(unset.code == 4 && unset.error.hasPrefix("error[WCT4026]: "), "\(unset)")
    let swapped = try place.wct("sign", "sample.plan.json", "--key", "team.pub")
    #expect(swapped.code == 4 && swapped.error.contains("WCT402"), "\(swapped)")
    #expect(try place.wct("sign", "sample.plan.json", "--key", "gone").code == 2)
  }

  /// Whoever has openssl can make keys, and check what was signed.
  @Test func opensslAgrees() throws {
    guard (try? FileStatus.of("/usr/bin/openssl")) != nil else { return }
    let digest = try shell("openssl pkey -pubin -in team.pub -outform DER | sha256sum")
    #expect(try text("sample.plan.json.sig").contains("sha256:\(digest.output.prefix(64))"), "\(digest)")
    #expect(try shell("openssl pkey -in team -pubout | cmp - team.pub").code == 0)
    let envelope = try JSONReader.read(place.bytes("sample.plan.json.sig"))
    let payload = try #require(envelope["payload"]?.stringValue)
    let signature = try #require(envelope["signatures"]?.arrayValue?.first?["sig"]?.stringValue)
    try place.write("payload.b64", payload)
    try place.write("signature.b64", signature)
    let checked = try shell(
      """
      base64 -d < payload.b64 > payload && base64 -d < signature.b64 > signature &&
      printf 'DSSEv1 28 application/vnd.in-toto+json %d ' $(wc -c < payload) > signed && cat payload >> signed &&
      openssl pkeyutl -verify -pubin -inkey team.pub -rawin -in signed -sigfile signature
      """)
    #expect(checked.code == 0 && checked.output.contains("Verified Successfully"), "\(checked)")
    let file = try shell("sha256sum < sample.plan.json").output.prefix(64)
    #expect(try text("payload").contains("\"digest\":{\"sha256\":\"\(file)\"},\"name\":\"plan-file\""))
    // The other way round.
    #expect(
      try shell(
        "umask 077; openssl genpkey -algorithm ed25519 -out theirs && openssl pkey -in theirs -pubout -out theirs.pub"
      ).code == 0)
    #expect(try place.wct("sign", "sample.plan.json", "--key", "theirs").code == 0)
    #expect(try run("--require-signature", "theirs.pub").code == 0)
  }

  // MARK: - Plans

  @Test func aSignedPlanRuns() throws {
    let result = try run("--require-signature", "team.pub")
    #expect(result.code == 0, "\(result)")
    #expect(try place.runs().count == 1)
    let shown = try place.wct("verify-signature", "sample.plan.json", "--key", "team.pub")
    #expect(shown.code == 0 && shown.output.contains("signed by sha256:"), "\(shown)")
  }

  @Test func trustedKeysMayBeADirectory() throws {
    try makeDirectory("\(place.path)/trusted")
    try place.run("/bin/cp", "other.pub", "trusted/a.pub")
    #expect(try run("--require-signature", "trusted").code == 4)
    try place.run("/bin/cp", "team.pub", "trusted/b.pem")
    try place.write("trusted/README", "no key")
    #expect(try run("--require-signature", "trusted").code == 0)
    try place.write("trusted/c.pub", "no key")
    let broken = try run("--require-signature", "trusted")
    #expect(broken.code == 4 && broken.error.hasPrefix("error[WCT4026]: "), "\(broken)")
    try makeDirectory("\(place.path)/none")
    #expect(try run("--require-signature", "none").code == 4)
    #expect(try run("--require-signature", "gone").code == 2)
  }

  @Test func whatIsNotSignedAsRequiredDoesNotRun() throws {
    func expect(_ code: String, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation)
      throws
    {
      let result = try place.start(.machine, ["run", "sample.plan.json"] + arguments).result()
      #expect(
        result.code == 4 && result.output.isEmpty && result.error.hasPrefix("error[\(code)]: refused: "),
        "\(result)",
        sourceLocation: sourceLocation)
      #expect(!place.exists(".wct"), "nothing was begun", sourceLocation: sourceLocation)
    }
    try expect("WCT4022", "--require-signature", "other.pub")
    try expect("WCT4026", "--require-signature", "team")
    try expect("WCT4020", "--require-signature", "team.pub", "--signature", "gone.sig")
    try expect("WCT4021", "--require-signature", "team.pub", "--signature", "sample.plan.json")
    // A sound plan that is not the one that was signed.
    let signed = try place.bytes("sample.plan.json")
    try place.write("sample.yaml", SampleRunbook.detection(of: "/etc/hostname"))
    #expect(try place.wct("compile", "sample.yaml").code == 0)
    try expect("WCT4024", "--require-signature", "team.pub")
    // A plan that was altered after it was signed.
    try place.write(
      "sample.plan.json", String(decoding: signed, as: UTF8.self).replacing("Classified", with: "Falsified"))
    try expect("WCT4024", "--require-signature", "team.pub")
  }

  /// Bytes of the plan and of its signature, one changed at a time.
  @Test func aFlippedByteIsFound() throws {
    for name in ["sample.plan.json", "sample.plan.json.sig"] {
      let bytes = try place.bytes(name)
      for index in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 25)) + [bytes.count - 1] {
        var changed = bytes
        changed[index] ^= 1
        try writeFile("\(place.path)/\(name)", changed)
        let run = try run("--require-signature", "team.pub")
        #expect(run.code == 4 && !place.exists(".wct"), "byte \(index) of \(name): \(run)")
        #expect(try place.wct("verify-signature", "sample.plan.json", "--key", "team.pub").code == 4)
      }
      try writeFile("\(place.path)/\(name)", bytes)
    }
    #expect(try run("--require-signature", "team.pub").code == 0)
  }

  @Test func severalPeopleSign() throws {
    let second = try place.wct("sign", "sample.plan.json", "--key", "other")
    #expect(second.code == 0 && second.error.contains("2 signatures"), "\(second)")
    for key in ["team.pub", "other.pub"] { #expect(try run("--require-signature", key).code == 0) }
    let before = try place.bytes("sample.plan.json.sig")
    #expect(try place.wct("sign", "sample.plan.json", "--key", "other").code == 0)
    #expect(try place.bytes("sample.plan.json.sig") == before, "signing again changes nothing")
    // A plan that changed needs new signatures; old ones are not kept beside them.
    try place.write("sample.yaml", SampleRunbook.detection(of: "./letter.txt", name: "Changed"))
    #expect(try place.wct("compile", "sample.yaml").code == 0)
    let renewed = try place.wct("sign", "sample.plan.json", "--key", "team")
    #expect(renewed.code == 0 && renewed.error.contains("1 signature,"), "\(renewed)")
    #expect(renewed.error.contains("its signatures are dropped"))
    #expect(try run("--require-signature", "other.pub").code == 4)
  }

  @Test func otherFilesAreNotTakenForSignatures() throws {
    try place.write("notes.sig", "my notes")
    let result = try place.wct("sign", "sample.plan.json", "--key", "team", "-o", "notes.sig")
    #expect(result.code == 4, "\(result)")
    #expect(try text("notes.sig") == "my notes")
    let shown = try place.wct("sign", "sample.plan.json", "--key", "team", "-o", "-")
    #expect(shown.standardOutput == (try place.bytes("sample.plan.json.sig")), "\(shown)")
  }

  @Test func aDamagedPlanIsNotSigned() throws {
    try place.write("bad.plan.json", try text("sample.plan.json").replacing("Classified", with: "Falsified"))
    let result = try place.wct("sign", "bad.plan.json", "--key", "team")
    #expect(result.code == 4 && result.error.hasPrefix("error[WCT4004]: "), "\(result)")
    #expect(!place.exists("bad.plan.json.sig"))
  }

  /// What a plan executes is not known when it is signed.
  @Test func aPlanThatExecutesIsRefused() throws {
    try place.write(
      "nested.yaml",
      """
      name: Nested
      description: Runs a runbook that it reads
      contact: Tests <tests@example.com>
      artifacts:
        book: {reuse: {from_run: latest, artifact: book}, output_schema: runbook/1.0.0}
        ran: {inputs: book, execute: {mode: child}, output: true}

      """)
    let compiled = try place.wct("compile", "nested.yaml")
    #expect(compiled.code == 0, "\(compiled)")
    let signed = try place.wct("sign", "nested.plan.json", "--key", "team")
    #expect(signed.code == 0 && signed.error.contains("--require-signature will refuse"), "\(signed)")
    let result = try place.machine("run", "nested.plan.json", "--require-signature", "team.pub")
    #expect(result.code == 4 && result.error.hasPrefix("error[WCT4025]: "), "\(result)")
  }

  /// The compiler makes the same plan again, so a runbook runs with the signature of its plan.
  @Test func aRunbookRunsWithTheSignatureOfItsPlan() throws {
    let signature = ["--require-signature", "team.pub", "--signature", "sample.plan.json.sig"]
    let result = try place.start(.wct, ["run", "sample.yaml", "--quiet"] + signature).result()
    #expect(result.code == 0, "\(result)")
    try place.write("sample.yaml", SampleRunbook.detection(of: "."))
    let changed = try place.start(.wct, ["run", "sample.yaml", "--quiet"] + signature).result()
    #expect(changed.code == 4 && changed.error.hasPrefix("error[WCT4024]: "), "\(changed)")
    let alone = try place.wct("run", "sample.yaml", "--require-signature", "team.pub")
    #expect(alone.code == 2 && alone.error.contains("go together"), "\(alone)")
    // A run that is resumed can be held to it too.
    let resumed = try place.start(.wct, ["resume", "latest"] + signature).result()
    #expect(resumed.code == 0, "\(resumed)")
    let strange = try place.wct(
      "resume", "latest", "--require-signature", "other.pub", "--signature", "sample.plan.json.sig")
    #expect(strange.code == 4 && strange.error.hasPrefix("error[WCT4022]: "), "\(strange)")
  }

  @Test(arguments: [
    ["sign", "sample.plan.json"], ["sign"], ["verify-signature", "sample.plan.json"],
    ["verify-signature", "--key", "x"],
    ["keygen"], ["keygen", "-"], ["sign", "sample.plan.json", "--key", ""],
    ["verify-signature", "a", "--key", "env:"],
    ["run", "sample.yaml", "--attest", "a"], ["run", "sample.yaml", "--signing-key", "team"],
    ["verify-signature", "--run", "x", "--signature", "y", "--key", "z"],
  ])
  func wrongUsage(_ arguments: [String]) throws {
    let result = try place.start(.wct, arguments).result()
    #expect(result.code == 2 && result.error.hasPrefix("error[WCT1024]: "), "\(result)")
  }
}
