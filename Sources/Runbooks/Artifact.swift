// One artifact of a runbook, as a value.
public import CanonicalJSON

/// An artifact: its id and how it is made.
public struct Artifact: Sendable {
  /// A letter or `_`, then letters, digits, `_` and `-`; unique in the runbook.
  public let id: String
  /// The fields as the runbook language has them.
  public private(set) var fields: JSONObject

  private init(_ id: String, _ fields: JSONObject) {
    self.id = id
    self.fields = fields
  }

  /// An artifact that a connector extracts.
  public static func source(_ id: String, _ type: String, properties: JSONObject = JSONObject()) -> Artifact {
    Artifact(id, JSONObject([("source", component(type, properties))]))
  }

  /// An artifact that a processor derives from others.
  public static func process(
    _ id: String, from inputs: [String], _ type: String, properties: JSONObject = JSONObject()
  ) -> Artifact {
    Artifact(id, JSONObject([("inputs", list(inputs)), ("process", component(type, properties))]))
  }

  /// The items of several artifacts of one schema, one after the other.
  public static func merge(_ id: String, of inputs: [String]) -> Artifact {
    Artifact(id, JSONObject([("inputs", list(inputs)), ("merge", "concatenate")]))
  }

  /// An artifact copied from an earlier run.
  public static func reuse(_ id: String, _ artifact: String, ofRun run: String, schema: String) -> Artifact {
    let origin: JSONValue = ["from_run": .string(run), "artifact": .string(artifact)]
    return Artifact(id, JSONObject([("reuse", origin), ("output_schema", .string(schema))]))
  }

  /// The same artifact, standing in the results, with a name and a description there.
  public func output(name: String? = nil, description: String? = nil) -> Artifact {
    var changed = self
    changed.fields["output"] = true
    if let name { changed.fields["name"] = .string(name) }
    if let description { changed.fields["description"] = .string(description) }
    return changed
  }

  /// The same artifact, whose failure does not fail the run.
  public func optional() -> Artifact { setting("optional", to: true) }

  /// The same artifact, whose value is never shown.
  public func sensitive() -> Artifact { setting("sensitive", to: true) }

  /// The same artifact with a field of the runbook language set.
  public func setting(_ field: String, to value: JSONValue) -> Artifact {
    var changed = self
    changed.fields[field] = value
    return changed
  }

  private static func component(_ type: String, _ properties: JSONObject) -> JSONValue {
    ["type": .string(type), "properties": .object(properties)]
  }

  private static func list(_ ids: [String]) -> JSONValue { .array(ids.map { .string($0) }) }
}
