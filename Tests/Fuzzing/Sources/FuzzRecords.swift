// What an organisation writes for its reports: its own description, and the findings that it accepts.
internal import Diagnostics
internal import FindingReports
internal import OrganisationFiles

enum FuzzRecords {
  static func test(_ bytes: [UInt8]) {
    let organisation = OrganisationFile.read(bytes, name: "input.yaml")
    CheckDiagnostics.check(organisation.report.diagnostics, organisation.report.sources)
    let accepted = AcceptedFindingsFile.read(bytes, name: "input.yaml")
    CheckDiagnostics.check(accepted.report.diagnostics, accepted.report.sources)
    do {
      if let json = organisation.json { _ = try Organisation(json) }
      if let file = accepted.file { try take(file) }
    } catch {
      preconditionFailure("what the reader takes is refused by the machine: \(error)")
    }
  }

  /// What was taken can be handed on, and added to.
  private static func take(_ file: AcceptedFindingsFile) throws {
    let entries = try AcceptedFindings(file.json).entries
    precondition(entries.count == file.count)
    let entry = NewAcceptance(
      finding: "0011223344556677", category: "c", source: "s", reason: "r", until: nil, isFalsePositive: false
    )
    guard let longer = try? AcceptedFindingsEdit.adding([entry], to: file) else { return }
    let again = AcceptedFindingsFile.read(longer, name: "input.yaml")
    precondition(again.file?.count == file.count + 1, "an entry that was added can't be read back")
  }
}
