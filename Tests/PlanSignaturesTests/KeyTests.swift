// Keys out of texts, and what is refused.
import PlanSignatures
import Testing

@Suite struct KeyTests {
  @Test func aKnownKeyHasItsKnownPublicKey() throws {
    let key = try SampleKeys.known()
    #expect(key.publicKey.pem == SampleKeys.knownPublic)
    #expect(key.pem == SampleKeys.knownPrivate)
    let read = try VerificationKey.all(pem: SampleKeys.knownPublic, name: "x")
    #expect(read == [key.publicKey] && read[0].id == key.publicKey.id)
  }

  @Test func newKeysDifferAndAreReadBack() throws {
    let one = try SigningKey()
    let other = try SigningKey()
    #expect(one.publicKey != other.publicKey)
    #expect(try SigningKey(pem: one.pem, name: "x").publicKey == one.publicKey)
    let both = try VerificationKey.all(pem: one.publicKey.pem + other.publicKey.pem, name: "x")
    #expect(both == [one.publicKey, other.publicKey])
  }

  /// Text around a block, blanks and line breaks of other systems do not matter.
  @Test func armourIsReadAsOthersWriteIt() throws {
    let text = String(decoding: SampleKeys.knownPublic, as: UTF8.self)
    for variant in [
      "Team key\n\n" + text + "\nend", text.replacing("\n", with: "\r\n"),
      "  " + text.replacing("\n", with: " \n  "),
      text.replacing("MCowBQYDK2VwAyEA", with: "MCowBQYD\nK2VwAyEA"),
    ] {
      #expect(try VerificationKey.all(pem: Array(variant.utf8), name: "x").count == 1, "\(variant)")
    }
  }

  @Test(arguments: [
    [], Array("no key".utf8), SampleKeys.knownPrivate, Array(SampleKeys.knownPublic.dropLast(8)),
    SampleKeys.armoured("PUBLIC KEY", ""), SampleKeys.armoured("PUBLIC KEY", "MCowBQYDK2VwAyEA"),
    // One byte more, one less, another algorithm identifier.
    SampleKeys.armoured("PUBLIC KEY", "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURoA"),
    SampleKeys.armoured("PUBLIC KEY", "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHUQ=="),
    SampleKeys.armoured("PUBLIC KEY", "MCowBQYDK2VuAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="),
    SampleKeys.armoured(
      "PUBLIC KEY", "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPcljKjVoE8uRVk7AC0FgcGb43RLn",
      "9L52jhOMAAP8kLA818p9GpPpClQmvYzwhLKEtvGrAVPelYMj71uGgUZhDQ=="),
    SampleKeys.armoured("CERTIFICATE", "MCowBQYDK2VwAyEA"),
    // Points of small order: all zeros, one, and their like.
    SampleKeys.armoured("PUBLIC KEY", "MCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
    SampleKeys.armoured("PUBLIC KEY", "MCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
    SampleKeys.armoured("PUBLIC KEY", "MCowBQYDK2VwAyEA7P///////////////////////////////////////38="),
  ])
  func whatIsNoPublicKey(_ text: [UInt8]) {
    #expect(
      refusal { _ = try VerificationKey.all(pem: text, name: "x") } == .key,
      "\(String(decoding: text, as: UTF8.self))")
  }

  @Test(arguments: [
    [], SampleKeys.knownPublic, SampleKeys.knownPrivate + SampleKeys.knownPrivate,
    SampleKeys.armoured("PRIVATE KEY", "MC4CAQAwBQYDK2VuBCIEIIC9c4Fy2dSwUAco2Kvurng8iEqVbcR18iaBzTGjqClY"),
    SampleKeys.armoured(
      "PRIVATE KEY", "MEcCAQAwBQYDK2VxBDsEOXRgoxk961s6IKCONXt/mvpeuXV+Pn1ooOO22F/1ulqS",
      "f21JQ0GzrjTRI8D0LpJ6T8ZZpMPeOz1SNA=="),
    SampleKeys.armoured("ENCRYPTED PRIVATE KEY", "MC4CAQAwBQYDK2Vw"),
    SampleKeys.armoured("OPENSSH PRIVATE KEY", "MC4CAQAwBQYDK2Vw"),
  ])
  func whatIsNoPrivateKey(_ text: [UInt8]) {
    #expect(
      refusal { _ = try SigningKey(pem: text, name: "x") } == .key, "\(String(decoding: text, as: UTF8.self))"
    )
  }

  @Test func theKindOfAWrongKeyIsSaid() {
    let x25519 = SampleKeys.armoured(
      "PRIVATE KEY", "MC4CAQAwBQYDK2VuBCIEIIC9c4Fy2dSwUAco2Kvurng8iEqVbcR18iaBzTGjqClY")
    let error = #expect(throws: SignatureError.self) { try SigningKey(pem: x25519, name: "team") }
    #expect(error?.message == "team: not an Ed25519 private key but an X25519 key, which can't sign")
    let swapped = #expect(throws: SignatureError.self) {
      try VerificationKey.all(pem: SampleKeys.knownPrivate, name: "team")
    }
    #expect(swapped?.hint?.contains(".pub") == true)
  }

  @Test func sourcesAreFilesOrVariables() {
    #expect(KeySource("") == nil && KeySource("env:") == nil && KeySource("env:A=B") == nil)
    #expect(KeySource("env:KEY")?.variable == "KEY")
    #expect(KeySource("./env:KEY")?.place == .path("./env:KEY"))
  }
}
