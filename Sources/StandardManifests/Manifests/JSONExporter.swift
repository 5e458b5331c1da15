// The interface of the exporter of results as JSON.
internal import CanonicalJSON
package import ComponentKit

extension ComponentManifest {
  /// `json`: the results of a run in one JSON document, format version 2.0.0.
  package static let json = ComponentManifest(
    kind: .exporter, type: "json", version: "1.0.0",
    summary: "Writes the results of a run as one JSON document.",
    outputs: [],
    propertySchema: ["type": "object", "additionalProperties": false, "properties": [:]],
    capabilities: [.filesystem])
}
