// csv and sarif: rows that spreadsheets do not calculate, results that code scanning understands.
import CanonicalJSON
import ComponentKit
import Diagnostics
import SystemFiles
import TestSupport
import Testing

@testable import FindingReports

@Suite struct FindingExporterTests {
  private func csv(_ report: FindingsReport) throws -> String {
    var bytes: [UInt8] = []
    _ = try CSVExporter.write(report, evidence: EvidenceRenderer(.masked)) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func sarif(_ report: FindingsReport) throws -> JSONValue {
    var bytes: [UInt8] = []
    _ = try SARIFExporter.write(report, evidence: EvidenceRenderer(.masked)) { bytes += $0 }
    return try JSONReader.read(bytes)
  }

  @Test func aRowIsAFinding() throws {
    let text = try csv(SampleFindings.report([SampleFindings.personal("otto.muster@example.org")]))
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines[2].isEmpty)
    #expect(lines[0] == CSVExporter.columns.joined(separator: ",")[...])
    #expect(
      lines[1].split(separator: ",", omittingEmptySubsequences: false).count == CSVExporter.columns.count)
    #expect(
      lines[1].contains(
        ",classified,gdpr_personal_data/1.0.0,contact_data,email_address,false,,,1,data/a.txt,,"))
    #expect(lines[1].contains("o••••r@e••••g") && !lines[1].contains("muster"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t1", "\r1", "＝1"])
  func formulasAreDefusedAndThatIsSaid(_ attack: String) throws {
    let text = try csv(SampleFindings.report([SampleFindings.personal("x", source: attack)]))
    #expect(CSVText.isFormula(attack))
    let row = try #require(text.split(separator: "\r\n").dropFirst().first)
    #expect(row.contains(",'") || row.contains(",\"'"), "\(row)")
    #expect(row.hasSuffix(",source"), "the last column names it: \(row)")
  }

  @Test func quotesAndLineBreaksAreQuoted() {
    #expect(CSVText.row(["a", "b,c", "d\"e", "f\r\ng", ""]) == "a,\"b,c\",\"d\"\"e\",\"f\r\ng\",\r\n")
  }

  @Test func aSourceIsNoLink() throws {
    let item = SampleFindings.personal("x", source: "a[b](http:) \\c.txt")
    let run = try sarif(SampleFindings.report([item]))["runs"]?.arrayValue?.first
    let message = run?["results"]?.arrayValue?.first?["message"]?["text"]?.stringValue
    #expect(message?.contains("a\\[b\\](http:) \\\\c.txt") == true, "\(message ?? "")")
  }

  @Test func findingsOfAFurtherKindGoByTheirOwnField() {
    let item =
      SampleFindings.other([("id", "x"), ("retention_basis", "statutory")]).objectValue ?? JSONObject()
    #expect(Finding(item, schema: SchemaReference("retention_period_indicator")).indicator == "statutory")
    #expect(
      Finding(JSONObject(), schema: SchemaReference("retention_period_indicator")).indicator == "finding")
  }

  @Test func resultsHaveRulesPlacesAndFingerprints() throws {
    let items = [
      SampleFindings.personal("otto.muster@example.org", source: "data/a b.txt"),
      SampleFindings.personal(
        "  12  diabetes", category: "health_data", indicator: "diagnosis", patterns: [("diabetes", 1)],
        special: true, context: ["severity": "high", "confidence": 70]),
      SampleFindings.personal("x", source: "sqlite_database_(shop)_table_(people)_column_(mail)_row_(3)"),
    ]
    let run = try #require(sarif(SampleFindings.report(items))["runs"]?.arrayValue?.first)
    let rules = run["tool"]?["driver"]?["rules"]?.arrayValue ?? []
    let ids = rules.compactMap { $0["id"]?.stringValue }
    #expect(
      ids == ["gdpr_personal_data/contact_data/email_address", "gdpr_personal_data/health_data/diagnosis"])
    #expect(rules.allSatisfy { $0["help"]?["text"]?.stringValue?.contains("Article 4(1)") == true })
    let results = run["results"]?.arrayValue ?? []
    #expect(results.compactMap { $0["ruleIndex"]?.integerValue } == [0, 1, 0])
    #expect(results.compactMap { $0["level"]?.stringValue } == ["warning", "error", "warning"])
    let places: [JSONValue?] = results.map { $0["locations"]?.arrayValue?.first?["physicalLocation"] }
    #expect(places[0]?["artifactLocation"]?["uri"] == "data/a%20b.txt" && places[0]?["region"] == nil)
    #expect(places[1]?["region"]?["startLine"] == 12, "the line that the evidence shows")
    let logical = results[2]["locations"]?.arrayValue?.first?["logicalLocations"]?.arrayValue?.first
    #expect(logical?["fullyQualifiedName"] == "shop.people.mail#3")
    #expect(results[1]["rank"] == 70)
    let prints = results.compactMap { $0["partialFingerprints"]?["wctFinding/v1"]?.stringValue }
    #expect(Set(prints).count == 3)
    let again = try sarif(SampleFindings.report(Array(items.reversed())))
    let others = again["runs"]?.arrayValue?.first?["results"]?.arrayValue ?? []
    #expect(
      Set(others.compactMap { $0["partialFingerprints"]?["wctFinding/v1"]?.stringValue }) == Set(prints))
  }

  @Test func acceptedFindingsAreSuppressed() throws {
    let accepted = AcceptedFindings(entries: [AcceptedFinding(source: "data/*", reason: "It is ours")])
    let report = SampleFindings.report(
      [SampleFindings.personal("otto.muster@example.org")], accepted: accepted)
    let result = try sarif(report)["runs"]?.arrayValue?.first?["results"]?.arrayValue?.first
    let suppression = result?["suppressions"]?.arrayValue?.first
    #expect(suppression?["kind"] == "external" && suppression?["justification"] == "It is ours")
    #expect(try csv(report).contains(",true,It is ours,,"))
  }

  @Test func sensitiveOutputsAreCountedOnly() throws {
    let report = SampleFindings.report([
      SampleFindings.output([SampleFindings.personal("otto.muster@example.org")], isSensitive: true)
    ])
    #expect(try csv(report).split(separator: "\r\n").count == 1)
    #expect(try sarif(report)["runs"]?.arrayValue?.first?["properties"]?["redactedFindings"] == 1)
  }

  @Test func filesAreForTheirOwnerAlone() throws {
    let directory = try TemporaryDirectory()
    let report = SampleFindings.report([SampleFindings.personal("otto.muster@example.org")])
    let evidence = EvidenceRenderer(.masked)
    try CSVExporter.export(report, evidence: evidence, to: "\(directory.path)/a.csv")
    try SARIFExporter.export(report, evidence: evidence, to: "\(directory.path)/a.sarif")
    try ProcessingRecord.build(report, Organisation()).record.export(.json, to: "\(directory.path)/a.json")
    for name in ["a.csv", "a.sarif", "a.json"] {
      #expect(try FileStatus.of("\(directory.path)/\(name)").permissions == 0o600, "\(name)")
    }
  }
}
