// The properties of a component as a flat list, for tables, questions and editors. Does not check values.
package import CanonicalJSON

/// One property that a runbook can give, as its schema describes it.
package struct PropertyDescription: Sendable, Hashable {
  /// The keys that lead to it: `["pattern_matching", "ruleset"]`.
  package let path: [String]
  private let schema: JSONObject
  /// Whether a value must be there, be it written or from the variable that overrides it.
  package let isRequired: Bool

  fileprivate init(path: [String], schema: JSONObject, isRequired: Bool) {
    self.path = path
    self.schema = schema
    self.isRequired = isRequired
  }

  /// The keys joined by dots.
  package var name: String { path.joined(separator: ".") }
  package var description: String? { schema["description"]?.stringValue }
  package var defaultValue: JSONValue? { schema["default"] }
  package var choices: [JSONValue] { schema["enum"]?.arrayValue ?? [] }
  /// `path`, `ruleset` or another format of the text.
  package var format: String? { schema["format"]?.stringValue }
  package var isSecret: Bool { schema["writeOnly"] == true }
  package var isDeprecated: Bool { schema["deprecated"] == true }
  /// The variable that overrides it when the plan runs.
  package var variable: String? { schema["x-environment"]?.stringValue }

  /// The JSON types that it may have; empty: any.
  package var types: [String] {
    if let name = schema["type"]?.stringValue { return [name] }
    return (schema["type"]?.arrayValue ?? []).compactMap(\.stringValue)
  }

  /// Type and bounds as people read them: `integer, 1 to 65535`, `array of string`.
  package var typeText: String {
    let items = schema["items"]?.objectValue?["type"]?.stringValue.map { " of \($0)" } ?? ""
    let type = types.filter { $0 != "null" }.map { $0 == "array" ? $0 + items : $0 }.joined(separator: " or ")
    return ([type.isEmpty ? "any" : type] + bounds).joined(separator: ", ")
  }

  private var bounds: [String] {
    func text(_ key: String) -> String? { schema[key]?.canonicalText }
    switch (text("minimum"), text("maximum")) {
    case (let low?, let high?): return ["\(low) to \(high)"]
    case (let low?, nil):
      return ["at least \(low)" + (text("exclusiveMaximum").map { ", less than \($0)" } ?? "")]
    case (nil, let high?): return ["at most \(high)"]
    case (nil, nil): return text("maxLength").map { ["at most \($0) characters"] } ?? []
    }
  }

  /// The description as JSON: `name`, `types`, `required`, and what else its schema says.
  package var json: JSONValue {
    var object: JSONObject = [
      "name": .string(name), "types": .array(types.map { .string($0) }), "required": .bool(isRequired),
      "secret": .bool(isSecret),
    ]
    for key in [
      "default", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength",
      "maxLength", "description", "format", "deprecated",
    ] {
      object[key] = schema[key]
    }
    object["variable"] = variable.map { .string($0) }
    return .object(object)
  }
}

extension ComponentManifest {
  /// Every property, nested ones after the one that holds them, required ones first.
  package var properties: [PropertyDescription] {
    Self.properties(in: propertySchema.objectValue ?? JSONObject(), below: [])
  }

  private static func properties(in schema: JSONObject, below path: [String]) -> [PropertyDescription] {
    let required = schema["required"]?.arrayValue ?? []
    let members = schema["properties"]?.objectValue?.members ?? []
    let sorted =
      members.filter { required.contains(.string($0.key)) }
      + members.filter { !required.contains(.string($0.key)) }
    return sorted.flatMap { member -> [PropertyDescription] in
      guard let inner = member.value.objectValue else { return [] }
      let place = path + [member.key]
      let isRequired = required.contains(.string(member.key)) && inner["default"] == nil
      let own = PropertyDescription(path: place, schema: inner, isRequired: isRequired)
      return [own] + properties(in: inner, below: place)
    }
  }
}
