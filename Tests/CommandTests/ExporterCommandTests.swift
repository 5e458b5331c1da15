// Exporters besides json: at the end of a run, beside its results, and never with what was found in them.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct ExporterCommandTests {
  private let place: Workplace
  /// Values that no masked report may hold: what rules find, and what stands around it.
  private static let canaries = [
    "canaria.senora@example.com", "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "4111111111111111",
    "+44 20 7946 0958", "Rosamund Featherstonehaugh", "1974-03-29", "10.77.31.9", "diabetes of my aunt",
  ]

  init() throws {
    place = try Workplace()
    let text = """
      Rosamund Featherstonehaugh, born 1974-03-29, writes from canaria.senora@example.com and +44 20 7946 0958.
      IBAN DE89 3704 0044 0532 0130 00 (DE89370400440532013000), card 4111111111111111, seen from 10.77.31.9.
      Medical history: diabetes of my aunt. Customer of ours, password in the note.

      """
    try place.write("data/people.txt", text)
    let code = "<?php\n$email = 'canaria.senora@example.com';\n// Rosamund Featherstonehaugh pays by stripe\n"
    try place.write(
      "data/shop.php", code + "$phone = $_POST['phone'];\n\\Stripe\\Charge::create(['customer' => 1]);\n")
    try place.write("gdpr.yaml", Self.runbook)
  }

  private static let runbook = """
    name: Exports
    description: Everything that can be found
    contact: Tests <tests@example.com>
    framework: GDPR
    artifacts:
      files: {source: {type: filesystem, properties: {path: ./data}}}
      code: {inputs: files, process: {type: source_code_analyser}}
      personal: {inputs: files, process: {type: personal_data}, output: true}
      personal_in_code: {inputs: code, process: {type: personal_data}}
      subjects: {inputs: code, process: {type: data_subject}}
      services: {inputs: code, process: {type: service_integration}}
      gdpr_personal:
        {inputs: [personal, personal_in_code], process: {type: gdpr_personal_data_classifier}, output: true}
      gdpr_subjects: {inputs: subjects, process: {type: gdpr_data_subject_classifier}, output: true}
      gdpr_services: {inputs: services, process: {type: gdpr_service_integration_classifier}, output: true}

    """

  private func outputs() throws -> [String] {
    try listDirectory("\(place.path)/outputs").compactMap(\.text).sorted()
  }

  @Test func everyExportOfARunIsMasked() throws {
    let result = try place.wct(
      "run", "gdpr.yaml", "--exporter", "csv", "--exporter", "sarif", "--exporter", "html", "-o", "all.json")
    #expect(result.code == 0, "\(result)")
    let names = try outputs()
    #expect(
      names == [
        "all.json", "all_findings.csv", "all_findings.sarif", "all_gdpr_record.html", "all_gdpr_record.json",
        "all_gdpr_record.md", "all_report.html",
      ], "\(names)")
    for name in names {
      #expect(try FileStatus.of("\(place.path)/outputs/\(name)").permissions == 0o600, "\(name)")
      let text = String(decoding: try place.bytes("outputs/\(name)"), as: UTF8.self)
      let found = Self.canaries.filter { text.contains($0) }
      // The results keep what was found; the masks of everything else must hide it.
      if name == "all.json" { #expect(found.count > 4, "\(found)") } else { #expect(found == [], "\(name)") }
    }
    for path in ["Export: outputs/all_findings.csv", "Export: outputs/all_gdpr_record.md"] {
      #expect(result.output.contains(path), "\(result)")
    }
    for canary in Self.canaries { #expect(!(result.output + result.error).contains(canary)) }
  }

  @Test func hashedReportsQuoteNothingEither() throws {
    #expect(
      try place.wct(
        "run", "gdpr.yaml", "-q", "--exporter", "csv=a.csv", "--exporter", "sarif=b.sarif", "--exporter",
        "html=c.html", "--evidence", "hashed"
      ).code == 0)
    for name in ["a.csv", "b.sarif", "c.html"] {
      let text = String(decoding: try place.bytes("outputs/\(name)"), as: UTF8.self)
      #expect(text.contains("hmac:"), "\(name)")
      for canary in Self.canaries { #expect(!text.contains(canary), "\(name) holds \(canary)") }
    }
    // The address stands in two files, and has one digest.
    let rows = String(decoding: try place.bytes("outputs/a.csv"), as: UTF8.self).split(separator: "\r\n")
    let digests = { (file: String) in
      Set(
        rows.filter { $0.contains("email_address") && $0.contains(file) }
          .flatMap { $0.split { ",| ".contains($0) }.filter { $0.hasPrefix("hmac:") } })
    }
    #expect(!digests("people.txt").isDisjoint(with: digests("shop.php")), "\(rows)")
  }

  /// The store and the results keep everything, for their owner alone.
  @Test func whatIsWholeIsForItsOwner() throws {
    #expect(try place.wct("run", "gdpr.yaml", "-q").code == 0)
    var checked = 0
    func check(_ path: String) throws {
      let status = try FileStatus.of(path, followingLinks: false)
      checked += 1
      #expect(status.permissions & 0o077 == 0, "\(path) has the mode \(String(status.permissions, radix: 8))")
      guard status.kind == .directory else { return }
      for name in try listDirectory(path).compactMap(\.text) { try check("\(path)/\(name)") }
    }
    try check("\(place.path)/.wct")
    #expect(checked > 20, "the database, the plans, the blobs and their directories")
    for name in try outputs() {
      #expect(try FileStatus.of("\(place.path)/outputs/\(name)").permissions == 0o600, "\(name)")
    }
  }

  @Test func aNamedFileIsRelativeToTheOutputs() throws {
    let result = try place.wct(
      "run", "gdpr.yaml", "--output-dir", "out", "--exporter", "gdpr=records/ropa.md", "--exporter",
      "csv=x.csv")
    #expect(result.code == 0, "\(result)")
    #expect(place.exists("out/records/ropa.md") && place.exists("out/x.csv"))
    #expect(try listDirectory("\(place.path)/out").count == 3, "the record has no other form")
  }

  @Test func namesAreCheckedBeforeAnythingElse() throws {
    let wrong = try place.wct("run", "nowhere.yaml", "--exporter", "sarrif=a")
    #expect(wrong.code == 2 && wrong.error.contains("did you mean 'sarif'?"), "\(wrong)")
    #expect(try place.wct("run", "gdpr.yaml", "--evidence", "hased").error.contains("did you mean 'hashed'?"))
    #expect(try place.wct("run", "gdpr.yaml", "--exporter", "json=a").code == 2)
    #expect(try place.wct("run", "gdpr.yaml", "--exporter", "csv=").code == 2)
    let listed = try place.wct("exporters")
    for name in ["json", "csv", "sarif", "html", "gdpr"] {
      #expect(listed.output.contains(name), "\(listed)")
    }
  }

  @Test func anExportThatFailsIsSaidAndTheRunStays() throws {
    try place.write("outputs/file", "")
    let result = try place.wct("run", "gdpr.yaml", "-q", "--exporter", "csv=file/below.csv")
    #expect(result.code == 1 && result.error.contains("WCT5140"), "\(result)")
    #expect(try place.runs().first?["status"] == "completed")
  }

  @Test func theOrganisationReachesTheRecord() throws {
    try place.write("organisation.yaml", "controller: {name: Featherstone Ltd, email: a@b.example}\n")
    #expect(try place.wct("run", "gdpr.yaml", "-q", "-o", "all.json").code == 0)
    let record = try JSONReader.read(place.bytes("outputs/all_gdpr_record.json"))
    #expect(record["controller"]?["name"] == "Featherstone Ltd")
    let activity = record["processing_activities"]?.arrayValue?.first
    #expect(
      activity?["recipients"]?.arrayValue?.contains { $0["name"] == "payment_processing" } == true,
      "\(record)")
    let gaps = record["gaps"]?.arrayValue ?? []
    #expect(gaps.contains { $0["field"] == "data_protection_officer" && $0["article"] == "Article 30(1)(a)" })
    #expect(!gaps.contains { $0["field"] == "controller" })

    try place.write("other.yaml", "controler: {name: X}\n")
    let wrong = try place.wct("run", "gdpr.yaml", "--organisation", "other.yaml")
    #expect(wrong.code == 1 && wrong.error.contains("did you mean 'controller'?"), "\(wrong)")
    #expect(try place.wct("run", "gdpr.yaml", "--organisation", "gone.yaml").code == 2)
    #expect(try place.wct("run", "gdpr.yaml", "-q", "--organisation", "none").code == 0)
    let machine = try place.machine("findings", "latest", "--organisation", "organisation.yaml")
    #expect(machine.code == 2 && machine.error.contains("WCT5141"), "\(machine)")
  }
}
