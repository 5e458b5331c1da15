// The runbooks in runbooks/ that need more than a directory, through the built programs.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct SampleRunbookTests {
  private var place: Workplace

  init() throws { place = try Workplace() }

  /// Makes the fixture's database; false where there is no python3.
  private func makeDatabase() throws -> Bool {
    let command = "command -v python3 >/dev/null || exit 9; exec python3 \"$0\" veloria.sqlite"
    let script = "\(Repository.path)/Fixtures/lamp/make_database.py"
    let result = try ChildProcess(
      "/bin/sh", ["-c", command, script], directory: place.path, environment: ["PATH": "/usr/bin:/bin"]
    ).result()
    if result.code == 9 { return false }
    try #require(result.code == 0, "\(result)")
    return true
  }

  /// The findings of an artifact.
  private func findings(_ artifact: String) throws -> [JSONValue] {
    try place.content(artifact)?["findings"]?.arrayValue ?? []
  }

  @Test mutating func theLAMPStackIsRead() throws {
    guard try makeDatabase() else { return }
    place.environment["SQLITE_DATABASE_PATH"] = "\(place.path)/veloria.sqlite"
    let runbook = "\(Repository.path)/runbooks/LAMP_stack_lite.yaml"
    let result = try place.wct(
      "run", runbook, "--base-dir", Repository.path, "-o", "\(place.path)/results.json", "--organisation",
      "\(Repository.path)/Fixtures/lamp/organisation.yaml")
    #expect(result.code == 0, "\(result)")
    let statuses = try place.statuses()
    #expect(statuses.count == 22 && Set(statuses.values) == ["completed"], "\(statuses)")

    let personal = try findings("gdpr_personal_data")
    #expect(personal.contains { $0["special_category"] == true })
    let sources = personal.compactMap { $0["metadata"]?["source"]?.stringValue }
    #expect(sources.contains { $0.contains("_table_(payments)_column_(card_number)_row_(1)") }, "\(sources)")
    #expect(!sources.contains { $0.contains("adults") || $0.contains("workshop_manual") }, "\(sources)")

    let subjects = try findings("gdpr_subjects")
    #expect(subjects.contains { ($0["risk_modifiers"]?.arrayValue ?? []).contains("minor") })
    let purposes = try findings("gdpr_purposes")
    #expect(
      purposes.contains {
        $0["processing_purpose"] == "ai_training" && $0["dpia_recommendation"] == "required"
      })
    #expect(purposes.contains { $0["processing_purpose"] == "data_subject_rights" })
    let services = try findings("gdpr_services")
    let categories = Set(services.compactMap { $0["service_category"]?.stringValue })
    let expected: Set = ["email_delivery", "payment_processing", "user_analytics", "maps_and_location"]
    #expect(categories.isSuperset(of: expected), "\(categories)")
    let collection = try findings("collection")
    #expect(
      collection.contains { $0["collection_type"] == "file_upload" && $0["metadata"]?["line_number"] != nil })
    #expect(place.exists("results.json"))

    let record = try JSONReader.read(place.bytes("results_gdpr_record.json"))
    let activities = record["processing_activities"]?.arrayValue ?? []
    let names = activities.compactMap { $0["name"]?.stringValue }
    #expect(names == ["Membership and rental", "Newsletter", "Not described: found elsewhere"])
    let gaps = (record["gaps"]?.arrayValue ?? []).compactMap { $0["message"]?.stringValue }
    #expect(
      gaps.contains { $0.contains("'user_analytics'") } && !gaps.contains { $0.contains("'email_delivery'") })
    #expect(record["impact_assessment"]?["advice"] == "required")
  }

  @Test func childrenAreNested() throws {
    let runbook = "\(Repository.path)/runbooks/nested_children.yaml"
    let result = try place.wct("run", runbook, "--base-dir", Repository.path)
    #expect(result.code == 0, "\(result)")
    #expect(result.error.contains("skipped") == false, "\(result)")
    for artifact in ["office_data", "office_risks", "shop_data", "shop_risks"] {
      #expect(try !findings(artifact).isEmpty, "\(artifact)")
    }
  }

  @Test func severalSchemasMeet() throws {
    let runbook = "\(Repository.path)/runbooks/multi_schema.yaml"
    let result = try place.wct("run", runbook, "--base-dir", Repository.path)
    #expect(result.code == 0, "\(result)")
    let texts = try findings("in_texts").count
    let code = try findings("in_code").count
    #expect(texts >= code && code > 0)
    #expect(try findings("gdpr").count == texts + code)
    #expect(try !findings("collection").isEmpty)
  }

  @Test func anEarlierRunIsReused() throws {
    try place.link("runbooks", to: "\(Repository.path)/runbooks")
    try place.link("Fixtures", to: "\(Repository.path)/Fixtures")
    for name in ["file_content_analysis", "reuse_previous_run"] {
      let result = try place.wct("run", "runbooks/\(name).yaml")
      #expect(result.code == 0, "\(result)")
    }
    #expect(try !findings("classified").isEmpty)
  }

  @Test func sensitiveTextsStayHere() throws {
    let runbook = "\(Repository.path)/runbooks/sensitive_flow.yaml"
    let result = try place.wct("run", runbook, "--base-dir", Repository.path)
    #expect(result.code == 0, "\(result)")
    #expect(try !findings("classified").isEmpty)
    #expect(try !findings("classified_people").isEmpty)
    let text = String(decoding: try readFile(runbook), as: UTF8.self)
    try place.write(
      "open.yaml", text.replacing("enable_llm_validation: false", with: "enable_llm_validation: true"))
    let refused = try place.wct("check", "open.yaml")
    #expect(refused.code == 1 && refused.output.contains("forbid"), "\(refused)")
  }
}
