// `organisation.yaml`: what is read, and what is said of what is wrong.
import CanonicalJSON
import Diagnostics
import FindingReports
import Testing

@testable import OrganisationFiles

@Suite struct OrganisationFileTests {
  private func read(_ text: String) -> (json: JSONValue?, report: DiagnosticReport) {
    OrganisationFile.read(Array(text.utf8), name: "organisation.yaml")
  }

  private func messages(_ text: String) -> [String] {
    read(text).report.diagnostics.map { "\($0.rule.code) \($0.message)" }
  }

  @Test func whatIsReadReachesTheRecord() throws {
    let text = """
      controller: {name: Veloria eG, address: "Radweg 1, 10115 Berlin", country: DE, email: hello@veloria.example}
      joint_controllers: none
      representative: none
      data_protection_officer: {name: Dr. A. Richter, email: dpo@veloria.example}
      processing_activities:
        - name: Membership
          purposes: Administration of memberships
          sources: ["*_database_(veloria)_table_(members)_*"]
          retention: {contact_data: 3 years after the end of the membership}
      recipients:
        - {name: Postmark, category: email_delivery, country: US}
      transfers:
        - {recipient: Postmark, country: US, safeguards: Standard contractual clauses}
      security_measures: [Encryption at rest]
      x-note: nobody reads this
      """
    let (json, report) = read(text)
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics)")
    let organisation = try Organisation(try #require(json))
    #expect(organisation.controller?.name == "Veloria eG" && organisation.controller?.country == "DE")
    #expect(!organisation.jointControllers.isUnknown && organisation.jointControllers.value == nil)
    #expect(organisation.protectionOfficer.value?.email == "dpo@veloria.example")
    let activity = try #require(organisation.activities.first)
    #expect(activity.purposes == ["Administration of memberships"], "one text is a list of one")
    #expect(
      activity.sources.first?.matches("sqlite_database_(veloria)_table_(members)_column_(a)_row_(1)") == true)
    #expect(activity.retention.map(\.limit) == ["3 years after the end of the membership"])
    #expect(organisation.recipients.value?.first?.category == "email_delivery")
    #expect(organisation.transfers.value?.first?.safeguards == "Standard contractual clauses")
  }

  @Test func misspeltFieldsAreFound() {
    let (json, report) = read("controler: {name: V}\nrecipients: [{nme: A}]\n")
    #expect(json == nil)
    #expect(report.diagnostics.map(\.annotation) == ["did you mean 'controller'?", "did you mean 'name'?"])
    #expect(report.diagnostics.allSatisfy { $0.span != nil && !$0.fixes.isEmpty })
  }

  @Test func valuesOfAnotherKindAreFound() {
    #expect(
      messages("controller: Veloria\n") == ["WCT1006 'controller' takes a mapping, not a scalar"].map(code))
    #expect(
      messages("controller: {name: V, country: Germany}\n")
        == ["WCT2008 'country' takes two capital letters (ISO 3166-1), found 'Germany'"])
    #expect(messages("controller: {address: A}\n") == ["WCT2002 the controller needs the field 'name'"])
    #expect(
      messages("impact_assessments: [{name: A, date: 2026-02-30}]\n").first?.contains("takes a date") == true)
    #expect(messages("recipients: no\n").count == 1)
    #expect(messages("retention: {contact_data: }\n") == ["WCT2008 'contact_data' says nothing"])
  }

  /// The code of a wrong kind of node, whatever its number is.
  private func code(_ text: String) -> String { "\(Rule.wrongNodeKind.code)\(text.dropFirst(7))" }

  @Test func whatIsNoYAMLIsReported() {
    #expect(read("controller: [").json == nil)
    #expect(!read("controller: [").report.diagnostics.isEmpty)
    #expect(read("").json == nil || read("").report.diagnostics.isEmpty)
  }
}
