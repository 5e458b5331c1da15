// The rules as data, for editors and other programs.
internal import CanonicalJSON
internal import Diagnostics

enum ExplanationJSON {
  /// The document: `format` `wct-rules`, `format_version` 1, and `rules` by code.
  ///
  /// `bad` and `good` are examples, or null with the reason in `without_example`. An example is the files of a
  /// directory (`text` is null for one that is `description` only), the commands that prepare it, and the command that
  /// shows the rule.
  static func document(_ rules: [Rule]) -> JSONValue {
    let explanations = Dictionary(RuleExplanation.all.map { ($0.rule, $0) }) { first, _ in first }
    return [
      "format": "wct-rules", "format_version": 1,
      "rules": .array(rules.map { json($0, explanations[$0]) }),
    ]
  }

  private static func json(_ rule: Rule, _ explanation: RuleExplanation?) -> JSONValue {
    var (bad, good, reason) = (JSONValue.null, JSONValue.null, JSONValue.null)
    switch explanation?.illustration {
    case .examples(let left, let right)?: (bad, good) = (json(left), json(right))
    case .none(let text)?: reason = .string(text)
    case nil: break
    }
    return [
      "code": .string(rule.code), "name": .string(rule.name), "severity": .string(rule.severity.rawValue),
      "nature": .string(rule.nature.rawValue), "summary": .string(rule.summary),
      "why": explanation.map { .string($0.why) } ?? .null, "bad": bad, "good": good,
      "without_example": reason,
    ]
  }

  private static func json(_ example: RuleExample) -> JSONValue {
    [
      "preparation": .array(example.preparation.map { .array($0.map { .string($0) }) }),
      "command": .array(example.command.map { .string($0) }),
      "variables": .object(JSONObject(example.variables.map { ($0.name, .string($0.value)) })),
      "files": .array(
        example.files.map { file in
          [
            "path": .string(file.path),
            "text": file.description == nil ? .string(file.shownText) : .null,
            "description": file.description.map { .string($0) } ?? .null,
          ]
        }),
    ]
  }
}
