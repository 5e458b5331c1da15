// Turns the schema of values into the schema of what people write for them in YAML: variables may stand for values.
internal import CanonicalJSON

/// Rewrites property schemas of manifests for runbooks.
struct PropertySchema {
  /// Whether every required property must be written; else those with a default or a variable need not be.
  var keepsRequired = false

  /// Keywords that only annotate: they stand outside of the alternatives.
  private static let annotations = [
    "title", "description", "default", "examples", "deprecated", "deprecationMessage",
  ]
  /// Formats of this project, which other validators don't know.
  private static let ownFormats: Set<JSONValue> = ["path", "ruleset"]

  /// The schema of what is written for a value of `schema`.
  func rewritten(_ schema: JSONObject) -> JSONValue {
    var written = JSONObject()
    for member in schema.members where !member.key.hasPrefix("x-") {
      switch member.key {
      case "properties": written[member.key] = properties(member.value)
      case "items", "additionalProperties":
        written[member.key] = member.value.objectValue.map(rewritten) ?? member.value
      case "anyOf":
        written[member.key] = .array(
          (member.value.arrayValue ?? []).map { $0.objectValue.map(rewritten) ?? $0 })
      case "required": written[member.key] = required(member.value, in: schema)
      case "format" where Self.ownFormats.contains(member.value): continue
      default: written[member.key] = member.value
      }
    }
    if let description = description(of: schema) { written["description"] = .string(description) }
    return allowingVariables(written)
  }

  private func properties(_ value: JSONValue) -> JSONValue {
    let members = value.objectValue?.members ?? []
    return .object(JSONObject(members.map { ($0.key, $0.value.objectValue.map(rewritten) ?? $0.value) }))
  }

  /// Without what has a default, and what a variable gives when the plan runs.
  private func required(_ value: JSONValue, in schema: JSONObject) -> JSONValue {
    if keepsRequired { return value }
    let properties = schema["properties"]?.objectValue
    return .array(
      (value.arrayValue ?? []).filter { name in
        let property = name.stringValue.flatMap { properties?[$0]?.objectValue }
        return property?["default"] == nil && property?["x-environment"] == nil
      })
  }

  /// The manifest's words, and what its marks mean for somebody who writes a value.
  private func description(of schema: JSONObject) -> String? {
    var sentences = [schema["description"]?.stringValue].compactMap(\.self)
    if schema["writeOnly"] == true {
      sentences.append("A secret: write ${NAME} and set the variable when the plan runs.")
    }
    if let variable = schema["x-environment"]?.stringValue {
      sentences.append("The variable \(variable) overrides it when the plan runs.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// A scalar may be a text with a variable, unless any text will do already.
  private func allowingVariables(_ schema: JSONObject) -> JSONValue {
    guard mayRefuseText(schema) else { return .object(schema) }
    var value = schema
    var outside = JSONObject()
    for keyword in Self.annotations {
      outside[keyword] = value[keyword]
      value[keyword] = nil
    }
    var alternatives: [JSONValue] = [.object(value)]
    if types(of: schema).contains("boolean") { alternatives.append(Self.otherBooleans) }
    outside["anyOf"] = .array(alternatives + [SchemaParts.textWithVariable])
    return .object(outside)
  }

  /// `yes`, `no`, `on` and `off`, whatever their case, count with a warning.
  private static let otherBooleans: JSONValue = [
    "type": "string", "pattern": "^([Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff])$",
    "description": "A boolean in another spelling; write true or false.",
  ]

  private func types(of schema: JSONObject) -> [String] {
    if let name = schema["type"]?.stringValue { return [name] }
    return (schema["type"]?.arrayValue ?? []).compactMap(\.stringValue)
  }

  /// Whether a scalar is asked for, and not just any text.
  private func mayRefuseText(_ schema: JSONObject) -> Bool {
    let types = types(of: schema)
    if types.isEmpty { return schema["enum"] != nil || schema["const"] != nil }
    if types.contains("string") {
      return ["enum", "const", "maxLength"].contains { schema[$0] != nil }
    }
    return types.contains { !["object", "array"].contains($0) }
  }
}
