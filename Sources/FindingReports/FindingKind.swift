// Which matter a schema of findings is about. Knows no finding.
package import ComponentKit

/// What findings of a schema speak of.
package struct FindingKind: Sendable, Hashable {
  package enum Subject: String, Sendable, CaseIterable {
    case personalData = "personal_data"
    case dataSubject = "data_subject"
    case processingPurpose = "processing_purpose"
    case serviceIntegration = "service_integration"
    case dataCollection = "data_collection"
    case other
  }

  package let schema: SchemaReference
  package let subject: Subject
  /// Whether the GDPR's view of it is part of the findings.
  package let isClassified: Bool

  package init(_ schema: SchemaReference) {
    self.schema = schema
    isClassified = schema.name.hasPrefix("gdpr_")
    let name = isClassified ? String(schema.name.dropFirst(5)) : Self.withoutSuffix(schema.name)
    subject = Subject(rawValue: name) ?? .other
  }

  private static func withoutSuffix(_ name: String) -> String {
    name.hasSuffix("_indicator") ? String(name.dropLast("_indicator".count)) : name
  }

  /// `personal data`, for headings and help.
  package var words: String {
    switch subject {
    case .personalData: "personal data"
    case .dataSubject: "data subjects"
    case .processingPurpose: "purposes of processing"
    case .serviceIntegration: "services of others"
    case .dataCollection: "ways of collecting data"
    case .other: schema.name
    }
  }
}
