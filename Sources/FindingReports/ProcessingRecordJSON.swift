// A record of processing activities as JSON; docs/gdpr-record.schema.json is its schema.
internal import ComponentKit
internal import RunHistory
package import CanonicalJSON

extension ProcessingRecord {
  /// The whole record.
  package var json: JSONValue {
    var object: JSONObject = [
      "format": "gdpr-record-of-processing-activities", "version": .string(Self.formatVersion),
      "legal_basis": "Article 30(1) of Regulation (EU) 2016/679",
      "generated": [
        "at": .string(origin.now.text), "by": .string(origin.program), "run": .string(origin.run.id.text),
        "run_status": .string(origin.status), "runbook": .string(origin.run.runbookName),
        "plan": .string(origin.run.planID.description), "findings": .integer(findings),
      ],
    ]
    object["controller"] = organisation.controller?.json ?? .null
    object["joint_controllers"] = stated(organisation.jointControllers) { .array($0.map(\.json)) }
    object["representative"] = stated(organisation.representative, \.json)
    object["data_protection_officer"] = stated(organisation.protectionOfficer, \.json)
    object["recipients"] = stated(organisation.recipients) { .array($0.map(\.json)) }
    object["transfers"] = stated(organisation.transfers) { .array($0.map(\.json)) }
    object["processing_activities"] = .array(activities.map(json))
    object["gaps"] = .array(gaps.map(\.json))
    object["impact_assessment"] = impactAssessment
    return .object(object)
  }

  /// `null` where it is not known, `"none"` where it is said not to apply.
  private func stated<Value>(_ value: Stated<Value>, _ json: (Value) -> JSONValue) -> JSONValue {
    switch value {
    case .unknown: .null
    case .none: "none"
    case .known(let value): json(value)
    }
  }

  private func json(_ activity: RecordedActivity) -> JSONValue {
    let declared = activity.declared
    func column(_ subject: FindingKind.Subject) -> JSONValue {
      .array(activity.entries(subject).map(\.json))
    }
    return [
      "name": .string(declared.name), "description": known(declared.description),
      "owner": known(declared.owner),
      "described": .bool(!activity.isDerived),
      "sources": .array(declared.sources.map { .string($0.text) }),
      "lawful_bases": .array(declared.lawfulBases.map { .string($0) }),
      "purposes": column(.processingPurpose), "data_subjects": column(.dataSubject),
      "personal_data": column(.personalData), "recipients": column(.serviceIntegration),
      "collection": column(.dataCollection),
      "retention": .array(
        activity.retention(in: organisation).map {
          ["category": .string($0.category), "limit": .string($0.limit)]
        }),
      "security_measures": .array(activity.securityMeasures(in: organisation).map { .string($0) }),
      "impact_assessment": .string(
        ImpactTriggers.advice(triggers.filter { $0.activity == declared.name }).rawValue),
    ]
  }

  private var impactAssessment: JSONValue {
    [
      "advice": .string(ImpactTriggers.advice(triggers).rawValue),
      "triggers": .array(
        triggers.map { trigger in
          [
            "criterion": trigger.criterion.map { .integer($0) } ?? .null, "title": .string(trigger.title),
            "articles": .array(trigger.articles.map { .string($0) }), "activity": .string(trigger.activity),
            "because": .string(trigger.because), "findings": .integer(trigger.findings),
          ]
        }),
      "not_judged": .array(ImpactTriggers.unjudged.map { .string($0) }),
      "made": .array(
        organisation.assessments.map { made in
          [
            "name": .string(made.name), "date": known(made.date), "outcome": known(made.outcome),
            "activities": .array(made.activities.map { .string($0) }),
          ]
        }),
    ]
  }
}

private func known(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

/// Only what is known.
private func members(_ members: [(String, String?)]) -> JSONValue {
  .object(JSONObject(members.compactMap { key, value in value.map { (key, .string($0)) } }))
}

extension Party {
  fileprivate var json: JSONValue {
    members([
      ("name", name), ("address", address), ("country", country), ("email", email), ("phone", phone),
      ("contact_person", contactPerson), ("responsibilities", responsibilities),
    ])
  }
}

extension Recipient {
  fileprivate var json: JSONValue {
    members([
      ("name", name), ("category", category), ("role", role), ("country", country), ("purpose", purpose),
    ])
  }
}

extension Transfer {
  fileprivate var json: JSONValue {
    members([("recipient", recipient), ("country", country), ("safeguards", safeguards)])
  }
}

extension RecordGap {
  fileprivate var json: JSONValue {
    [
      "article": .string(article), "field": known(field), "activity": known(activity),
      "message": .string(message),
    ]
  }
}

extension RecordEntry {
  fileprivate var json: JSONValue {
    func names(_ set: Set<String>) -> JSONValue {
      .array(set.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { .string($0) })
    }
    return [
      "name": .string(name), "origin": .string(isDeclared ? (findings > 0 ? "both" : "declared") : "found"),
      "findings": .integer(findings), "accepted": .integer(accepted), "places": .integer(places.count),
      "special_category": .bool(isSpecial), "indicators": names(Set(indicators.keys)),
      "articles": names(articles), "typical_lawful_bases": names(lawfulBases),
      "risk_modifiers": names(riskModifiers), "dpia": known(impactAssessment),
      "requires_review": .integer(requiresReview),
    ]
  }
}
