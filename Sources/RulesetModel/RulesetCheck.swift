// Checks a ruleset of any kind. Knows only how to choose the decoder.
package import CanonicalJSON

extension RulesetKind {
  /// Everything that is wrong or odd about a ruleset of this kind.
  package func issues(in value: JSONValue, checkPattern: PatternCheck? = nil) -> [RulesetIssue] {
    switch fields {
    case .detection(let fields):
      DetectionRuleset.decode(value, fields, checkPattern: checkPattern).issues
    case .classification(let fields):
      ClassificationRuleset.decode(value, fields, checkPattern: checkPattern).issues
    }
  }
}
