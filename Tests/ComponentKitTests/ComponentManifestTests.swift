// The digest of an interface: it changes with what the compiler sees, and not with what people read.
import CanonicalJSON
import ComponentKit
import Testing

struct ComponentManifestTests {
  private func manifest(
    version: String = "1.0.0", summary: String = "s", output: String = "a", input: String = "b",
    schema: JSONValue = [:], capabilities: Set<Capability> = [], isSensitive: Bool = false,
    declassifies: Bool = false, isDeterministic: Bool = true, deprecation: String? = nil
  ) -> ComponentManifest {
    ComponentManifest(
      kind: .processor, type: "t", version: version, summary: summary, outputs: [SchemaReference(output)],
      inputCombinations: [[SchemaReference(input)]], propertySchema: schema, capabilities: capabilities,
      isSensitive: isSensitive, declassifies: declassifies, isDeterministic: isDeterministic,
      deprecation: deprecation)
  }

  @Test func digest() {
    let digest = manifest().digest
    #expect(manifest(summary: "other").digest == digest)
    #expect(manifest(deprecation: "old").digest == digest)
    let others = [
      manifest(version: "1.0.1"), manifest(output: "c"), manifest(input: "c"),
      manifest(schema: ["type": "object"]),
      manifest(capabilities: [.network]), manifest(isSensitive: true), manifest(declassifies: true),
      manifest(isDeterministic: false),
    ]
    #expect(Set(others.map(\.digest) + [digest]).count == others.count + 1)
  }

  /// Sets have no order; the same interface has one digest in every process.
  @Test func orderOfSetsCarriesNothing() {
    let references = (0..<20).map { SchemaReference("s\($0)") }
    func manifest(_ combination: [SchemaReference]) -> ComponentManifest {
      ComponentManifest(
        kind: .processor, type: "t", version: "1.0.0", summary: "", outputs: [],
        inputCombinations: [Set(combination)], propertySchema: [:], capabilities: Set(Capability.allCases))
    }
    #expect(manifest(references).json == manifest(references.reversed()).json)
  }

  @Test func catalog() {
    let catalog = ComponentCatalog(
      [manifest(summary: "first"), manifest(summary: "later")], schemas: SchemaCatalog([]))
    #expect(catalog.manifest(.processor, "t")?.summary == "later")
    #expect(catalog.manifest(.connector, "t") == nil && catalog.manifests(.processor).count == 1)
  }
}
