// What a finding says that only this project's rules know.
internal import CanonicalJSON
internal import RulesetModel

/// What a match of a rule's patterns rests on.
struct MatchGrounds {
  /// Whether a value pattern matched; otherwise a word.
  let hasValues: Bool
  /// Whether a word of the rule's context stood near a value.
  let hasContext: Bool

  /// `word`, or `form` and what was asked of the value besides: `check`, `context`.
  func names(_ refinement: RuleRefinement) -> [String] {
    guard hasValues else { return ["word"] }
    return ["form"] + (refinement.validator == nil ? [] : ["check"]) + (hasContext ? ["context"] : [])
  }
}

extension DetectionRule {
  /// The members of a finding's `metadata.context`; empty for rules that say none of it.
  func findingContext(_ grounds: MatchGrounds) -> JSONObject {
    guard !refinement.isEmpty else { return JSONObject() }
    var context = JSONObject([("rule", .string(name))])
    if let confidence = refinement.confidence { context["confidence"] = .integer(confidence) }
    if let severity = refinement.severity { context["severity"] = .string(severity.rawValue) }
    if let standard = refinement.standard { context["standard"] = .string(standard) }
    if let validator = refinement.validator { context["validator"] = .string(validator.rawValue) }
    context["rests_on"] = .array(grounds.names(refinement).map { .string($0) })
    return context
  }
}
