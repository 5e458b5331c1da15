// The interfaces of the exporters of findings.
internal import CanonicalJSON
package import ComponentKit

extension ComponentManifest {
  /// `csv`: one row a finding, RFC 4180.
  package static let csv = exporter(
    "csv", "Writes the findings of a run as a table of comma-separated values.")

  /// `sarif`: SARIF 2.1.0.
  package static let sarif = exporter(
    "sarif", "Writes the findings of a run for code scanning (SARIF 2.1.0).")

  /// `html`: the report of `wct report`.
  package static let html = exporter("html", "Writes the report of a run as one HTML page.")

  /// `gdpr`: JSON, HTML and Markdown.
  package static let gdpr = exporter(
    "gdpr",
    "Writes a record of processing activities (GDPR, Article 30) as JSON, HTML and Markdown; runbooks of the "
      + "framework GDPR have it without being asked.")

  private static func exporter(_ type: String, _ summary: String) -> ComponentManifest {
    ComponentManifest(
      kind: .exporter, type: type, version: "1.0.0", summary: summary, outputs: [],
      propertySchema: ["type": "object", "additionalProperties": false, "properties": [:]],
      capabilities: [.filesystem])
  }
}
