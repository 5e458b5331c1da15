// The fields of `organisation.yaml`, in one table.

extension FieldShape {
  /// The whole file.
  static let organisation = FieldShape.mapping(
    owner: "an organisation",
    [
      FieldRow("controller", party("the controller")),
      FieldRow(
        "joint_controllers",
        .orNone(.list(party("a joint controller", and: [FieldRow("responsibilities", .text)])))),
      FieldRow("representative", .orNone(party("the representative"))),
      FieldRow("data_protection_officer", .orNone(party("the data protection officer"))),
      FieldRow("processing_activities", .list(activity)),
      FieldRow("recipients", .orNone(.list(recipient))),
      FieldRow("transfers", .orNone(.list(transfer))),
      FieldRow("retention", .names(.text)),
      FieldRow("security_measures", .texts),
      FieldRow("impact_assessments", .list(assessment)),
    ])

  private static func party(_ owner: String, and more: [FieldRow] = []) -> FieldShape {
    .mapping(
      owner: owner,
      [
        FieldRow("name", .text, isRequired: true), FieldRow("address", .text), FieldRow("country", .country),
        FieldRow("email", .text), FieldRow("phone", .text), FieldRow("contact_person", .text),
      ] + more)
  }

  private static let activity = FieldShape.mapping(
    owner: "a processing activity",
    [
      FieldRow("name", .text, isRequired: true), FieldRow("description", .text), FieldRow("owner", .text),
      FieldRow("purposes", .texts), FieldRow("lawful_bases", .texts), FieldRow("data_subjects", .texts),
      FieldRow("personal_data", .texts), FieldRow("recipients", .texts), FieldRow("retention", .names(.text)),
      FieldRow("security_measures", .texts), FieldRow("sources", .texts),
    ])

  private static let recipient = FieldShape.mapping(
    owner: "a recipient",
    [
      FieldRow("name", .text, isRequired: true), FieldRow("category", .text), FieldRow("role", .text),
      FieldRow("country", .country), FieldRow("purpose", .text),
    ])

  private static let transfer = FieldShape.mapping(
    owner: "a transfer",
    [FieldRow("recipient", .text), FieldRow("country", .country), FieldRow("safeguards", .text)])

  private static let assessment = FieldShape.mapping(
    owner: "an impact assessment",
    [
      FieldRow("name", .text, isRequired: true), FieldRow("date", .date), FieldRow("outcome", .text),
      FieldRow("activities", .texts),
    ])

  /// `accepted-findings.yaml`.
  static let acceptedFindings = FieldShape.mapping(
    owner: "a file of accepted findings", [FieldRow("accepted", .list(acceptedFinding), isRequired: true)])

  static let acceptedFinding = FieldShape.mapping(
    owner: "an accepted finding",
    [
      FieldRow("finding", .text), FieldRow("category", .text), FieldRow("source", .text),
      FieldRow("reason", .text, isRequired: true), FieldRow("until", .date),
      FieldRow("false_positive", .flag),
    ])
}
