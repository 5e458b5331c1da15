// The results file, format 2.0.0, key by key.
internal import CanonicalJSON
internal import TestSupport
import Testing

@Suite struct ResultsFileTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
  }

  private func results(_ runbook: String, code: Int32) throws -> JSONValue {
    try place.write("sample.yaml", runbook)
    let result = try place.wct("run", "sample.yaml", "-q", "-o", "results.json")
    #expect(result.code == code, "\(result)")
    return try JSONReader.read(place.bytes("outputs/results.json"))
  }

  @Test func everyKeyOfACompletedRun() throws {
    let results = try results(SampleRunbook.detection(of: "./data"), code: 0)
    #expect(
      keys(results) == [
        "errors", "format_version", "outputs", "pending", "run", "runbook", "skipped", "summary",
      ])
    #expect(results["format_version"] == "2.0.0")
    #expect(keys(results["run"]) == ["duration_seconds", "id", "status", "timestamp"])
    #expect(results["run"]?["status"] == "completed")
    #expect(results["run"]?["id"] == (try place.runs().first?["id"]))
    #expect((results["run"]?["duration_seconds"]?.doubleValue ?? 0) > 0)
    #expect(isTimestamp(results["run"]?["timestamp"]))
    #expect(
      results["runbook"] == [
        "contact": "Tests <tests@example.com>", "description": "Finds personal data", "name": "Sample",
      ])
    #expect(
      results["summary"] == ["failed": 0, "pending": 0, "skipped": 0, "succeeded": 3, "total": 3])
    #expect(results["errors"] == [] && results["skipped"] == [] && results["pending"] == [])
  }

  @Test func everyKeyOfAnOutput() throws {
    let results = try results(SampleRunbook.detection(of: "./data"), code: 0)
    let outputs = try #require(results["outputs"]?.arrayValue)
    #expect(outputs.count == 1)
    #expect(
      keys(outputs[0]) == [
        "artifact_id", "contact", "content", "description", "duration_seconds", "name", "output_schema",
      ])
    #expect(outputs[0]["artifact_id"] == "classified")
    #expect(outputs[0]["name"] == "Classified")
    #expect(outputs[0]["contact"] == .null && outputs[0]["description"] == .null)
    #expect(outputs[0]["output_schema"] == ["name": "gdpr_personal_data", "version": "1.0.0"])
    let findings = try #require(outputs[0]["content"]?["findings"]?.arrayValue)
    let mail = try #require(findings.first { $0["privacy_category"] == "contact_data" })
    #expect(mail["metadata"]?["source"] == "data/letter.txt")
    #expect(mail["evidence"]?.arrayValue?.first?["content"]?.stringValue?.contains("maria.example@") == true)
    #expect(outputs[0]["content"]?["summary"]?["total_findings"] == .integer(findings.count))
  }

  @Test func absentStringsAreNull() throws {
    let runbook = """
      name: Bare
      description: No contact
      artifacts:
        files: {source: {type: filesystem, properties: {path: ./data}}, output: true}
      """
    let results = try results(runbook, code: 0)
    #expect(results["runbook"]?["contact"] == .null)
    #expect(results["outputs"]?.arrayValue?.first?["name"] == .null)
  }

  @Test func aFailedRunNamesWhatFailedAndWhatWasSkipped() throws {
    let results = try results(SampleRunbook.branches(left: "./gone", right: "./data"), code: 1)
    #expect(results["run"]?["status"] == "failed")
    #expect(
      results["summary"] == ["failed": 1, "pending": 0, "skipped": 1, "succeeded": 2, "total": 4])
    let errors = try #require(results["errors"]?.arrayValue)
    #expect(errors.map { keys($0) } == [["artifact_id", "error"]])
    #expect(errors[0]["artifact_id"] == "left")
    #expect(errors[0]["error"]?.stringValue?.contains("gone") == true)
    #expect(results["skipped"] == ["left_data"])
    #expect(results["outputs"]?.arrayValue?.map { $0["artifact_id"] } == ["right_data"])
  }

  @Test func anOptionalFailureIsPartial() throws {
    let runbook = SampleRunbook.branches(left: "./gone", right: "./data", leftFlags: "optional")
    let results = try results(runbook, code: 0)
    #expect(results["run"]?["status"] == "partial")
    #expect(results["errors"]?.arrayValue?.map { $0["artifact_id"] } == ["left"])
    #expect(results["skipped"] == ["left_data"])
    #expect(try place.runs().first?["status"] == "completed")
  }

  @Test func sensitiveContentIsRedacted() throws {
    let runbook = SampleRunbook.extraction(of: "./data").split(separator: "output: true")
      .joined(separator: "output: true\n    sensitive: true")
    let results = try results(runbook, code: 0)
    #expect(results["outputs"]?.arrayValue?.first?["content"] == "[REDACTED]")
    let shown = try place.machine("inspect", "latest", "files")
    #expect(!shown.output.contains("maria.example") && shown.output.contains("[REDACTED]"), "\(shown)")
    let asked = try place.machine("inspect", "latest", "files", "--show-sensitive")
    #expect(asked.output.contains("maria.example"))
  }

  @Test func theSameInputGivesTheSameResults() throws {
    let first = try results(SampleRunbook.detection(of: "./data"), code: 0).withoutRunDetails
    let second = try results(SampleRunbook.detection(of: "./data"), code: 0).withoutRunDetails
    #expect(first == second)
    #expect(first["outputs"]?.arrayValue?.isEmpty == false)
  }

  private func keys(_ value: JSONValue?) -> [String] { (value?.objectValue?.keys ?? []).sorted() }

  /// ISO 8601 in UTC, as Python writes it.
  private func isTimestamp(_ value: JSONValue?) -> Bool {
    let text = value?.stringValue ?? ""
    return text.utf8.count == 32 && text.hasSuffix("+00:00") && Array(text.utf8)[10] == UInt8(ascii: "T")
  }
}
