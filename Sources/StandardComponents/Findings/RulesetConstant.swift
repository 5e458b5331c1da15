// Takes the ruleset that a component's properties name from what the plan carries.
internal import CanonicalJSON
internal import ComponentKit
internal import RulesetModel

extension ComponentConfiguration {
  /// The detection ruleset of a URI.
  func detectionRuleset(_ uri: String, _ kind: RulesetKind) throws(ComponentFailure) -> DetectionRuleset {
    guard case .detection(let fields) = kind.fields else { throw Self.wrongKind(uri, kind) }
    return try Self.unwrap(DetectionRuleset.decode(try carriedRuleset(uri).value, fields), uri)
  }

  /// The classification ruleset of a URI.
  func classificationRuleset(
    _ uri: String, _ kind: RulesetKind
  ) throws(ComponentFailure) -> ClassificationRuleset {
    guard case .classification(let fields) = kind.fields else { throw Self.wrongKind(uri, kind) }
    return try Self.unwrap(ClassificationRuleset.decode(try carriedRuleset(uri).value, fields), uri)
  }

  /// A ruleset as the plan carries it.
  func carriedRuleset(_ uri: String) throws(ComponentFailure) -> CarriedRuleset {
    guard let carried = rulesets[uri] else {
      throw ComponentFailure(
        "the plan does not carry the ruleset '\(uri)'", hint: "compile the runbook again", kind: .rulesUnfit)
    }
    return carried
  }

  private static func unwrap<Ruleset>(
    _ decoded: DecodedRuleset<Ruleset>, _ uri: String
  ) throws(ComponentFailure) -> Ruleset {
    if let ruleset = decoded.ruleset { return ruleset }
    let reason = decoded.errors.first.map { "\($0)" } ?? "it can't be read"
    throw ComponentFailure(
      "the ruleset '\(uri)' can't be used: \(reason)", hint: "compile the runbook again", kind: .rulesUnfit)
  }

  private static func wrongKind(_ uri: String, _ kind: RulesetKind) -> ComponentFailure {
    ComponentFailure(
      "the ruleset '\(uri)' is used as one of the kind '\(kind.name)', which it can't be", kind: .rulesUnfit)
  }
}
