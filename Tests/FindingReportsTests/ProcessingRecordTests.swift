// The record of processing activities: what comes of findings, what is missing, what speaks for an assessment.
import CanonicalJSON
import Diagnostics
import Testing

@testable import FindingReports

@Suite struct ProcessingRecordTests {
  private static let subjects: JSONValue = SampleFindings.other([
    ("data_subject_category", "child"), ("risk_modifiers", ["minor"]), ("confidence_score", 60),
  ])
  private static let purposes: JSONValue = SampleFindings.other([
    ("processing_purpose", "profiling"), ("purpose_category", "profiling_and_decisions"),
    ("dpia_recommendation", "required"),
  ])
  private static let services: JSONValue = SampleFindings.other([
    ("service_category", "email_delivery"), ("service_integration_purpose", "sending"),
    ("gdpr_purpose_category", "communication"),
  ])
  private static let collection: JSONValue = SampleFindings.other([
    ("collection_type", "cookies"), ("data_source", "http_cookies"), ("gdpr_purpose_category", "tracking"),
  ])
  private static let health = SampleFindings.personal(
    "diabetes", category: "health_data", indicator: "diagnosis", patterns: [("diabetes", 1)], special: true)

  private func report(_ accepted: AcceptedFindings = AcceptedFindings()) -> FindingsReport {
    SampleFindings.report(
      [
        SampleFindings.output([SampleFindings.personal("otto.muster@example.org"), Self.health]),
        SampleFindings.output([Self.subjects], schema: "gdpr_data_subject"),
        SampleFindings.output([Self.purposes], schema: "gdpr_processing_purpose"),
        SampleFindings.output([Self.services], schema: "gdpr_service_integration"),
        SampleFindings.output([Self.collection], schema: "gdpr_data_collection"),
      ], accepted: accepted)
  }

  private func record(_ organisation: Organisation = Organisation()) throws -> ProcessingRecord {
    try ProcessingRecord.build(report(), organisation).record
  }

  private var complete: Organisation {
    var organisation = Organisation()
    organisation.controller = Party(name: "Veloria", email: "a@veloria.example")
    organisation.jointControllers = .none
    organisation.representative = .none
    organisation.protectionOfficer = .known(Party(name: "Dr. R", phone: "1"))
    organisation.recipients = .known([
      Recipient(name: "Postmark", category: "email_delivery", country: "US")
    ])
    organisation.transfers = .known([Transfer(recipient: "Postmark", country: "US", safeguards: "SCC")])
    organisation.retention = [("default", "3 years")]
    organisation.securityMeasures = ["Encryption"]
    organisation.assessments = [ImpactAssessment(name: "DPIA 1", activities: [])]
    return organisation
  }

  @Test func findingsGoToTheirColumns() throws {
    let activity = try #require(try record().activities.first)
    #expect(activity.isDerived && activity.declared.name == "Sample")
    func names(_ subject: FindingKind.Subject) -> [String] { activity.entries(subject).map(\.name) }
    #expect(names(.personalData) == ["contact_data", "health_data"])
    #expect(names(.dataSubject) == ["child"] && names(.processingPurpose) == ["profiling_and_decisions"])
    #expect(names(.serviceIntegration) == ["email_delivery"] && names(.dataCollection) == ["cookies"])
    #expect(activity.entries(.personalData)[1].indicators == ["diagnosis": 1])
  }

  @Test func whatNobodySaidIsNamedOneByOne() throws {
    let gaps = try record().gaps
    let articles = Set(gaps.map(\.article))
    #expect(
      articles == Set(["a", "d", "e", "f", "g"].map { "Article 30(1)(\($0))" } + ["Article 35(1)"]), "\(gaps)"
    )
    let fields = gaps.compactMap(\.field)
    for field in [
      "controller", "joint_controllers", "representative", "data_protection_officer", "recipients",
      "transfers",
      "retention.contact_data", "retention.health_data", "security_measures", "impact_assessments",
    ] {
      #expect(fields.contains(field), "\(field)")
    }
  }

  @Test func anOrganisationThatSaysAllLeavesNoGap() throws { #expect(try record(complete).gaps == []) }

  /// Take one thing away, and exactly that is missing.
  @Test func eachDetailFillsItsOwnGap() throws {
    func gaps(_ change: (inout Organisation) -> Void) throws -> [String] {
      var organisation = complete
      change(&organisation)
      return try record(organisation).gaps.map(\.article)
    }
    #expect(try gaps { $0.controller = nil } == ["Article 30(1)(a)"])
    #expect(try gaps { $0.controller?.email = nil } == ["Article 30(1)(a)"])
    #expect(try gaps { $0.protectionOfficer = .unknown } == ["Article 30(1)(a)"])
    #expect(try gaps { $0.recipients = .none } == ["Article 30(1)(d)"], "a service is used all the same")
    #expect(try gaps { $0.transfers = .none } == ["Article 30(1)(e)"], "a recipient is in the United States")
    #expect(
      try gaps { $0.transfers = .known([Transfer(recipient: "Postmark", country: "US")]) } == [
        "Article 30(1)(e)"
      ])
    #expect(try gaps { $0.retention = [("contact_data", "1 year")] } == ["Article 30(1)(f)"])
    #expect(try gaps { $0.securityMeasures = [] } == ["Article 30(1)(g)"])
    #expect(try gaps { $0.assessments = [] } == ["Article 35(1)"])
  }

  @Test func placesDecideTheActivity() throws {
    var organisation = complete
    var declared = DeclaredActivity(name: "Elsewhere")
    declared.sources = [PlacePattern("other/**")]
    declared.purposes = ["p"]
    declared.dataSubjects = ["d"]
    declared.personalData = ["x"]
    organisation.activities = [declared]
    let record = try record(organisation)
    #expect(record.activities.map(\.declared.name) == ["Elsewhere", "Not described: found elsewhere"])
    #expect(record.gaps.map(\.field) == ["processing_activities"])
    organisation.activities[0].sources = [PlacePattern("data/*")]
    #expect(try self.record(organisation).activities.map(\.declared.name) == ["Elsewhere"])
    let entry = try #require(try self.record(organisation).activities.first?.entries(.personalData).first)
    #expect(entry.name == "x" && entry.isDeclared && entry.findings == 0)
  }

  @Test func triggersNameTheLaw() throws {
    let record = try record()
    let triggers = record.triggers
    #expect(Set(triggers.compactMap(\.criterion)) == [1, 4, 7])
    #expect(
      triggers.contains {
        $0.articles == ["Article 35(3)(b)", "Article 9(1)"] && $0.because == "health_data"
      })
    #expect(triggers.contains { $0.criterion == 7 && $0.because == "child (minor)" })
    #expect(triggers.contains { $0.criterion == nil && $0.because == "profiling_and_decisions" })
    #expect(ImpactTriggers.advice(triggers) == .required)
    let single = triggers.filter { $0.criterion == 7 }.prefix(1)
    #expect(ImpactTriggers.advice(Array(single)) == .consider && ImpactTriggers.advice([]) == .notShown)
  }

  @Test func falsePositivesAreNoProcessing() throws {
    let entry = AcceptedFinding(category: "health_data", reason: "A product name", isFalsePositive: true)
    let other = AcceptedFinding(category: "contact_data", reason: "Known")
    let report = report(AcceptedFindings(entries: [entry, other]))
    let activity = try #require(try ProcessingRecord.build(report, Organisation()).record.activities.first)
    #expect(activity.entries(.personalData).map(\.name) == ["contact_data"])
    #expect(activity.entries(.personalData).first?.accepted == 1, "what is in order is still processing")
  }

  @Test func unclassifiedAndSensitiveOutputsAreGaps() throws {
    let report = SampleFindings.report([
      SampleFindings.output(
        [SampleFindings.other([("purpose", "payment")])], schema: "processing_purpose_indicator"),
      SampleFindings.output([Self.health], artifact: "hidden", isSensitive: true),
    ])
    let gaps = try ProcessingRecord.build(report, complete).record.gaps.map(\.message)
    #expect(gaps.contains { $0.contains("gdpr_processing_purpose_classifier") })
    #expect(gaps.contains { $0.contains("'hidden' is marked sensitive") })
  }

  @Test func theFormsSayTheSameAndQuoteNothing() throws {
    let record = try record(complete)
    let forms = RecordForm.allCases.map { record.text($0) }
    for text in forms {
      #expect(text.contains("Veloria") && text.contains("Postmark") && text.contains("3 years"))
      #expect(!text.contains("muster") && !text.contains("diabetes"))
    }
    #expect(forms[2].hasPrefix("# Record of processing activities\n"))
  }

  @Test func namesFromAnybodyStayText() throws {
    var organisation = complete
    organisation.controller?.name = "<script>|`*x*` [a](b)\nline\u{202E}"
    let record = try record(organisation)
    #expect(!record.html.contains("<script>") && record.html.contains("&lt;script&gt;"))
    #expect(record.markdown.contains(#"\<script\>\|\`\*x\*\` \[a\](b) line"#))
    #expect(!record.markdown.unicodeScalars.contains("\u{202E}"))
    #expect(RecordForm(fileNamed: "a.HTML") == .html && RecordForm(fileNamed: "a.md") == .markdown)
    #expect(RecordForm(fileNamed: "a") == .json)
  }

  @Test func anOrganisationOfAnotherFormIsRefused() {
    #expect(throws: UnfitInput.self) { try Organisation([:]) }
    #expect(throws: UnfitInput.self) { try Organisation(["format": "wct-organisation"]) }
  }
}
