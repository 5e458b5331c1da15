// What a run writes for other programs: `--trace`, `--openlineage`, `--progress json`.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct RunTraceTests {
  private var place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
    try place.write("failing.yaml", SampleRunbook.branches(left: "./gone", right: "./data"))
  }

  private func lines(_ bytes: [UInt8]) throws -> [JSONValue] {
    try bytes.split(separator: 0x0A).map { try JSONReader.read(Array($0)) }
  }

  // MARK: - Traces

  @Test func aTraceHasATrackAWorkerAndAnEventAnArtifact() throws {
    #expect(try place.wct("run", "sample.yaml", "-q", "--trace", "trace.json").code == 0)
    let trace = try JSONReader.read(place.bytes("trace.json"))
    let events = try #require(trace["traceEvents"]?.arrayValue)
    let work = events.filter { $0["ph"] == "X" }
    #expect(work.map { $0["name"] } == ["files", "personal_data", "classified"])
    let threads = events.filter { $0["name"] == "thread_name" }.compactMap { $0["tid"]?.integerValue }
    for event in work {
      #expect(threads.contains(event["tid"]?.integerValue ?? -1))
      #expect((event["ts"]?.integerValue ?? -1) >= 0 && (event["dur"]?.integerValue ?? -1) >= 0)
      #expect(event["cat"] == "artifact,critical_path" && event["args"]?["critical_path"] == true)
      #expect(event["args"]?["outcome"] == "completed" && event["args"]?["bytes"]?.integerValue != nil)
    }
    #expect(work.first?["args"]?["component"] == "filesystem 1.0.0" && work.first?["args"]?["items"] == 1)
    #expect(trace["otherData"]?["critical_path"] == ["files", "personal_data", "classified"])
  }

  @Test func aFailedRunHasAWholeTraceToo() throws {
    #expect(try place.wct("run", "failing.yaml", "-q", "--trace", "trace.json").code == 1)
    let trace = try JSONReader.read(place.bytes("trace.json"))
    let events = trace["traceEvents"]?.arrayValue ?? []
    let outcomes = events.compactMap { $0["args"]?["outcome"]?.stringValue }.sorted()
    #expect(outcomes == ["completed", "completed", "failed", "skipped"])
    #expect(events.first { $0["name"] == "left" }?["args"]?["code"] == "WCT6001")
    #expect(events.first { $0["name"] == "left_data" }?["ph"] == "i", "it did not begin")
    try place.write("gone/letter.txt", SampleRunbook.letter)
    #expect(try place.wct("resume", "latest", "-q", "--trace", "trace.json").code == 0)
    let resumed = try JSONReader.read(place.bytes("trace.json"))["traceEvents"]?.arrayValue ?? []
    #expect(resumed.filter { $0["ph"] == "X" }.count == 4)
  }

  // MARK: - OpenLineage

  @Test(arguments: [("sample.yaml", 3, "COMPLETE"), ("failing.yaml", 4, "FAIL")])
  func eventsAreAsTheSchemaWants(runbook: String, artifacts: Int, end: String) throws {
    _ = try place.wct("run", runbook, "-q", "--openlineage", "lineage.jsonl")
    let events = try lines(place.bytes("lineage.jsonl"))
    #expect(events.count == 2 * (artifacts + 1))
    for event in events { check(event) }
    #expect(events.first?["eventType"] == "START" && events.last?["eventType"] == .string(end))
    let run = try #require(events.first?["run"]?["runId"])
    #expect(events.last?["run"]?["runId"] == run)
    let parts = events.dropFirst().dropLast()
    #expect(parts.allSatisfy { $0["run"]?["facets"]?["parent"]?["run"]?["runId"] == run })
    #expect(parts.allSatisfy { $0["run"]?["facets"]?["parent"]?["job"] == events.first?["job"] })
    for (_, pair) in Dictionary(grouping: events, by: { $0["run"]?["runId"]?.stringValue ?? "" }) {
      #expect(pair.count == 2 && pair[0]["eventType"] == "START")
      #expect(["COMPLETE", "FAIL", "ABORT"].contains(pair[1]["eventType"]?.stringValue ?? ""))
    }
    let times = events.compactMap { $0["eventTime"]?.stringValue }
    #expect(times == times.sorted())
  }

  @Test func failuresAndInputsAreThere() throws {
    _ = try place.wct("run", "failing.yaml", "-q", "--openlineage", "lineage.jsonl")
    let events = try lines(place.bytes("lineage.jsonl"))
    let failed = try #require(events.first { $0["eventType"] == "FAIL" })
    #expect(failed["job"]?["name"] == "Two branches/left")
    #expect(failed["run"]?["facets"]?["errorMessage"]?["message"]?.stringValue?.contains("gone") == true)
    let skipped = try #require(events.first { $0["eventType"] == "ABORT" })
    #expect(skipped["job"]?["name"] == "Two branches/left_data")
    #expect(skipped["inputs"] == [["namespace": "runbooks", "name": "Two branches/left"]])
  }

  /// The constraints of OpenLineage 2-0-2 (`OpenLineage.json`, `$defs`): required members, formats.
  private func check(_ event: JSONValue) {
    let keys: Set = ["eventTime", "eventType", "producer", "schemaURL", "run", "job", "inputs", "outputs"]
    #expect(Set(event.objectValue?.keys ?? []) == keys)
    #expect(event["schemaURL"] == "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent")
    #expect(event["producer"]?.stringValue?.hasPrefix("urn:") == true, "a URI")
    #expect(event["eventTime"]?.stringValue?.utf8.count == 32)
    #expect(["START", "COMPLETE", "FAIL", "ABORT"].contains(event["eventType"]?.stringValue ?? ""))
    #expect(event["run"]?.objectValue?.keys == ["facets", "runId"])
    #expect(isUUID(event["run"]?["runId"]?.stringValue ?? ""))
    #expect(event["job"]?.objectValue?.keys == ["name", "namespace"])
    for facet in (event["run"]?["facets"]?.objectValue?.members ?? []).map(\.value) { checkFacet(facet) }
    for dataset in (event["inputs"]?.arrayValue ?? []) + (event["outputs"]?.arrayValue ?? []) {
      #expect(dataset["name"]?.stringValue != nil && dataset["namespace"]?.stringValue != nil)
      if let statistics = dataset["outputFacets"]?["outputStatistics"] { checkFacet(statistics) }
    }
  }

  private func checkFacet(_ facet: JSONValue) {
    #expect(facet["_producer"]?.stringValue?.hasPrefix("urn:") == true)
    #expect(facet["_schemaURL"]?.stringValue?.hasPrefix("https://openlineage.io/spec/facets/") == true)
  }

  /// The text form of RFC 9562, version 8.
  private func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts[2].hasPrefix("8")
      && "89ab".contains(parts[3].prefix(1))
      && parts.joined().utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  // MARK: - Progress

  @Test func progressIsAStreamOfEvents() throws {
    let result = try place.wct("run", "sample.yaml", "--progress", "json")
    #expect(result.code == 0, "\(result)")
    let events = try lines(result.standardOutput)
    #expect(events.first?["event"] == "run_started" && events.first?["artifacts"] == 3)
    #expect(events.last?["event"] == "run_finished" && events.last?["status"] == "completed")
    #expect(events.last?["counts"]?["completed"] == 3)
    #expect(place.exists(events.last?["results"]?.stringValue ?? "?"))
    let changes = events.filter { $0["event"] == "artifact" }
    #expect(
      changes.map { $0["status"] } == Array(repeating: ["running", "completed"], count: 3).flatMap(\.self))
    #expect(changes.last?["artifact"] == "classified" && changes.last?["items"] == 1)
    #expect(events.allSatisfy { $0["time"]?.stringValue?.utf8.count == 32 })
    let again = try place.wct("resume", "latest", "--progress", "json")
    #expect(try lines(again.standardOutput).map { $0["event"] } == ["run_finished"], "\(again)")
  }

  @Test func aFailureIsInTheStreamToo() throws {
    let result = try place.wct("run", "failing.yaml", "--progress", "json")
    #expect(result.code == 1)
    let events = try lines(result.standardOutput)
    let failed = try #require(events.first { $0["status"] == "failed" })
    #expect(failed["artifact"] == "left" && failed["code"] == "WCT6001")
    #expect(events.last?["status"] == "failed" && result.error.contains("error[WCT6001]"))
  }

  @Test func progressOfOtherForms() throws {
    let plain = try place.wct("run", "sample.yaml", "--progress", "plain")
    #expect(plain.error.contains("files: completed"), "\(plain)")
    let none = try place.wct("run", "sample.yaml", "--progress", "none")
    #expect(!none.error.contains("files: completed") && none.output.contains("completed in"), "\(none)")
  }

  // MARK: - Wrong use and secrets

  @Test func wrongUseIsSaidBeforeTheRun() throws {
    for arguments in [
      ["--trace", "data"], ["--trace", "gone/trace.json"], ["--openlineage", ""],
      ["--progress", "json", "--json"], ["--progress", "loud"],
    ] {
      #expect(try place.start(.wct, ["run", "sample.yaml"] + arguments).result().code == 2, "\(arguments)")
    }
    #expect(try place.runs().isEmpty)
  }

  @Test func sensitiveValuesAreInNoneOfThem() throws {
    let canary = "canary.4711@example.com"
    var place = place
    place.environment["MYSQL_PASSWORD"] = canary
    place.environment["SHOP_LIMIT"] = "471147"
    try place.write("late.env", "SHOP_TOKEN=\(canary)\n")
    try place.write("data/letter.txt", "Write to \(canary) today.\n")
    let runbook = SampleRunbook.extraction(of: "./data", properties: "max_files: ${SHOP_LIMIT}")
      .split(separator: "output: true").joined(separator: "output: true\n    sensitive: true")
    try place.write("secret.yaml", runbook)
    let run = try place.wct(
      "run", "secret.yaml", "--late-bind-all", "--env-file", "late.env", "--progress", "json", "--trace",
      "trace.json", "--openlineage", "lineage.jsonl", "-o", "results.json")
    #expect(run.code == 0, "\(run)")
    #expect(try place.wct("report", "latest", "-o", "report.html", "--evidence", "full").code == 0)
    let files = ["trace.json", "lineage.jsonl", "report.html", "outputs/results.json"]
    let texts = try files.map { String(decoding: try place.bytes($0), as: UTF8.self) }
    for text in texts + [run.output, run.error] {
      #expect(!text.contains("canary.4711") && !text.contains("471147"))
    }
    #expect(texts[2].contains("SHOP_LIMIT") && texts[2].contains("[REDACTED]"))
  }
}
