// The property that names a ruleset. Knows no component.
internal import CanonicalJSON

/// The schema of a property that names a ruleset.
struct RulesetProperty {
  /// The name of the ruleset that is used when none is named, and of its kind.
  let name: String

  var schema: JSONValue {
    [
      "type": "string", "minLength": 1, "format": "ruleset", "x-ruleset-kind": .string(name),
      "default": .string("local/\(name)/1.0.0"), "description": "provider/name/version.",
    ]
  }
}
