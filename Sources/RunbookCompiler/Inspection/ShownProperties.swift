// Property values as they may be shown: what a component calls a secret is left out.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import RunbookSyntax

enum ShownProperties {
  private static let redacted = "[REDACTED]"

  /// Values as they were written. Without a manifest nobody knows which are secret, so none is shown.
  static func text(of value: ValueSyntax, _ manifest: ComponentManifest?) -> String {
    guard let schema = manifest?.propertySchema.objectValue else { return "not shown: unknown component" }
    return shown(value, schema).canonicalText
  }

  /// Values as they were read.
  static func text(of properties: JSONObject, _ manifest: ComponentManifest) -> String {
    shown(.object(properties), manifest.propertySchema.objectValue).canonicalText
  }

  /// A template; of a secret one only the variables.
  static func template(_ text: String, isSecret: Bool) -> String {
    guard isSecret else { return text }
    guard let template = SubstitutionTemplate(text) else { return redacted }
    return template.parts.map { part in
      switch part {
      case .literal: redacted
      case .variable(let variable):
        switch variable.fallback {
        case .none, .failure: "${\(variable.name)}"
        case .value: "${\(variable.name):-\(redacted)}"
        }
      }
    }.joined()
  }

  private static func shown(_ value: ValueSyntax, _ schema: JSONObject?) -> JSONValue {
    switch value {
    case .scalar(let scalar):
      let isSecret = schema?["writeOnly"] == true
      if case .late = scalar.origin { return .string(template(scalar.text, isSecret: isSecret)) }
      return isSecret ? .string(redacted) : scalar.json
    case .sequence(let elements, _):
      if schema?["writeOnly"] == true { return .string(redacted) }
      return .array(elements.map { shown($0, schema?["items"]?.objectValue) })
    case .mapping(let entries, _):
      if schema?["writeOnly"] == true { return .string(redacted) }
      return .object(
        JSONObject(entries.map { ($0.key.text, shown($0.value, inner(schema, $0.key.text))) }))
    }
  }

  private static func shown(_ value: JSONValue, _ schema: JSONObject?) -> JSONValue {
    if schema?["writeOnly"] == true { return .string(redacted) }
    switch value {
    case .array(let elements): return .array(elements.map { shown($0, schema?["items"]?.objectValue) })
    case .object(let object):
      return .object(JSONObject(object.members.map { ($0.key, shown($0.value, inner(schema, $0.key))) }))
    default: return value
    }
  }

  private static func inner(_ schema: JSONObject?, _ key: String) -> JSONObject? {
    schema?["properties"]?.objectValue?[key]?.objectValue
  }
}
