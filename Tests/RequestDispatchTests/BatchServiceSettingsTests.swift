import RequestDispatch
import Testing

/// What the variables of a batch service may say.
@Suite struct BatchServiceSettingsTests {
  private func settings(_ variables: [String: String]) throws -> BatchServiceSettings? {
    try BatchServiceSettings { variables[$0] }
  }

  @Test func withoutAURLThereIsNoService() throws {
    #expect(try settings([:]) == nil)
    #expect(try settings(["WCT_BATCH_URL": "", "WCT_BATCH_TOKEN": "x"]) == nil)
  }

  @Test func everythingElseHasADefault() throws {
    let settings = try #require(try settings(["WCT_BATCH_URL": "https://x.example/api//"]))
    #expect(settings.url == "https://x.example/api")
    #expect(settings.timeout == 60 && settings.batchSize == 1_000)
    #expect(settings.requestCost == nil && settings.retryPause == nil)
  }

  @Test(arguments: ["http://localhost:1", "http://127.0.0.1", "http://127.9.9.9:80/x", "http://[::1]:80"])
  func thisMachineNeedsNoEncryption(url: String) throws {
    #expect(try settings(["WCT_BATCH_URL": url]) != nil)
  }

  @Test(arguments: [
    "x.example", "ftp://x", "https://", "https:///path", "https://a@b", "https://a:b@c/d",
    "https://a?token=b",
    "https://a#b", "http://x.example", "http://127.0.0.1.example.com", "http://127.0.0.256",
    "http://localhost.x",
    "http://1270.0.0.1", "https://a b", "https://a\nheader: x", "https://a\"b", "https://a\\b", "https://ä",
  ])
  func aURLThatIsNoneIsRefused(url: String) {
    let fault = #expect(throws: BatchServiceSettings.Fault.self) { try settings(["WCT_BATCH_URL": url]) }
    #expect(fault?.description.hasPrefix("WCT_BATCH_URL: expected ") == true)
  }

  @Test(arguments: [
    ("WCT_BATCH_TIMEOUT", "0"), ("WCT_BATCH_TIMEOUT", "nan"), ("WCT_BATCH_TIMEOUT", "soon"),
    ("WCT_BATCH_SIZE", "0"), ("WCT_BATCH_SIZE", "1e9"), ("WCT_BATCH_REQUEST_COST", "-1"),
    ("WCT_BATCH_REQUEST_COST", "inf"), ("WCT_BATCH_RETRY_SECONDS", "-0.1"),
  ])
  func aNumberThatDoesNotFitIsRefused(name: String, value: String) {
    let fault = #expect(throws: BatchServiceSettings.Fault.self) {
      try settings(["WCT_BATCH_URL": "https://x", name: value])
    }
    #expect(fault?.description.hasPrefix("\(name): expected a number from ") == true)
  }

  @Test func aTokenIsOneWordAndIsNeverShown() {
    let fault = #expect(throws: BatchServiceSettings.Fault.self) {
      try settings(["WCT_BATCH_URL": "https://x", "WCT_BATCH_TOKEN": "canary\r\nX: y"])
    }
    #expect(fault?.description.contains("canary") == false)
  }
}
