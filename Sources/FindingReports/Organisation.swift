// What an organisation says of itself and of its processing, as `wct` hands it over. Reads no YAML.

/// Something that may be unknown, and may be known not to be there.
package enum Stated<Value: Sendable>: Sendable {
  case unknown
  /// Said not to apply.
  case none
  case known(Value)

  package var value: Value? { if case .known(let value) = self { value } else { nil } }
  package var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

/// A person or body with contact details.
package struct Party: Sendable, Hashable {
  package var name: String?
  package var address: String?
  /// ISO 3166-1, two letters.
  package var country: String?
  package var email: String?
  package var phone: String?
  package var contactPerson: String?
  /// What joint controllers agreed on (GDPR, Article 26).
  package var responsibilities: String?

  /// Whether there is a way to reach it.
  package var hasContact: Bool { [email, phone, address].contains { $0 != nil } }

  /// The details in one line.
  package var text: String {
    let parts = [name, contactPerson, address, country, email, phone].compactMap(\.self)
    return parts.joined(separator: ", ")
  }
}

/// Somebody to whom data are disclosed (Article 30(1)(d)).
package struct Recipient: Sendable, Hashable {
  package var name: String
  /// A category of services, as findings name it.
  package var category: String?
  package var role: String?
  package var country: String?
  package var purpose: String?
}

/// A transfer to a third country or an international organisation (Article 30(1)(e)).
package struct Transfer: Sendable, Hashable {
  package var recipient: String?
  package var country: String?
  package var safeguards: String?
}

/// A data protection impact assessment that was made (Article 35).
package struct ImpactAssessment: Sendable, Hashable {
  package var name: String
  package var date: String?
  package var outcome: String?
  /// The activities that it covers; empty: all.
  package var activities: [String]
}

/// A processing activity as the organisation describes it.
package struct DeclaredActivity: Sendable {
  package var name: String
  package var description: String?
  package var owner: String?
  package var purposes: [String] = []
  package var lawfulBases: [String] = []
  package var dataSubjects: [String] = []
  package var personalData: [String] = []
  package var recipients: [String] = []
  /// Category of data to time limit.
  package var retention: [(category: String, limit: String)] = []
  package var securityMeasures: [String] = []
  /// The places whose findings belong to it; empty: all.
  package var sources: [PlacePattern] = []
}

/// The contents of `organisation.yaml`.
package struct Organisation: Sendable {
  package var controller: Party?
  package var jointControllers: Stated<[Party]> = .unknown
  package var representative: Stated<Party> = .unknown
  package var protectionOfficer: Stated<Party> = .unknown
  package var recipients: Stated<[Recipient]> = .unknown
  package var transfers: Stated<[Transfer]> = .unknown
  package var retention: [(category: String, limit: String)] = []
  package var securityMeasures: [String] = []
  package var activities: [DeclaredActivity] = []
  package var assessments: [ImpactAssessment] = []

  /// One of which nothing is known.
  package init() {}
}
