// `wct findings`: what a run found, in every form, and which of it is accepted.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct FindingsCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("data/letter.txt", SampleRunbook.letter)
    try place.write("data/other.txt", "Write to otto.beispiel@example.com, or call +44 20 7946 0123\n")
    try place.write("sample.yaml", SampleRunbook.detection(of: "./data"))
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
  }

  private func listing(_ arguments: String...) throws -> [JSONValue] {
    let result = try place.start(.wct, ["findings", "latest", "--format", "json"] + arguments).result()
    #expect(result.code == 0, "\(result)")
    return try JSONReader.read(result.standardOutput)["findings"]?.arrayValue ?? []
  }

  @Test func aTableForPeople() throws {
    let result = try place.wct("findings", "latest")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.hasPrefix("classified\n  Id            Category"), "\(result)")
    #expect(result.output.contains("contact_data") && result.output.contains("email_address"))
    #expect(result.output.contains("data/letter.txt") && result.output.contains("m••••e@e••••m"))
    #expect(result.output.contains("--evidence full") && !result.output.contains("maria.example"))
    #expect(
      try place.wct("findings", "sample.yaml", "--evidence", "full").output.contains(
        "maria.example@example.com"))
    let hashed = try place.wct("findings", "latest", "--evidence", "hashed").output
    #expect(hashed.contains("hmac:") && !hashed.contains("maria"))
  }

  @Test func textsHaveLinesToo() throws {
    try place.write("data/deep.txt", "One\n\nThree\nWrite to nina.deep@example.com\n")
    #expect(try place.wct("run", "sample.yaml", "-q").code == 0)
    let found = try listing("--source", "**deep.txt", "--category", "email_address")
    #expect(!found.isEmpty && found.allSatisfy { $0["line"] == 4 }, "\(found)")
  }

  @Test func filtersAndSelections() throws {
    #expect(try listing().count > 2)
    #expect(try listing("--category", "phone_*").map { $0["found"] } == ["phone_number"])
    #expect(
      try listing("--source", "**letter.txt").allSatisfy {
        $0["source"]?.stringValue?.contains("letter") == true
      })
    #expect(try listing("--select", "personal_data").allSatisfy { $0["artifact"] == "personal_data" })
    #expect(try listing("--exclude", "classified").isEmpty)
    let id = try #require(listing("--category", "phone_number").first?["id"]?.stringValue)
    #expect(try listing("--id", String(id.prefix(8))).map { $0["id"] } == [.string(id)])
    let unknown = try place.wct("findings", "latest", "--id", "ffffffffffffffff")
    #expect(unknown.code == 2 && unknown.error.contains("WCT5142"), "\(unknown)")
    #expect(try place.wct("findings", "latest", "--select", "clasified").code == 2)
    #expect(try place.wct("findings", "latest", "--format", "xml").code == 2)
    #expect(try place.wct("findings", "nothing").code == 2)
  }

  /// `data/letter.txt` holds `maria.example@example.com`, `data/other.txt` an address and a number.
  @Test(arguments: ["text", "json", "csv", "sarif", "html", "gdpr"])
  func noFormQuotesWhatWasFound(_ format: String) throws {
    for evidence in [[], ["--evidence", "hashed"]] {
      let result = try place.start(.wct, ["findings", "latest", "--format", format] + evidence).result()
      #expect(result.code == 0 && result.output.utf8.count > 200, "\(result)")
      for canary in ["maria", "beispiel", "7946"] {
        #expect(!result.output.contains(canary), "\(format) \(evidence) quotes \(canary)")
      }
    }
    let file = try place.wct("findings", "latest", "--format", format, "-o", "file.\(format)")
    #expect(file.code == 0 && file.output == "Findings: file.\(format)\n", "\(file)")
    #expect(try FileStatus.of("\(place.path)/file.\(format)").permissions == 0o600)
  }

  @Test func theFormsAreWhatTheyPromise() throws {
    for (format, schema) in [
      ("sarif", "Fixtures/schemas/sarif-schema-2.1.0.json"), ("gdpr", "docs/gdpr-record.schema.json"),
    ] {
      #expect(try place.wct("findings", "latest", "--format", format, "-o", "file").code == 0)
      let tool = "\(Repository.path)/Tests/Tools/validate-report.py"
      let result = try ChildProcess(
        "/usr/bin/python3", ["-W", "ignore", tool, "schema", "\(Repository.path)/\(schema)", "file"],
        directory: place.path, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
      ).result()
      #expect(result.code == 0, "\(result)")
    }
    #expect(try place.wct("findings", "latest", "--format", "gdpr", "-o", "record.md").code == 0)
    #expect(try String(decoding: place.bytes("record.md"), as: UTF8.self).hasPrefix("# Record of processing"))
  }

  // MARK: - Accepting

  @Test func acceptedFindingsDoNotCount() throws {
    let id = try #require(listing("--category", "phone_number").first?["id"]?.stringValue)
    let added = try place.wct(
      "findings", "accept", "latest", String(id.prefix(10)), "--reason", "The switchboard", "--until",
      "2999-12-31")
    #expect(added.code == 0 && added.output == "accepted-findings.yaml: 1 finding added\n", "\(added)")
    let file = String(decoding: try place.bytes("accepted-findings.yaml"), as: UTF8.self)
    #expect(file.contains("- finding: \(id)") && file.contains("reason: \"The switchboard\""), "\(file)")
    #expect(!file.contains("7946"), "the file may be shared")

    let accepted = try listing().filter { $0["accepted"] != .null }
    #expect(
      accepted.map { $0["id"] } == [.string(id)] && accepted[0]["accepted"]?["because"] == "The switchboard")
    let text = try place.wct("findings", "latest").output
    #expect(text.contains("accepted") && text.contains("and 1 more that is accepted"), "\(text)")
    let again = try place.wct("findings", "accept", "latest", id, "--reason", "Again")
    #expect(again.output == "accepted-findings.yaml: 0 findings added; 1 accepted already\n", "\(again)")

    // Others are added behind a comment of somebody else, which stays.
    try place.write("accepted-findings.yaml", file + "# mine\n")
    let more = try place.wct(
      "findings", "accept", "latest", "--source", "**letter.txt", "--reason", "Invented")
    #expect(more.code == 0, "\(more)")
    #expect(String(decoding: try place.bytes("accepted-findings.yaml"), as: UTF8.self).contains("# mine"))
    #expect(try listing("--source", "**letter.txt").allSatisfy { $0["accepted"] != .null })
    #expect(try listing("--accepted-findings", "none").allSatisfy { $0["accepted"] == .null })
  }

  @Test func ciFailsOnWhatNobodyAccepted() throws {
    #expect(try place.wct("findings", "latest", "--fail-on-findings").code == 3)
    #expect(try place.wct("run", "sample.yaml", "-q", "--fail-on-findings").code == 3)
    try place.write("accepted-findings.yaml", "accepted:\n  - {source: '**', reason: Invented}\n")
    #expect(try place.wct("findings", "latest", "--fail-on-findings").code == 0)
    let run = try place.wct("run", "sample.yaml", "--fail-on-findings")
    #expect(run.code == 0 && run.output.contains("classified: 0 findings, and "), "\(run)")
  }

  @Test func oldEntriesAreSaidWithTheirPlaces() throws {
    try place.write(
      "accepted-findings.yaml",
      "accepted:\n  - source: gone.txt\n    reason: r\n  - source: '**'\n    reason: r\n    until: 2020-01-01\n"
    )
    for command in [["findings", "latest"], ["run", "sample.yaml"], ["diff-runs", "latest", "latest"]] {
      let result = try place.start(.wct, command).result()
      #expect(result.code == 0, "\(result)")
      #expect(
        result.error.contains("WCT2061") && result.error.contains("accepted-findings.yaml:2:5"), "\(result)")
      #expect(
        result.error.contains("WCT2060") && result.error.contains("accepted-findings.yaml:4:5"), "\(result)")
    }
    try place.write("accepted-findings.yaml", "accepted:\n  - sorce: a\n    reason: r\n")
    let wrong = try place.wct("findings", "latest")
    #expect(wrong.code == 1 && wrong.error.contains("did you mean 'source'?"), "\(wrong)")
    #expect(try place.wct("run", "sample.yaml").code == 1, "before anything is compiled")
  }

  @Test func wrongUsageIsSaid() throws {
    #expect(try place.wct("findings", "accept", "latest", "--reason", "r").code == 2)
    #expect(try place.wct("findings", "accept", "latest", "--source", "**", "--reason", " ").code == 2)
    #expect(
      try place.wct("findings", "accept", "latest", "--source", "**", "--reason", "r", "--until", "soon").code
        == 2)
    let past = try place.wct(
      "findings", "accept", "latest", "--source", "**", "--reason", "r", "--until", "2024-02-29")
    #expect(past.code == 2 && past.error.contains("'2024-02-29' is past"), "\(past)")
    #expect(try place.wct("findings", "accept", "latest", "ffff0000", "--reason", "r").code == 2)
    #expect(!place.exists("accepted-findings.yaml"))
    #expect(try place.wct("findings", "--help").code == 0)
    #expect(try place.wct("findings", "list", "--help").output.contains("--evidence"))
  }
}
