import RequestDispatch
import SystemFiles
import TestSupport
import Testing

/// What curl is given and what is made of its end. A script stands in for it.
@Suite struct CurlTransportTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func transport(_ script: String, sizeLimit: Int = 1 << 20, timeout: Double = 30) throws
    -> CurlTransport
  {
    let path = try directory.write("curl", "#!/bin/sh\n\(script)\n")
    let made = try ChildProcess("/bin/chmod", ["700", path], directory: "/", environment: [:]).result()
    #expect(made.code == 0)
    return CurlTransport(
      environment: ["PATH": "\(directory.path):/usr/bin:/bin", "SECRET": "canary", "https_proxy": "p"],
      timeout: timeout, sizeLimit: sizeLimit)
  }

  private func send(_ transport: CurlTransport, body: [UInt8]? = nil) throws(HTTPFailure) -> HTTPResponse {
    let headers = [
      HTTPRequest.Header("Authorization", #"Bearer a"b\c"#), HTTPRequest.Header("X", "1\nurl = \"y\""),
    ]
    return try transport.send(HTTPRequest("PUT", "https://x/y", headers: headers, body: body)) { false }
  }

  @Test func everythingGoesOverStandardInput() throws {
    let response = try send(
      try transport(
        #"""
        echo "$@"
        cat
        env | sort
        cat <&3
        printf '\n#201\n' >&2
        """#), body: Array(repeating: 0x61, count: 200_000))
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(response.status == 201)
    #expect(text.hasPrefix("--disable --config -\n"))
    #expect(text.contains(#"header = "Authorization: Bearer a\"b\\c""#))
    // A line end would begin another option.
    #expect(text.contains(#"header = "X: 1url = \"y\"""#))
    #expect(text.contains("request = \"PUT\"\n") && text.contains("data-binary = \"@/dev/fd/3\"\n"))
    #expect(text.contains("https_proxy=p\n") && !text.contains("canary"))
    #expect(text.hasSuffix(String(repeating: "a", count: 1_000)))
    #expect(text.count > 200_000)
  }

  @Test(arguments: [(7, true), (28, true), (52, true), (60, false), (3, false)])
  func itsEndSaysWhetherItPasses(code: Int, isTemporary: Bool) throws {
    let transport = try transport(
      "echo 'curl: (\(code)) it did not work' >&2; printf '\\n#000\\n' >&2; exit \(code)")
    let failure = #expect(throws: HTTPFailure.self) { try send(transport) }
    #expect(failure?.message == "curl: (\(code)) it did not work" && failure?.isTemporary == isTemporary)
  }

  @Test func anAnswerThatIsTooLargeIsCutOff() throws {
    let transport = try transport("yes", sizeLimit: 100_000)
    let failure = #expect(throws: HTTPFailure.self) { try send(transport) }
    #expect(failure?.message.contains("larger than the limit of 100000 bytes") == true)
  }

  @Test func whatIsCalledOffEnds() throws {
    let transport = try transport("exec sleep 1000")
    #expect(throws: HTTPFailure.self) {
      try transport.send(HTTPRequest("GET", "https://x")) { true }
    }
  }

  @Test func whoEndsWithoutAWordIsNoAnswer() throws {
    let failure = #expect(throws: HTTPFailure.self) { try send(try transport("exit 0")) }
    #expect(failure?.isTemporary == true)
  }

  @Test func whoDoesNotReadWhatItIsSentHarmsNobody() throws {
    let transport = try transport("exec 0<&- 3<&-; printf '\\n#200\\n' >&2")
    #expect(try send(transport, body: Array(repeating: 0x62, count: 1 << 20)).status == 200)
  }

  @Test func withoutCurlThatIsSaid() {
    let transport = CurlTransport(environment: ["PATH": directory.path])
    #expect(transport.unavailability?.contains("'curl' is not on the PATH") == true)
    #expect(throws: HTTPFailure.self) { try send(transport) }
  }
}
