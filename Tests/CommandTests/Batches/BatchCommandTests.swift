// Work that pends: run, poll, resume, cancel, and what is said of it meanwhile.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct BatchCommandTests {
  @Test func answersThatComeAtOnceNeedNoPolling() throws {
    let validated = try ValidatedPlace()
    let result = try validated.run()
    #expect(result.code == 0, "\(result)")
    try validated.expectValidated()
    // Both artifacts in one batch.
    #expect(try validated.service.count("puts") == 1)
    let batch = try #require(validated.service.batches().first)
    #expect(batch["kind"] == "finding-validation/1" && batch["requests"]?.arrayValue?.count == 8)
    let request = batch["requests"]?.arrayValue?.first?["content"]
    #expect(request?["mode"] == "standard" && request?["analyser"] == "personal_data")
    #expect(request?["evidence"]?.arrayValue?.first?.stringValue?.contains("letter") == true)
    #expect(request?["finding"]?["category"] == "contact_data")
  }

  @Test func withoutAServiceTheResultSaysSo() throws {
    var validated = try ValidatedPlace()
    validated.place.environment = [:]
    let result = try validated.run()
    #expect(result.code == 0 && result.output.contains("not validated"), "\(result)")
    #expect(result.output.contains("WCT_BATCH_URL"), "\(result)")
    #expect(try validated.sources("near").count == 4)
    let metadata = try validated.place.content("near")?["analysis_metadata"]
    #expect(metadata?["llm_validation_enabled"] == false)
    #expect(metadata?["validation_summary"]?["degraded"] == true)
    #expect(try validated.place.artifacts()["near.removed_findings"] == nil)
  }

  @Test func withoutCurlTheResultSaysSo() throws {
    var validated = try ValidatedPlace()
    try makeDirectory("\(validated.place.path)/bin")
    for tool in ["env", "sh"] { try validated.place.link("bin/\(tool)", to: "/usr/bin/\(tool)") }
    validated.place.environment["PATH"] = "\(validated.place.path)/bin"
    let result = try validated.run()
    #expect(result.code == 0 && result.output.contains("the program 'curl' is not on the PATH"), "\(result)")
    #expect(try validated.service.count("puts") == 0)
  }

  @Test func whatIsEnabledAndFindsNothingAsksNothing() throws {
    let validated = try ValidatedPlace()
    try validated.place.write("data/real.txt", "Nothing here.")
    try validated.place.write("data/invented.txt", "Nor here.")
    #expect(try validated.run().code == 0)
    #expect(try validated.service.count("puts") == 0)
    #expect(try validated.sources("near").isEmpty)
  }

  // MARK: - Pending

  @Test func aPendingRunSaysWhatItWaitsFor() throws {
    let validated = try ValidatedPlace(["mode": "never"])
    let result = try validated.run()
    #expect(result.code == 75, "\(result)")
    #expect(result.output.contains("wct poll ") && result.output.contains("job-"), "\(result)")
    let place = validated.place
    #expect(
      try place.statuses() == [
        "files": "completed", "near": "pending", "far": "pending", "classified": "not_started",
      ])
    let near = try #require(place.artifacts()["near"])
    #expect(near["cause"] == "job_pending")
    #expect(near["waits_for"]?["requests"] == 4 && near["waits_for"]?["answered"] == 0)
    #expect(near["waits_for"]?["jobs"]?.arrayValue?.first?["service"] == "http-batch")
    #expect(try place.runs().first?["counts"]?["pending"] == 2)
    #expect(try place.machine("runs").output.contains("interrupted (2 pending)"))
    let why = try JSONReader.read(place.machine("why", "latest", "far").standardOutput)
    #expect(why["artifacts"]?.arrayValue?.first?["reason"] == "job_pending")
    #expect(
      try place.machine("logs", "latest", "near").output.contains("near: pending: waits for the job 'job-"))
    #expect(try place.wct("report", "latest", "-o", "report.html", "-q").code == 0)
    #expect(String(decoding: try place.bytes("report.html"), as: UTF8.self).contains("waits for the job"))
    let polled = try validated.poll("--json")
    #expect(polled.code == 75, "\(polled)")
    let report = try JSONReader.read(polled.standardOutput)
    #expect(report["answered"] == false && report["requests"]?["total"] == 8)
    #expect(report["jobs"]?.arrayValue?.first?["status"] == "pending")
    // Resuming asks once, and sends nothing again.
    #expect(try validated.resume().code == 75)
    #expect(try validated.service.count("puts") == 1)
    try validated.service.follow(["mode": "pend"])
    #expect(try validated.resume().code == 0)
    try validated.expectValidated()
  }

  @Test func pollingRecordsAnswersAndResumingFinalises() throws {
    let validated = try ValidatedPlace(["mode": "pend", "cost": .number(0.5)])
    #expect(try validated.run("--trace", "trace.json").code == 75)
    let polled = try validated.poll()
    #expect(polled.code == 0 && polled.output.contains("wct resume "), "\(polled)")
    #expect(try validated.place.artifacts()["far"]?["cause"] == "answers_ready")
    // The service is not needed any more, and neither are the files.
    validated.service.stop()
    try validated.place.run("/bin/rm", "-r", "data")
    let resumed = try validated.resume()
    #expect(resumed.code == 0, "\(resumed)")
    try validated.expectValidated()
    #expect(try validated.place.artifacts()["near"]?["cost"] == 2)
    let again = try validated.poll()
    #expect(again.code == 0 && again.output.contains("waits for nothing"), "\(again)")
  }

  @Test func waitingEndsWithTheLastAnswer() throws {
    let validated = try ValidatedPlace(["mode": "never"])
    #expect(try validated.run().code == 75)
    let poll = try validated.place.start(.wct, ["poll", "latest", "--wait"])
    #expect(poll.wait { $0.standardError.contains("0 of 8 requests answered; waiting") })
    try validated.service.follow(["mode": "pend"])
    let result = poll.result()
    #expect(result.code == 0, "\(result)")
    #expect(try validated.resume().code == 0)
    try validated.expectValidated()
  }

  @Test func waitingHonoursASignal() throws {
    let validated = try ValidatedPlace(["mode": "never"])
    #expect(try validated.run().code == 75)
    let poll = try validated.place.start(.wct, ["poll", "latest", "--wait"])
    #expect(poll.wait { $0.standardError.contains("; waiting") })
    poll.send(SIGINT)
    #expect(poll.result().code == 130)
    #expect(try validated.place.statuses()["near"] == "pending")
  }

  @Test func aRunThatIsStoppedWhileItSendsGoesOn() throws {
    let validated = try ValidatedPlace(["hold": ["PUT": "service/go"]])
    let run = try validated.start()
    #expect(validated.service.wait(for: "asked"))
    run.send(SIGTERM)
    #expect(run.result().code == 143)
    #expect(try validated.place.artifacts()["near"]?["cause"] == "to_be_sent")
    try validated.place.write("service/go", "")
    #expect(validated.service.wait(for: "received"))
    #expect(try validated.resume().code == 0)
    try validated.expectValidated()
  }

  // MARK: - Cancelling

  @Test func cancellingGivesUpJobsAndResumingSendsAnew() throws {
    let validated = try ValidatedPlace(["mode": "never"])
    #expect(try validated.run().code == 75)
    let cancelled = try validated.place.wct("cancel", "latest")
    #expect(cancelled.code == 0 && cancelled.output.contains("is cancelled"), "\(cancelled)")
    #expect(try validated.service.deleted().count == 1)
    #expect(try validated.place.artifacts()["near"]?["cause"] == "to_be_sent")
    try validated.service.follow([:])
    #expect(try validated.resume().code == 0)
    #expect(try validated.sources("near").count == 2)
    #expect(try validated.service.count("puts") == 2)
  }

  @Test func aServiceThatCannotCancelKeepsItsJob() throws {
    let validated = try ValidatedPlace(["mode": "pend", "cancel": 405])
    #expect(try validated.run().code == 75)
    let cancelled = try validated.place.wct("cancel", "latest", "--json")
    let report = try JSONReader.read(cancelled.standardOutput)
    #expect(report["jobs_cancelled"]?.arrayValue?.isEmpty == true, "\(cancelled)")
    #expect(report["jobs_kept"]?.arrayValue?.count == 1)
    #expect(try validated.resume().code == 0)
    try validated.expectValidated()
  }

  // MARK: - What it costs

  @Test func theEstimateIsHeldAgainstTheLimitBeforeAnythingIsSent() throws {
    var validated = try ValidatedPlace(["cost": .number(0.25)])
    validated.place.environment["WCT_BATCH_REQUEST_COST"] = "0.5"
    let refused = try validated.run("--cost-limit", "3")
    #expect(refused.code == 1 && refused.error.contains("WCT5023"), "\(refused)")
    #expect(refused.error.contains("may cost 4.0, and 3.0 is left"), "\(refused)")
    #expect(try validated.service.count("puts") == 0)
    #expect(try validated.place.statuses()["near"] == "skipped")
    let resumed = try validated.resume("--cost-limit", "4")
    #expect(resumed.code == 0, "\(resumed)")
    try validated.expectValidated()
    #expect(try validated.place.artifacts()["near"]?["cost"] == 1)
  }

  // MARK: - Elsewhere

  @Test func aPendingRunTravelsAndOutlivesCleaningUp() throws {
    let validated = try ValidatedPlace(["mode": "pend"])
    let place = validated.place
    #expect(try validated.run().code == 75)
    let collected = try place.wct("gc", "--json")
    #expect(try JSONReader.read(collected.standardOutput)["blobs"]?["count"] == 0, "\(collected)")
    #expect(try place.wct("export-run", "latest", "-o", "run.tar").code == 0)
    #expect(try place.wct("export-run", "latest", "-o", "again.tar").code == 0)
    #expect(try place.bytes("run.tar") == place.bytes("again.tar"))
    let imported = try place.wct("import-run", "run.tar", "--store", "other")
    #expect(imported.code == 0, "\(imported)")
    #expect(try place.wct("import-run", "run.tar", "--store", "other").output.contains("already"))
    let resumed = try place.wct("resume", "latest", "--store", "other", "-o", "other.json")
    #expect(resumed.code == 0, "\(resumed)")
    #expect(try validated.service.count("puts") == 1)
    #expect(try validated.resume("-o", "here.json").code == 0)
    try validated.expectValidated()
    let results = try ["here", "other"].map {
      try JSONReader.read(place.bytes("outputs/\($0).json")).withoutRunDetails["outputs"]
    }
    #expect(results[0] == results[1])
    // What was prepared is not needed any more; the sidecars are.
    let after = try JSONReader.read(place.wct("gc", "--json").standardOutput)
    #expect(after["blobs"]?["count"] == 3, "two states, and one text of requests that are the same")
    #expect(try place.content("near.removed_findings") != nil)
  }

  @Test func theTokenIsNowhere() throws {
    let validated = try ValidatedPlace(["mode": "pend", "echo": true, "fail": ["PUT": 9], "status": 401])
    let outputs = [
      try validated.run("-v"), try validated.place.wct("logs", "latest", "--json"),
      try validated.place.wct("inspect", "latest", "--json"), try validated.place.wct("why", "latest"),
      try validated.place.wct("export-run", "latest", "-o", "run.tar"),
    ]
    #expect(outputs[0].code == 1 && outputs[0].error.contains("[REDACTED]"), "\(outputs[0])")
    for output in outputs { #expect(!"\(output)".contains(TestService.token), "\(output)") }
    var count = 0
    for file in try files(below: validated.place.path) {
      count += 1
      let text = String(decoding: try readFile(file), as: UTF8.self)
      #expect(!text.contains(TestService.token), "\(file)")
    }
    #expect(count > 8)
  }

  @Test func theTokenIsNotOnACommandLine() throws {
    let validated = try ValidatedPlace(["hold": ["PUT": "service/go"]])
    let run = try validated.start()
    #expect(validated.service.wait(for: "asked"))
    let processes = try ChildProcess(
      "/bin/sh", ["-c", "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '"], directory: "/",
      environment: [:]
    ).result().output
    #expect(processes.contains("curl --disable --config -"), "\(processes)")
    #expect(!processes.contains(TestService.token))
    try validated.place.write("service/go", "")
    #expect(run.result().code == 0)
  }

  private func files(below directory: String) throws -> [String] {
    try listDirectory(directory).compactMap(\.text).flatMap { name -> [String] in
      let path = "\(directory)/\(name)"
      return try FileStatus.of(path).kind == .directory ? files(below: path) : [path]
    }
  }
}
