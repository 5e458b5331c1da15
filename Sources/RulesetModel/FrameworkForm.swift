// What ruleset files of the Python framework may say otherwise than files of this project. Knows no files and no YAML.
package import CanonicalJSON
internal import ComponentKit

/// The forms that a ruleset of the framework may have.
package enum FrameworkForm {
  /// What only rules of this project say.
  private static let ownFields = RefinementReader.fieldNames.union([RuleExamples.key])

  /// Whether nothing in a ruleset is of this project alone, so that it is read as the framework reads it.
  package static func fits(_ ruleset: JSONValue) -> Bool {
    let rules = ruleset.objectValue?["rules"]?.arrayValue ?? []
    return rules.allSatisfy { rule in
      rule.objectValue.map { $0.keys.allSatisfy { !ownFields.contains($0) } } ?? true
    }
  }

  /// The ruleset with what an older form leaves unsaid, and what was filled in.
  ///
  /// Purposes had no names of their own once: the name of a rule was its purpose.
  package static func completed(_ ruleset: JSONValue, of kind: RulesetKind) -> (JSONValue, [RulesetIssue]) {
    guard case .detection(let fields) = kind.fields, let names = fields.names,
      var object = ruleset.objectValue, let list = object[names], let rules = object["rules"]?.arrayValue
    else { return (ruleset, []) }
    for field in fields.fields {
      guard field.isNameInOlderForm, case .vocabulary(let vocabulary) = field.values,
        object[vocabulary] == nil, rules.allSatisfy({ $0.objectValue?[field.name] == nil })
      else { continue }
      object[vocabulary] = list
      object["rules"] = .array(rules.map { naming($0, field.name) })
      let issue = RulesetIssue(
        message:
          "there is neither '\(vocabulary)' nor a '\(field.name)' in any rule: an older form, in which the name of "
          + "a rule is its \(field.name)",
        path: [.key(names)], isError: false)
      return (.object(object), [issue])
    }
    return (ruleset, [])
  }

  private static func naming(_ rule: JSONValue, _ field: String) -> JSONValue {
    guard var object = rule.objectValue, let name = object["name"] else { return rule }
    object[field] = name
    return .object(object)
  }
}
