// What a finding says that only this project's rules know.
internal import CanonicalJSON
internal import RulesetModel

extension RuleRefinement {
  /// The members of a finding's `metadata.context`; empty for rules that say none of it.
  var findingContext: JSONObject {
    var context = JSONObject()
    if let confidence { context["confidence"] = .integer(confidence) }
    if let severity { context["severity"] = .string(severity.rawValue) }
    if let standard { context["standard"] = .string(standard) }
    if let validator { context["validator"] = .string(validator.rawValue) }
    return context
  }
}
