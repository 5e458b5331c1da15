// Finds the rulesets that a component's properties name.
internal import CanonicalJSON
internal import RulesetModel

/// A ruleset named by a property whose schema says `format: ruleset`.
struct RulesetReference {
  let uri: String
  let kind: RulesetKind
  /// The keys that lead to the property.
  let path: [String]

  /// All of them, at any depth.
  static func find(in properties: JSONObject, schema: JSONObject) -> [RulesetReference] {
    var found: [RulesetReference] = []
    visit(properties, schema, path: [], &found)
    return found
  }

  private static func visit(
    _ object: JSONObject, _ schema: JSONObject, path: [String], _ found: inout [RulesetReference]
  ) {
    for member in schema["properties"]?.objectValue?.members ?? [] {
      guard let property = member.value.objectValue, let value = object[member.key] else { continue }
      if let inner = value.objectValue {
        visit(inner, property, path: path + [member.key], &found)
      } else if let uri = value.stringValue, property["format"] == "ruleset",
        let kind = property["x-ruleset-kind"]?.stringValue.flatMap(RulesetKind.named)
      {
        found.append(RulesetReference(uri: uri, kind: kind, path: path + [member.key]))
      }
    }
  }
}
