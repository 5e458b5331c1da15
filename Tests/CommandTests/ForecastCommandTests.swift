// `wct-exec forecast`: what it says before a run is what the run then does, and nothing is written.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct ForecastCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try write(SampleRunbook.detection(of: "./data"))
  }

  private func write(_ runbook: String) throws {
    try place.write("sample.yaml", runbook)
    #expect(try place.wct("compile", "sample.yaml", "-o", "plan.json", "-q").code == 0)
  }

  private func forecast(_ arguments: String...) throws -> JSONValue {
    let result = try place.start(.machine, ["forecast", "plan.json", "--json"] + arguments).result()
    #expect(result.code == 0, "\(result)")
    return try JSONReader.read(result.standardOutput)
  }

  /// Artifact to `verdict reason`.
  private func lines(_ forecast: JSONValue) -> [String: String] {
    var lines: [String: String] = [:]
    for line in forecast["instructions"]?.arrayValue ?? [] {
      let words = [line["verdict"], line["reason"]].compactMap { $0?.stringValue }
      lines[line["id"]?.stringValue ?? ""] = words.joined(separator: " ")
    }
    return lines
  }

  @Test func withoutAStoreEverythingRunsForTheFirstTime() throws {
    let forecast = try forecast()
    #expect(
      lines(forecast) == [
        "files": "run first_time", "personal_data": "run first_time", "classified": "run first_time",
      ])
    #expect(forecast["format"] == "wct-forecast" && forecast["version"] == 1)
    #expect(forecast["store"] == ".wct")
    #expect(forecast["totals"]?["run"] == 3 && forecast["totals"]?["unmeasured"] == 3)
    #expect(try place.directory.names() == ["data", "plan.json", "plan.json.map", "sample.yaml"])
  }

  @Test func whatIsUnchangedWouldBeTaken() throws {
    #expect(try place.machine("run", "plan.json", "-q").code == 0)
    let run = try #require(place.runs().first?["id"])
    let forecast = try forecast()
    #expect(
      lines(forecast) == [
        "files": "reuse unchanged", "personal_data": "reuse unchanged", "classified": "reuse unchanged",
      ])
    for line in forecast["instructions"]?.arrayValue ?? [] {
      #expect(line["from"] == run)
      #expect((line["seconds"]?.doubleValue ?? 0) > 0 && line["cost"] == .null, "\(line)")
    }
    #expect(forecast["totals"]?["reuse"] == 3 && forecast["totals"]?["seconds"] == 0)
    #expect((forecast["totals"]?["seconds_saved"]?.doubleValue ?? 0) > 0)
  }

  @Test func changesAreNamedWithBeforeAndAfter() throws {
    #expect(try place.machine("run", "plan.json", "-q").code == 0)
    try place.write("data/other.txt", "x")
    let source = try forecast()
    #expect(lines(source)["files"] == "run source_changed")
    #expect(lines(source)["personal_data"] == "run input_may_change")
    #expect(source["instructions"]?.arrayValue?.first?["detail"] == "1 added: other.txt")
    try removeFile("\(place.path)/data/other.txt")
    try write(
      SampleRunbook.detection(of: "./data").split(separator: "100000").joined(separator: "50"))
    let property = try forecast()
    let first = property["instructions"]?.arrayValue?.first
    #expect(first?["reason"] == "property_changed" && first?["detail"] == "max_files: 100000 → 50")
    #expect(
      first?["changes"]
        == [["reason": "property_changed", "name": "/max_files", "before": 100000, "after": 50]])
  }

  /// The forecast holds: what would be taken is taken, what would run for sure runs.
  @Test func theRunDoesWhatWasSaid() throws {
    #expect(try place.machine("run", "plan.json", "-q").code == 0)
    try write(
      SampleRunbook.detection(of: "./data").split(separator: "process: {type: personal_data}").joined(
        separator:
          "process: {type: personal_data, properties: {pattern_matching: {evidence_context_size: small}}}"))
    let said = try lines(forecast())
    #expect(said["files"] == "reuse unchanged")
    #expect(said["personal_data"] == "run property_changed")
    #expect(try place.machine("run", "plan.json", "-q", "--reuse", "auto").code == 0)
    let artifacts = try place.artifacts()
    #expect(artifacts["files"]?["reused_from"] != .null)
    #expect(artifacts["personal_data"]?["reused_from"] == .null)
  }

  @Test func offAndOneRun() throws {
    #expect(try place.machine("run", "plan.json", "-q").code == 0)
    #expect(Set(try lines(forecast("--reuse", "off")).values) == ["run reuse_off"])
    #expect(Set(try lines(forecast("--reuse", "latest")).values) == ["reuse unchanged"])
    let unknown = try place.machine("forecast", "plan.json", "--reuse", "zzzz")
    #expect(unknown.code == 2, "\(unknown)")
  }

  @Test func nothingIsWritten() throws {
    #expect(try place.machine("run", "plan.json", "-q").code == 0)
    try place.write("data/other.txt", "x")
    let before = try listing(".wct")
    _ = try forecast()
    #expect(try listing(".wct") == before)
  }

  /// Every file of the store but SQLite's shared memory, with its content.
  private func listing(_ directory: String) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in try listDirectory("\(place.path)/\(directory)").compactMap(\.text) {
      let path = "\(directory)/\(name)"
      if try FileStatus.of("\(place.path)/\(path)").kind == .directory {
        found.merge(try listing(path)) { $1 }
      } else if !name.hasPrefix("store.db-") {
        found[path] = try place.bytes(path)
      }
    }
    return found
  }

  @Test func aVariableThatIsNotSetIsAReason() throws {
    try write(SampleRunbook.database)
    #expect(
      lines(try forecast()) == ["customers": "skip cannot_run", "personal_data": "skip input_missing"])
  }

  @Test func aTableForPeople() throws {
    #expect(try place.machine("run", "plan.json", "-q").code == 0)
    let table = try place.machine("forecast", "plan.json").output.split(separator: "\n")
    #expect(table.count == 5, "\(table)")
    #expect(table[1].hasPrefix("files          reuse") && table[4] == "3 to reuse", "\(table)")
  }

  @Test func aPlanThatWasAlteredIsRefused() throws {
    try place.write("plan.json", "{}")
    #expect(try place.machine("forecast", "plan.json").code == 4)
    #expect(try place.machine("forecast", "gone.json").code == 2)
  }
}
