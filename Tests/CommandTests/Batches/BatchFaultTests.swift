// A service that is slow, fails, restarts, loses jobs, answers twice, in part, or with garbage: each has one outcome.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct BatchFaultTests {
  @Test(arguments: ["PUT", "GET"]) func aFailureThatPassesIsTriedAgain(method: String) throws {
    let validated = try ValidatedPlace([
      "mode": .string(method == "GET" ? "pend" : "answer"),
      "fail": .object(JSONObject([(method, .integer(2))])),
      "status": 503,
    ])
    let result = try validated.run()
    #expect(result.code == (method == "GET" ? 75 : 0), "\(result)")
    if method == "GET" { #expect(try validated.resume().code == 0) }
    try validated.expectValidated()
  }

  @Test(arguments: ["PUT", "GET"]) func garbageThatPassesIsTriedAgain(method: String) throws {
    let validated = try ValidatedPlace([
      "mode": .string(method == "GET" ? "pend" : "answer"),
      "garbage": .object(JSONObject([(method, .integer(1))])),
    ])
    _ = try validated.run()
    if method == "GET" { #expect(try validated.resume().code == 0) }
    try validated.expectValidated()
  }

  @Test func aServiceThatStaysAwayFailsTheArtifactAndNothingIsLost() throws {
    let validated = try ValidatedPlace()
    validated.service.stop()
    let result = try validated.run()
    #expect(result.code == 1 && result.error.contains("error[WCT5120]: near"), "\(result)")
    for text in ["the batch '", "with the request '", "http-batch", "(4 attempts)"] {
      #expect(result.error.contains(text), "\(text): \(result)")
    }
    #expect(try validated.place.statuses()["classified"] == "skipped")
    try validated.service.restart()
    // What was prepared is not prepared again.
    try validated.place.run("/bin/rm", "-r", "data")
    let resumed = try validated.resume()
    #expect(resumed.code == 0, "\(resumed)")
    try validated.expectValidated()
  }

  @Test func aJobOutlivesTheRestartOfItsService() throws {
    let validated = try ValidatedPlace(["mode": "pend"])
    #expect(try validated.run().code == 75)
    validated.service.stop()
    let polled = try validated.poll()
    #expect(polled.code == 1, "\(polled)")
    #expect(try validated.place.artifacts()["near"]?["cause"] == "service_unreachable")
    // Still pending: the job may well be alive.
    let resumed = try validated.resume()
    #expect(resumed.code == 75 && resumed.output.contains("can't be asked"), "\(resumed)")
    try validated.service.restart()
    #expect(try validated.poll().code == 0)
    #expect(try validated.resume().code == 0)
    try validated.expectValidated()
  }

  @Test func aLostJobIsSentAgainAndSaid() throws {
    let validated = try ValidatedPlace(["mode": "pend", "lose": ["GET": 1]])
    #expect(try validated.run().code == 75)
    let polled = try validated.poll()
    #expect(polled.code == 75, "\(polled)")
    #expect(try validated.place.artifacts()["near"]?["cause"] == "to_be_sent")
    try validated.service.follow([:])
    let resumed = try validated.resume()
    #expect(resumed.code == 0 && resumed.output.contains("does not know the job 'job-"), "\(resumed)")
    #expect(try validated.sources("near").count == 2)
    #expect(try validated.service.received().allSatisfy { $0 == 2 })
  }

  @Test func requestsWithoutAnAnswerAreSentAgain() throws {
    let validated = try ValidatedPlace(["partial": 3])
    #expect(try validated.run().code == 0)
    #expect(try validated.service.received().sorted() == [1, 1, 1, 1, 1, 2, 2, 2])
    #expect(try validated.sources("near").count == 2)
    #expect(try validated.service.count("puts") == 2)
  }

  @Test func aRequestThatIsNeverAnsweredFailsInTheEnd() throws {
    let validated = try ValidatedPlace(["mode": "answer"])
    // Every batch leaves the first one out.
    try validated.service.follow(["partial_always": 1])
    let result = try validated.run()
    #expect(result.code == 1 && result.error.contains("error[WCT5121]"), "\(result)")
    for text in ["the request '", "http-batch", "job '", "after 3 batches"] {
      #expect(result.error.contains(text), "\(text): \(result)")
    }
    try validated.service.follow([:])
    #expect(try validated.resume().code == 0)
    #expect(try validated.sources("near").count == 2)
  }

  @Test func someAnswersMayComeBeforeTheRest() throws {
    let validated = try ValidatedPlace(["mode": "pend", "partly": 5])
    let result = try validated.run()
    #expect(result.code == 75, "\(result)")
    let counts = try validated.place.artifacts().values.compactMap {
      $0["waits_for"]?["answered"]?.integerValue
    }
    #expect(counts.reduce(0, +) == (try validated.place.statuses().values.contains("completed") ? 1 : 5))
    #expect(try validated.poll().code == 0)
    #expect(try validated.resume().code == 0)
    try validated.expectValidated()
  }

  @Test func theFirstOfTwoAnswersHolds() throws {
    let validated = try ValidatedPlace(["twice": true])
    let result = try validated.run()
    #expect(result.code == 0 && result.output.contains("twice: the first answer holds"), "\(result)")
    try validated.expectValidated()
  }

  @Test func answersToNothingThatWasAskedAreIgnoredAndSaid() throws {
    let validated = try ValidatedPlace(["strange": true])
    let result = try validated.run()
    #expect(result.code == 0 && result.output.contains("'nobody-asked'"), "\(result)")
    try validated.expectValidated()
  }

  @Test func answersWithoutAVerdictRemoveNothing() throws {
    let validated = try ValidatedPlace(["unhelpful": true])
    let result = try validated.run()
    #expect(result.code == 0 && result.output.contains("have no verdict"), "\(result)")
    #expect(try validated.sources("near").count == 4)
    let summary = try validated.place.content("near")?["analysis_metadata"]?["validation_summary"]
    #expect(summary?["unanswered"] == 4 && summary?["method_used"] == "regex")
  }

  @Test func aRedirectIsNotFollowed() throws {
    let other = try ValidatedPlace()
    let validated = try ValidatedPlace([
      "redirect": .string("http://127.0.0.1:\(other.service.port)/batches/x")
    ])
    let result = try validated.run()
    #expect(result.code == 1 && result.error.contains("redirect (HTTP 307)"), "\(result)")
    #expect(try other.service.count("puts") == 0)
  }

  @Test func aRefusedTokenIsSaidAtOnce() throws {
    let validated = try ValidatedPlace(["token": "another"])
    let result = try validated.run()
    #expect(result.code == 1 && result.error.contains("check WCT_BATCH_TOKEN"), "\(result)")
    #expect(try validated.service.count("puts") == 1)
    try validated.service.follow(["token": .string(TestService.token)])
    #expect(try validated.resume().code == 0)
    try validated.expectValidated()
  }

  @Test func aSlowServiceIsNotWaitedForForEver() throws {
    var validated = try ValidatedPlace(["hold": ["PUT": "service/go", "GET": "service/go"]])
    validated.place.environment["WCT_BATCH_TIMEOUT"] = "0.2"
    let result = try validated.run()
    #expect(result.code == 1 && result.error.contains("WCT5120"), "\(result)")
    try validated.place.write("service/go", "")
    // What arrived all the same is found there.
    #expect(validated.service.wait(for: "received"))
    validated.place.environment["WCT_BATCH_TIMEOUT"] = nil
    #expect(try validated.resume().code == 0)
    try validated.expectValidated()
  }

  @Test func batchesAreNoLargerThanAsked() throws {
    var validated = try ValidatedPlace()
    validated.place.environment["WCT_BATCH_SIZE"] = "3"
    #expect(try validated.run().code == 0)
    let sizes = try validated.service.batches().compactMap { $0["requests"]?.arrayValue?.count }
    #expect(sizes.sorted() == [2, 3, 3])
    try validated.expectValidated()
  }

  @Test(
    arguments: [
      ("WCT_BATCH_URL", "ftp://x", "https://"), ("WCT_BATCH_URL", "http://example.com", "unencrypted"),
      ("WCT_BATCH_URL", "https://me:canary-pw@example.com", "without a user"),
      ("WCT_BATCH_SIZE", "0", "from 1"),
    ])
  func aSettingThatDoesNotFitIsAnError(name: String, value: String, words: String) throws {
    var validated = try ValidatedPlace()
    validated.place.environment[name] = value
    let result = try validated.run()
    #expect(result.code == 1 && result.error.contains("WCT5102") && result.error.contains(words), "\(result)")
    #expect(!result.error.contains("canary-pw"))
  }
}
