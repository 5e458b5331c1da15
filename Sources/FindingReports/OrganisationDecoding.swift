// Reads an organisation from the JSON that `wct` makes of `organisation.yaml`. Knows no YAML and no places.
package import CanonicalJSON

extension Organisation {
  /// - Throws: ``UnfitInput`` where the outer form is another one; within, what is not understood is unknown.
  package init(_ value: JSONValue) throws(UnfitInput) {
    guard let outer = value.objectValue, outer["format"] == "wct-organisation",
      let object = outer["organisation"]?.objectValue
    else { throw UnfitInput("it is no organisation that 'wct' made") }
    self.init()
    controller = object["controller"]?.objectValue.map(Party.init)
    jointControllers = Self.stated(object["joint_controllers"]) { Self.list($0, Party.init) }
    representative = Self.stated(object["representative"]) { $0.objectValue.map(Party.init) }
    protectionOfficer = Self.stated(object["data_protection_officer"]) { $0.objectValue.map(Party.init) }
    recipients = Self.stated(object["recipients"]) { Self.list($0, Recipient.init) }
    transfers = Self.stated(object["transfers"]) { Self.list($0, Transfer.init) }
    retention = Self.pairs(object["retention"])
    securityMeasures = Self.texts(object["security_measures"])
    activities = Self.list(object["processing_activities"] ?? [], DeclaredActivity.init) ?? []
    assessments = Self.list(object["impact_assessments"] ?? [], ImpactAssessment.init) ?? []
  }

  private static func stated<Value>(
    _ value: JSONValue?, _ read: (JSONValue) -> Value?
  ) -> Stated<Value> {
    guard let value else { return .unknown }
    if value == "none" || value == [] { return .none }
    return read(value).map { .known($0) } ?? .unknown
  }

  private static func list<Element>(_ value: JSONValue, _ read: (JSONObject) -> Element) -> [Element]? {
    value.arrayValue.map { $0.compactMap(\.objectValue).map(read) }
  }

  fileprivate static func texts(_ value: JSONValue?) -> [String] {
    (value?.arrayValue ?? []).compactMap(\.stringValue)
  }

  fileprivate static func pairs(_ value: JSONValue?) -> [(category: String, limit: String)] {
    (value?.objectValue?.members ?? []).compactMap { member in
      member.value.stringValue.map { (member.key, $0) }
    }
  }
}

extension Party {
  init(_ object: JSONObject) {
    name = object["name"]?.stringValue
    address = object["address"]?.stringValue
    country = object["country"]?.stringValue
    email = object["email"]?.stringValue
    phone = object["phone"]?.stringValue
    contactPerson = object["contact_person"]?.stringValue
    responsibilities = object["responsibilities"]?.stringValue
  }
}

extension Recipient {
  init(_ object: JSONObject) {
    name = object["name"]?.stringValue ?? ""
    category = object["category"]?.stringValue
    role = object["role"]?.stringValue
    country = object["country"]?.stringValue
    purpose = object["purpose"]?.stringValue
  }
}

extension Transfer {
  init(_ object: JSONObject) {
    recipient = object["recipient"]?.stringValue
    country = object["country"]?.stringValue
    safeguards = object["safeguards"]?.stringValue
  }
}

extension ImpactAssessment {
  init(_ object: JSONObject) {
    name = object["name"]?.stringValue ?? ""
    date = object["date"]?.stringValue
    outcome = object["outcome"]?.stringValue
    activities = Organisation.texts(object["activities"])
  }
}

extension DeclaredActivity {
  init(_ object: JSONObject) {
    name = object["name"]?.stringValue ?? ""
    description = object["description"]?.stringValue
    owner = object["owner"]?.stringValue
    purposes = Organisation.texts(object["purposes"])
    lawfulBases = Organisation.texts(object["lawful_bases"])
    dataSubjects = Organisation.texts(object["data_subjects"])
    personalData = Organisation.texts(object["personal_data"])
    recipients = Organisation.texts(object["recipients"])
    retention = Organisation.pairs(object["retention"])
    securityMeasures = Organisation.texts(object["security_measures"])
    sources = Organisation.texts(object["sources"]).map { PlacePattern($0) }
  }
}
