// Whether readers of one wire format can read another.
import CanonicalJSON
import ComponentKit
import PlanDifferences
import Testing

struct SchemaCompatibilityTests {
  private static func format(_ version: String, _ schema: JSONValue) throws -> WireFormat {
    try WireFormat(SchemaReference("finding", version), schema: schema)
  }

  private func verdict(_ old: JSONValue, _ new: JSONValue) throws -> SchemaCompatibility {
    let formats = [try Self.format("1.0.0", old), try Self.format("1.1.0", new)]
    return SchemaCompatibility(
      of: SchemaReference("finding", "1.1.0"), forReadersOf: SchemaReference("finding", "1.0.0"),
      catalog: ComponentCatalog([], schemas: SchemaCatalog(formats)))
  }

  private static let base: JSONValue = [
    "type": "object", "required": ["id", "items"],
    "properties": [
      "id": ["type": "string"], "note": ["type": ["string", "null"]], "level": ["enum": ["low", "high"]],
      "score": ["type": "number"],
      "items": [
        "type": "array",
        "items": ["type": "object", "required": ["text"], "properties": ["text": ["type": "string"]]],
      ],
    ],
  ]

  private func changed(_ path: [String], _ value: JSONValue?) -> JSONValue {
    func set(_ node: JSONValue, _ path: ArraySlice<String>) -> JSONValue {
      guard let key = path.first, var object = node.objectValue else { return node }
      object[key] = path.count == 1 ? value : set(object[key] ?? .object(JSONObject()), path.dropFirst())
      return .object(object)
    }
    return set(Self.base, path[...])
  }

  @Test func theSameReferenceIsTheSame() {
    let reference = SchemaReference("finding")
    let result = SchemaCompatibility(
      of: reference, forReadersOf: reference, catalog: DifferenceCatalog.catalog)
    #expect(result.verdict == .same && result.reasons.isEmpty)
  }

  @Test func moreIsCompatible() throws {
    let cases = [
      changed(["properties", "extra"], ["type": "string"]),
      changed(["required"], ["id", "items", "note"]),
      changed(["properties", "note"], ["type": "string"]),
      changed(["properties", "level"], ["enum": ["low"]]),
      changed(["properties", "score"], ["type": "integer"]),
    ]
    for new in cases { #expect(try verdict(Self.base, new).verdict == .compatible, "\(new.canonicalText)") }
  }

  @Test func lessIsBreaking() throws {
    let cases: [(JSONValue, String)] = [
      (changed(["required"], ["items"]), "'/id' may be missing"),
      (changed(["properties", "id"], ["type": "integer"]), "'/id' may have another type"),
      (changed(["properties", "id"], [:]), "'/id' may have another type"),
      (
        changed(["properties", "level"], ["enum": ["low", "high", "worst"]]), "'/level' may have other values"
      ),
      (changed(["properties", "level"], ["type": "string"]), "'/level' may have other values"),
      (changed(["properties", "score"], ["type": "string"]), "'/score' may have another type"),
      (
        changed(["properties", "items", "items", "required"], []), "'/items/items/text' may be missing"
      ),
    ]
    for (new, reason) in cases {
      let result = try verdict(Self.base, new)
      #expect(result.verdict == .breaking && result.reasons.contains(reason), "\(result)")
    }
  }

  @Test(arguments: [
    ("a", "1.0.0", "b", "1.0.0", SchemaCompatibility.Verdict.breaking),
    ("a", "1.0.0", "a", "2.0.0", .breaking), ("a", "1.2.0", "a", "1.1.0", .breaking),
    ("a", "1.0.0", "a", "1.0.1", .compatible), ("a", "1.9.0", "a", "1.10.0", .compatible),
  ])
  func versionsOfUnknownFormats(
    _ name: String, _ version: String, _ other: String, _ later: String,
    _ verdict: SchemaCompatibility.Verdict
  ) {
    let result = SchemaCompatibility(
      of: SchemaReference(other, later), forReadersOf: SchemaReference(name, version),
      catalog: ComponentCatalog([], schemas: SchemaCatalog([])))
    #expect(result.verdict == verdict && !result.reasons.isEmpty)
  }
}
