// `--openlineage URL`: a collector gets every event, also of runs within runs, and what a run is part of.
internal import CanonicalJSON
internal import Glibc
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct LineageCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
  }

  /// Starts a collector that answers its first requests with these statuses; gives it and its URL.
  private func collector(answering statuses: String = "[]") throws -> (ChildProcess, String) {
    let script = "\(Repository.path)/Tests/LineageCollector/collector.py"
    let process = try ChildProcess(
      "/usr/bin/python3", [script, "events.jsonl", statuses], directory: place.path,
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(process.wait { $0.standardOutput.contains("\n") })
    let port = process.standardOutput.split(separator: "\n").first?.dropFirst(5) ?? ""
    return (process, "http://127.0.0.1:\(port)")
  }

  private func lines(_ name: String) throws -> [JSONValue] {
    try place.bytes(name).split(separator: 0x0A).map { try JSONReader.read(Array($0)) }
  }

  @Test func aCollectorTakesEachEventOnce() throws {
    let (process, url) = try collector(answering: "[503, 201, 429]")
    let run = try place.wct("run", "sample.yaml", "-q", "--openlineage", url)
    #expect(run.code == 0, "\(run)")
    let taken = try lines("events.jsonl")
    #expect(taken.allSatisfy { $0["path"] == "/api/v1/lineage" && $0["type"] == "application/json" })
    #expect(taken.allSatisfy { $0["authorization"] == .null })
    let sent = taken.compactMap { $0["event"] }
    // A run that is completed is told again, here to a file.
    #expect(try place.wct("resume", "latest", "--openlineage", "lineage.jsonl").code == 0)
    #expect(try sent == lines("lineage.jsonl"))
    #expect(sent.count == 8)
    _ = process
  }

  @Test func aPathIsTakenAsItIsAndTheKeyIsSent() throws {
    var place = place
    let key = "canary-lineage-key"
    place.environment["OPENLINEAGE_API_KEY"] = key
    let (process, url) = try collector()
    let run = try place.wct("run", "sample.yaml", "-v", "--openlineage", "\(url)/own/place")
    #expect(run.code == 0, "\(run)")
    let taken = try lines("events.jsonl")
    #expect(taken.allSatisfy { $0["path"] == "/own/place" })
    #expect(taken.allSatisfy { $0["authorization"] == .string("Bearer \(key)") })
    #expect(!"\(run)".contains(key))
    _ = process
  }

  @Test(arguments: [("[400]", "status 400"), ("[201, 500, 500, 500, 500]", "1 of 8 OpenLineage events")])
  func whatIsNotDeliveredIsSaidAndCanBeSentAgain(statuses: String, message: String) throws {
    let (process, url) = try collector(answering: statuses)
    let run = try place.wct("run", "sample.yaml", "--openlineage", url)
    #expect(run.code == 1 && run.error.contains("WCT6060") && run.error.contains(message), "\(run)")
    #expect(run.error.contains("wct resume ") && run.error.contains("--openlineage \(url)"), "\(run)")
    #expect(try place.runs().first?["status"] == "completed")
    let before = place.exists("events.jsonl") ? try lines("events.jsonl").count : 0
    #expect(try place.wct("resume", "latest", "--openlineage", url).code == 0)
    #expect(try lines("events.jsonl").count == before + 8)
    _ = process
  }

  @Test func nobodyListensIsSaid() throws {
    let run = try place.wct("run", "sample.yaml", "-q", "--openlineage", "http://127.0.0.1:1/")
    #expect(run.code == 1 && run.error.contains("0 of 8 OpenLineage events were delivered"), "\(run)")
  }

  @Test(arguments: [
    ("http://", "a host"), ("https://user:secret@host/x", "without a user"), ("http://h/?key=1", "a query"),
    ("https://a b/", "without blanks"),
  ])
  func aURLThatCanNotWorkIsAWrongOption(url: String, message: String) throws {
    let run = try place.wct("run", "sample.yaml", "--openlineage", url)
    #expect(run.code == 2 && run.error.contains(message), "\(run)")
    #expect(!place.exists(".wct/store.db"))
  }

  @Test func aKeyDoesNotLeaveUnencrypted() throws {
    var place = place
    place.environment["OPENLINEAGE_API_KEY"] = "canary-lineage-key"
    let run = try place.wct("run", "sample.yaml", "--openlineage", "http://collector.example/")
    #expect(run.code == 2 && run.error.contains("expected 'https://'"), "\(run)")
  }

  // MARK: - Parents

  @Test func whatBeganTheRunIsItsParentAndTheRootOfItsArtifacts() throws {
    var place = place
    let id = "01890a5d-ac96-774b-bcce-b302099a8057"
    place.environment["OPENLINEAGE_PARENT_ID"] = "airflow/checks.daily/\(id)"
    #expect(try place.wct("run", "sample.yaml", "-q", "--openlineage", "lineage.jsonl").code == 0)
    let events = try lines("lineage.jsonl")
    let parent = events.first?["run"]?["facets"]?["parent"]
    #expect(parent?["run"]?["runId"] == .string(id))
    #expect(parent?["job"] == ["namespace": "airflow", "name": "checks.daily"])
    let artifact = events[1]["run"]?["facets"]?["parent"]
    #expect(artifact?["run"]?["runId"] == events.first?["run"]?["runId"])
    #expect(artifact?["root"]?["run"]?["runId"] == .string(id))
    place.environment["OPENLINEAGE_PARENT_ID"] = "nonsense"
    #expect(try place.wct("run", "sample.yaml", "-q", "--openlineage", "plain.jsonl").code == 0)
    #expect(try lines("plain.jsonl").first?["run"]?["facets"]?["parent"] == nil)
  }

  /// The artifact that executes a runbook is the parent of the run within the run, and the outer run its root.
  @Test func aRunWithinARunHasItsArtifactAsParent() throws {
    try place.write("planner.yaml", Self.planner)
    try place.write("outer.yaml", Self.outer)
    let run = try place.wct("run", "outer.yaml", "-q", "--openlineage", "lineage.jsonl")
    #expect(run.code == 0, "\(run)")
    let events = try lines("lineage.jsonl")
    let outer = try #require(events.first?["run"]?["runId"])
    let caller = try #require(events.first { $0["job"]?["name"] == "Outer/audit/ran" }?["run"]?["runId"])
    let nested = events.filter { $0["job"]?["name"] == "Inner" }
    #expect(nested.map { $0["eventType"] } == ["START", "COMPLETE"])
    let parent = nested.first?["run"]?["facets"]?["parent"]
    #expect(parent?["run"]?["runId"] == caller)
    #expect(parent?["job"]?["name"] == "Outer/audit/ran")
    #expect(parent?["root"]?["run"]?["runId"] == outer && parent?["root"]?["job"]?["name"] == "Outer")
    let part = try #require(events.first { $0["job"]?["name"] == "Inner/files" })["run"]?["facets"]?["parent"]
    #expect(part?["run"]?["runId"] == nested.first?["run"]?["runId"])
    #expect(part?["root"]?["run"]?["runId"] == outer)
    let times = events.compactMap { $0["eventTime"]?.stringValue }
    #expect(times == times.sorted() && events.last?["run"]?["runId"] == outer)
  }

  private static let outer = """
    name: Outer
    description: Runs a runbook within the run
    contact: Tests <tests@example.com>
    artifacts:
      unused: {source: {type: filesystem, properties: {path: ./data}}}
      audit:
        inputs: unused
        child_runbook: {path: planner.yaml, input_mapping: {}, output: result}
        output: true

    """

  private static let planner = """
    name: Planner
    description: Holds a runbook
    contact: Tests <tests@example.com>
    inputs:
      book:
        input_schema: runbook
        optional: true
        default:
          name: Inner
          description: Finds personal data
          contact: Tests
          artifacts:
            files: {source: {type: filesystem, properties: {path: ./data}}}
            found: {inputs: files, process: {type: personal_data}, output: true}
    outputs:
      result: {artifact: ran}
    artifacts:
      ran: {inputs: book, execute: {mode: child}}

    """
}
